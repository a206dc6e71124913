/**
 * What the network alone takes: the same keys at the same moments over links of the same weather, to a server that does
 * nothing but answer the one page and tell the other. No product can be faster than this over this network.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { openBadLink, type Weather } from './bad-link.ts';

/** About what a key is on the line. */
const KEY_BYTES = 128;

export interface Floor {
  key(): void;
  /** For each key until it is with the other, and until nothing is unanswered any more. */
  readonly toOther: readonly number[];
  readonly toAnswered: readonly number[];
  close(): Promise<void>;
}

export async function openFloor(weather: Weather, random: () => number): Promise<Floor> {
  const near: Socket[] = [];
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    const writes = near.push(socket) === 1;
    // Frames have one length, so that what comes in pieces or together is counted right.
    if (writes) socket.on('data', (bytes) => near.forEach((listener) => listener.write(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const link = await openBadLink((server.address() as AddressInfo).port, random);
  const come = async (): Promise<Socket> => {
    const accepted = once(server, 'connection');
    const socket = connect({ port: Number(new URL(link.url).port), host: '127.0.0.1', noDelay: true });
    await accepted;
    return socket;
  };
  // The first of them is the one that writes.
  const [writer, reader] = [await come(), await come()];
  link.weather = weather;

  const sentAt: number[] = [];
  const waiting: number[] = [];
  const toOther: number[] = [];
  const toAnswered: number[] = [];
  let answered = 0;
  frames(writer, () => {
    if (++answered < sentAt.length) return;
    for (const at of waiting.splice(0)) toAnswered.push(Date.now() - at);
  });
  frames(reader, () => toOther.push(Date.now() - (sentAt[toOther.length] ?? Number.NaN)));

  return {
    toOther,
    toAnswered,
    key() {
      sentAt.push(Date.now());
      waiting.push(Date.now());
      writer.write(Buffer.alloc(KEY_BYTES));
    },
    async close() {
      for (const socket of [writer, reader]) socket.destroy();
      await link.close();
      server.close();
      await once(server, 'close');
    },
  };
}

function frames(socket: Socket, each: () => void): void {
  let bytes = 0;
  socket.on('data', (part: Buffer) => {
    for (bytes += part.length; bytes >= KEY_BYTES; bytes -= KEY_BYTES) each();
  });
}
