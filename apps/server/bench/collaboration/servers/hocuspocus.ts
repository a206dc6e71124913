/** @hocuspocus/server as it comes, its documents loaded from files, nothing stored. */
import { readFileSync } from 'node:fs';
import { peer } from './peers.ts';
import { answer } from './usage.ts';

interface Hocuspocus {
  readonly Server: new (configuration: object) => {
    listen(): Promise<unknown>;
    readonly address: { readonly port: number };
  };
}
const { Server } = peer<Hocuspocus>('@hocuspocus/server');
const Y = peer<{ applyUpdate(doc: unknown, update: Uint8Array): void }>('yjs');

const server = new Server({
  address: '127.0.0.1',
  // Said here: what is asked of `listen` is not taken for a port when it is 0.
  port: 0,
  quiet: true,
  async onLoadDocument({ documentName, document }: { documentName: string; document: unknown }) {
    if (documentName.startsWith('/')) Y.applyUpdate(document, readFileSync(documentName.split('#')[0] ?? ''));
    return document;
  },
});
await server.listen();
answer({ url: `ws://127.0.0.1:${server.address.port}` });
