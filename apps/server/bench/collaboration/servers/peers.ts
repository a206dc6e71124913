/** The folder where the other servers of shared text are installed, apart from the product. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../../packages/collaboration/peers/', import.meta.url);
const required = createRequire(new URL('package.json', folder));

export const arePeersThere = (): boolean => existsSync(new URL('node_modules/@hocuspocus/server', folder));

/** What a peer exports: its caller says what it takes of it, since its types are not installed here. */
export const peer = <T>(name: string): T => required(name) as T;

export const peerVersion = (name: string): string => {
  const file = fileURLToPath(new URL(`node_modules/${name}/package.json`, folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};
