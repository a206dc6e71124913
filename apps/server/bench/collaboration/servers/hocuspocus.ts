/** @hocuspocus/server as it comes, its documents loaded from files, nothing stored. */
import { readFileSync } from 'node:fs';
import { peer } from './peers.ts';
import { answer } from './usage.ts';

interface Hocuspocus {
  readonly Server: new (configuration: object) => {
    listen(port: number): Promise<unknown>;
    readonly address: { readonly port: number };
  };
}
const { Server } = peer<Hocuspocus>('@hocuspocus/server');
const Y = peer<{ applyUpdate(doc: unknown, update: Uint8Array): void }>('yjs');

const server = new Server({
  address: '127.0.0.1',
  quiet: true,
  async onLoadDocument({ documentName, document }: { documentName: string; document: unknown }) {
    if (documentName.startsWith('/')) Y.applyUpdate(document, readFileSync(documentName.split('#')[0] ?? ''));
    return document;
  },
});
await server.listen(0);
answer({ url: `ws://127.0.0.1:${server.address.port}` });
