import { leaveIdea, mintId, noticeArrived } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';

const wire = vi.hoisted(() => {
  const handlers = new Map<string, (argument?: unknown) => void>();
  const engine = {
    transport: { name: 'polling' },
    once: (_name: string, fn: () => void) => void handlers.set('upgrade', fn),
  };
  const manager = {
    engine,
    opts: { transports: [] as string[] },
    on: (name: string, fn: () => void) => void handlers.set(name, fn),
  };
  const socket = {
    connected: false,
    active: true,
    dials: 0,
    hangUps: 0,
    io: manager,
    emitWithAck: async (): Promise<unknown> => undefined,
    on: (name: string, fn: () => void) => void handlers.set(name, fn),
    onAny: (fn: (name: string, raw: unknown) => void) =>
      void handlers.set('any', (told) => fn(...(told as [string, unknown]))),
    connect: () => void (socket.dials += 1),
    disconnect: () => void (socket.hangUps += 1),
    timeout: () => socket,
  };
  return { socket, happens: (name: string, argument?: unknown) => handlers.get(name)?.(argument) };
});
vi.mock('socket.io-client', () => ({ io: () => wire.socket }));
const { closeSocket, connectionState, onNews, onReconnect, onTurnedAway, openSocket, send } =
  await import('./socket.ts');

const idea = mintId('idea');
const person = mintId('person');
async function opened(): Promise<void> {
  Object.assign(wire.socket, { connected: true, active: true, dials: 0, hangUps: 0 });
  openSocket(person);
  await expect.poll(() => wire.socket.dials).toBe(1);
}
afterEach(() => {
  closeSocket();
  vi.useRealTimers();
});

test('every connection, the first too, makes what was read before it be read again', async () => {
  await opened();
  const again = vi.fn<() => void>();
  const stop = onReconnect(again);
  wire.happens('connect');
  wire.happens('disconnect', 'transport close');
  expect(connectionState()).toBe('lost');
  wire.happens('connect');
  expect(again).toHaveBeenCalledTimes(2);
  stop();
});

test('hung up by the server: the session is asked again, and the line is dialled again while it is wanted', async () => {
  await opened();
  vi.useFakeTimers();
  const away = vi.fn<() => void>();
  const stop = onTurnedAway(away);
  wire.happens('connect');
  wire.happens('disconnect', 'io server disconnect');
  expect(away).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(wire.socket.dials).toBe(2);

  Object.assign(wire.socket, { active: false });
  wire.happens('connect_error');
  closeSocket();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(wire.socket.dials, 'signed out: nobody dials').toBe(2);
  stop();
});

test('an acknowledgement that does not come, or no connection, is offline', async () => {
  await opened();
  wire.socket.emitWithAck = () => Promise.reject(new Error('operation has timed out'));
  expect(await send(leaveIdea, { idea })).toEqual({ ok: false, failure: { code: 'offline' } });
  Object.assign(wire.socket, { connected: false });
  expect(await send(leaveIdea, { idea })).toEqual({ ok: false, failure: { code: 'offline' } });
});

test('[CE52] a line that says nothing while an answer is due is hung up, and dialled again', async () => {
  await opened();
  vi.useFakeTimers();
  wire.happens('connect');
  const { socket } = wire;
  const unanswered = async (heardMeanwhile: boolean): Promise<void> => {
    socket.emitWithAck = async () => {
      await vi.advanceTimersByTimeAsync(10);
      if (heardMeanwhile) wire.happens('packet');
      throw new Error('operation has timed out');
    };
    await vi.advanceTimersByTimeAsync(10);
    await send(leaveIdea, { idea });
  };
  await unanswered(true);
  expect([socket.hangUps, connectionState()], 'only slow').toEqual([0, 'open']);
  await unanswered(false);
  expect([socket.hangUps, connectionState()]).toEqual([1, 'lost']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(socket.dials).toBe(2);
});

test('[CE52] who wakes after a long sleep has no line any more; a short one is taken for nothing', async () => {
  await opened();
  vi.useFakeTimers();
  wire.happens('connect');
  vi.setSystemTime(Date.now() + 20_000);
  dispatchEvent(new Event('online'));
  expect(connectionState()).toBe('open');
  vi.setSystemTime(Date.now() + 60_000);
  dispatchEvent(new Event('online'));
  expect([wire.socket.hangUps, connectionState()]).toEqual([1, 'lost']);
});

test('[CE52] where WebSockets are known to work a broken line is dialled over one, without a round of requests before', async () => {
  await opened();
  vi.useFakeTimers();
  const { opts } = wire.socket.io;
  wire.happens('connect');
  expect(opts.transports[0]).toBe('polling');
  wire.happens('disconnect', 'transport close');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(opts.transports[0], 'not known yet').toBe('polling');
  wire.happens('connect');
  wire.happens('upgrade');
  wire.happens('disconnect', 'transport close');
  await vi.advanceTimersByTimeAsync(1_000);
  expect([wire.socket.dials, opts.transports[0]]).toEqual([3, 'websocket']);
});

test('news of another shape is told and reaches nobody', async () => {
  await opened();
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const heard = vi.fn<() => void>();
  const stop = onNews(noticeArrived, heard);
  wire.happens('any', ['notice:arrived', { notice: 1 }]);
  expect(heard).not.toHaveBeenCalled();
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
  stop();
});
