/** A client that stops reading holds little of the server's memory, whatever it is sent; who reads loses nothing. */
import { wire } from '@butinerie/contracts/wire';
import type { Socket as TcpSocket } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { STALLED, waitingOn } from '../../src/platform/line.ts';
import { cookieOf, heard, startExample, type Example } from './example.ts';

let example: Example;
const open: Socket[] = [];
beforeAll(async () => {
  example = await startExample();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => example.stop());

async function connected(name: string, transport: 'websocket' | 'polling' = 'websocket'): Promise<Socket> {
  const socket = io(example.url, {
    transports: [transport],
    parser: wire,
    extraHeaders: { cookie: cookieOf(name) },
    forceNew: true,
    reconnection: false,
  });
  open.push(socket);
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  return socket;
}

/** The line under a client's WebSocket, to stop reading from it as a sleeping laptop does. */
const lineOf = (socket: Socket): TcpSocket =>
  (socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket;

test('news goes straight to a WebSocket on which nothing waits', async () => {
  const socket = await connected('ada');
  const { direct } = example.realtime.traffic();
  const told = new Promise((resolve) => socket.once('room:heard', resolve));
  example.realtime.announce(heard, { from: 'é'.repeat(70_000), length: 1 }, 'everybody');
  expect(await told).toEqual({ from: 'é'.repeat(70_000), length: 1 });
  expect(example.realtime.traffic().direct).toBe(direct + 1);
});

test('an answer goes the same way', async () => {
  const socket = await connected('ada');
  const { direct } = example.realtime.traffic();
  const said = { room: 'hall', sound: new Uint8Array([1]) };
  expect(await socket.timeout(5_000).emitWithAck('room:shout', said)).toMatchObject({ ok: true });
  // She hears no news of her own shout.
  expect(example.realtime.traffic().direct).toBe(direct + 1);
});

test('whoever stops reading holds less than a megabyte, and comes back with fresh eyes', async () => {
  const [asleep, awake] = [await connected('ada'), await connected('root')];
  const seen: number[] = [];
  awake.on('room:heard', ({ length }: { length: number }) => seen.push(length));
  const here = example.realtime.io.sockets.sockets.get(asleep.id ?? '');
  if (here === undefined) throw new Error('not connected');
  lineOf(asleep).pause();
  const COUNT = 400;
  for (let length = 0; length < COUNT; length++) {
    example.realtime.announce(heard, { from: 'x'.repeat(50_000), length }, 'everybody');
    // The system's own buffers take their part first; the one who reads is given the time to.
    await new Promise((resolve) => setImmediate(resolve));
    await expect.poll(() => length - (seen.at(-1) ?? 0), { interval: 1, timeout: 10_000 }).toBeLessThan(20);
    expect(waitingOn(here.conn)).toBeLessThan(STALLED + 60_000);
  }
  expect(example.realtime.traffic().stalled).toBe(1);
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(COUNT);
  const ended = new Promise((resolve) => asleep.once('disconnect', resolve));
  lineOf(asleep).resume();
  expect(await ended).toBe('transport close');
});

test('what waits for a long-polling client is counted, and reaches it in order', async () => {
  const socket = await connected('ada', 'polling');
  const seen: number[] = [];
  socket.on('room:heard', ({ length }: { length: number }) => seen.push(length));
  for (let length = 0; length < 20; length++)
    example.realtime.announce(heard, { from: 'x'.repeat(1_000), length }, 'everybody');
  const here = example.realtime.io.sockets.sockets.get(socket.id ?? '');
  expect(here && waitingOn(here.conn)).toBeGreaterThan(10_000);
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(Array.from({ length: 20 }, (_, n) => n));
});
