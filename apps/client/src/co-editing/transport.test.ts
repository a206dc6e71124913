import type { TransportListener } from '@butinerie/collaboration/client';
import { mintId } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import type { Heard } from './transport.ts';

interface FakeSocket {
  connected: boolean;
  readonly sent: [string, unknown][];
  readonly handlers: Map<string, (...args: unknown[]) => void>;
  hear: (name: string, raw: unknown) => void;
  answer: (name: string) => unknown;
}
const fake = vi.hoisted(() => ({ socket: null as unknown }));

/** A Socket.IO client without a network: what is sent is written down, and answered as the test says. */
function fakeSocket(): FakeSocket & Record<string, unknown> {
  let any: ((name: string, raw: unknown) => void) | null = null;
  const socket = {
    connected: false,
    active: true,
    io: {
      engine: { transport: { name: 'polling' }, once: () => undefined },
      opts: {},
      on: () => undefined,
    },
    sent: [] as [string, unknown][],
    handlers: new Map<string, (...args: unknown[]) => void>(),
    answer: (_name: string): unknown => ({ ok: false, problem: {} }),
    hear: (name: string, raw: unknown) => any?.(name, raw),
    on: (name: string, fn: (...args: unknown[]) => void) => void socket.handlers.set(name, fn),
    onAny: (fn: (name: string, raw: unknown) => void) => {
      any = fn;
    },
    connect: () => {
      socket.connected = true;
      socket.handlers.get('connect')?.();
    },
    disconnect: () => undefined,
    emit: (name: string, payload: unknown) => void socket.sent.push([name, payload]),
    timeout: () => ({
      emitWithAck: async (name: string, payload: unknown) => {
        socket.sent.push([name, payload]);
        return socket.answer(name);
      },
    }),
  };
  return socket;
}
vi.mock('socket.io-client', () => ({ io: () => fake.socket }));

const { closeSocket, openSocket } = await import('../platform/socket.ts');
const { failureFor, socketTransport } = await import('./transport.ts');

const idea = mintId('idea');
const person = mintId('person');
const nobody = {
  present: vi.fn<Heard['present']>(),
  mayWrite: vi.fn<Heard['mayWrite']>(),
  late: vi.fn<Heard['late']>(),
};
const listener = () => ({
  connected: vi.fn<TransportListener['connected']>(),
  disconnected: vi.fn<TransportListener['disconnected']>(),
  update: vi.fn<TransportListener['update']>(),
  presence: vi.fn<TransportListener['presence']>(),
  resync: vi.fn<TransportListener['resync']>(),
  sealed: vi.fn<TransportListener['sealed']>(),
});

async function opened(): Promise<FakeSocket> {
  const socket = fakeSocket();
  fake.socket = socket;
  openSocket(person);
  await expect.poll(() => socket.connected).toBe(true);
  return socket;
}
afterEach(() => closeSocket());

test('a join hands the session what it lacks and the page who is there', async () => {
  const socket = await opened();
  socket.answer = () => ({
    ok: true,
    value: {
      update: new Uint8Array([1]).buffer,
      vector: new Uint8Array([2]).buffer,
      seq: 7,
      epoch: 1,
      lease: [11, 12],
      mayWrite: true,
      sealed: false,
      carets: new Uint8Array([0]).buffer,
      present: 1,
      people: [{ person, name: 'Awa' }],
    },
  });
  const answer = await socketTransport(idea, nobody).join({ vector: new Uint8Array([0]), lease: 4 });
  expect(answer).toMatchObject({ ok: true, value: { update: new Uint8Array([1]), seq: 7, lease: [11, 12] } });
  expect(nobody.present).toHaveBeenCalledWith(1);
  expect(nobody.mayWrite).toHaveBeenCalledWith(true);
  expect(socket.sent).toEqual([['idea:join', { idea, vector: new Uint8Array([0]), lease: 4 }]]);
});

test('[S21] words kept after closing are said to be late, with their hour', async () => {
  const socket = await opened();
  const at = '2026-10-30T16:06:00.000Z';
  socket.answer = () => ({ ok: true, value: { kept: 'late', at } });
  expect(await socketTransport(idea, nobody).update(new Uint8Array([1]))).toEqual({
    ok: true,
    value: { late: true },
  });
  expect(nobody.late).toHaveBeenCalledWith(at);
});

test('[CE48] a caret is told without asking for an answer, and not at all while there is no connection', async () => {
  const socket = await opened();
  const answered = vi.spyOn(socket, 'answer');
  const transport = socketTransport(idea, nobody);
  transport.presence(new Uint8Array([1]));
  await expect.poll(() => socket.sent).toEqual([['idea:presence', { idea, caret: new Uint8Array([1]) }]]);
  socket.connected = false;
  transport.presence(new Uint8Array([2]));
  await Promise.resolve();
  expect(socket.sent).toHaveLength(1);
  expect(answered).not.toHaveBeenCalled();
});

test('only the news of this idea reach its session, until it stops listening', async () => {
  const socket = await opened();
  const told = listener();
  const stop = socketTransport(idea, nobody).listen(told);
  const update = new Uint8Array([3]).buffer;
  socket.hear('idea:updated', { idea: mintId('idea'), seq: 1, rows: 1, updates: [update] });
  socket.hear('idea:updated', { idea, seq: 2, rows: 1, updates: [update] });
  socket.hear('idea:sealed', { idea, closedAt: '2026-10-30T16:00:00.000Z' });
  socket.hear('document:reloaded', { idea, epoch: 4 });
  stop();
  socket.hear('idea:updated', { idea, seq: 3, rows: 1, updates: [update] });
  expect(told.update.mock.calls).toEqual([[[new Uint8Array([3])], 2, 1]]);
  expect(told.sealed).toHaveBeenCalledOnce();
  expect(told.resync).toHaveBeenCalledWith(4);
});

test('a connection that goes and comes is told once each', async () => {
  const socket = await opened();
  const told = listener();
  const transport = socketTransport(idea, nobody);
  const stop = transport.listen(told);
  expect(transport.connected).toBe(true);
  socket.handlers.get('disconnect')?.('transport close');
  socket.handlers.get('connect_error')?.();
  expect([transport.connected, told.disconnected.mock.calls.length]).toEqual([false, 1]);
  socket.handlers.get('connect')?.();
  expect(told.connected).toHaveBeenCalledOnce();
  stop();
});

test.each([
  [{ code: 'offline' }, true, 'unanswered'],
  [{ code: 'offline' }, false, 'disconnected'],
  [{ code: 'too-many-requests' }, true, 'too-many-requests'],
  [{ code: 'update-refused', rule: 'gap', permanent: false }, true, 'gap'],
  [{ code: 'update-refused', rule: 'foreign-client', permanent: true }, true, 'foreign-client'],
  [{ code: 'not-a-writer' }, true, 'not-a-writer'],
])('the refusal %j is one the session knows how to take', (failure, connected, code) => {
  expect(failureFor(failure, connected)).toEqual({ code });
});
