/**
 * A network between browsers and the server: bytes take half a round trip each way, and of the segments a share is
 * lost. TCP repeats what is lost, so a loss is felt as a stall: the segment comes a retransmission timeout later, twice
 * as late when it is lost again, and everything behind it on that connection waits. Cut, it swallows all without telling
 * anybody; mended, what was open before is reset, as by a router that forgot it.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const SEGMENT = 1_460;
/** Linux never waits less than this beyond the measured round trip. */
const SHORTEST_TIMEOUT = 200;

export interface Weather {
  readonly roundTripMs: number;
  readonly loss: number;
}

export interface BadLink {
  readonly url: string;
  weather: Weather;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openBadLink(port: number, random: () => number): Promise<BadLink> {
  const sockets = new Set<Socket>();
  let isCut = false;

  const delayOf = (): number => {
    const { roundTripMs, loss } = link.weather;
    let delay = roundTripMs / 2;
    let timeout = roundTripMs + SHORTEST_TIMEOUT;
    for (; random() < loss; timeout *= 2) delay += timeout;
    return delay;
  };

  /** In order: nothing overtakes a segment that is late. */
  const carry = (from: Socket, to: Socket, opening: number): void => {
    let free = Date.now() + opening;
    const later = (run: () => void): void => {
      free = Math.max(free, Date.now() + delayOf());
      setTimeout(() => {
        if (!isCut) run();
      }, free - Date.now());
    };
    from.on('data', (bytes: Buffer) => {
      if (isCut) return;
      for (let at = 0; at < bytes.length; at += SEGMENT) {
        const segment = bytes.subarray(at, at + SEGMENT);
        later(() => to.write(segment));
      }
    });
    from.on('end', () => later(() => to.end()));
    from.on('close', () => later(() => to.destroy()));
    from.on('error', () => to.destroy());
  };

  const server = createServer((near) => {
    near.setNoDelay(true);
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    // The handshake of a connection takes a round trip too.
    carry(near, far, link.weather.roundTripMs);
    carry(far, near, 0);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;

  const link: BadLink = {
    url: `http://127.0.0.1:${own}`,
    weather: { roundTripMs: 0, loss: 0 },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return link;
}
