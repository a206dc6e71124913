/**
 * A line to a server that can be cut like a cable: open connections end without a word and no new one is made. It can lead
 * to another server, as a proxy does when the one before is gone.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutLine {
  readonly base: string;
  cut(): void;
  mend(): void;
  leadTo(base: string): void;
  stop(): Promise<void>;
}

export async function openLine(base: string): Promise<CutLine> {
  let port = portOf(base);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: 'localhost' });
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        open.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = (): void => {
    for (const end of open) end.destroy();
  };
  return {
    // Only a server listening on a path has another kind of address.
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      whole = false;
      drop();
    },
    mend() {
      whole = true;
    },
    leadTo(other) {
      port = portOf(other);
      drop();
    },
    async stop() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}

const portOf = (base: string): number => Number(new URL(base).port);
