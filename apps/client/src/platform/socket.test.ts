import { leaveIdea, mintId, noticeArrived } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';

const wire = vi.hoisted(() => {
  const handlers = new Map<string, (argument?: unknown) => void>();
  const socket = {
    connected: false,
    active: true,
    dials: 0,
    emitWithAck: async (): Promise<unknown> => undefined,
    on: (name: string, fn: () => void) => void handlers.set(name, fn),
    onAny: (fn: (name: string, raw: unknown) => void) =>
      void handlers.set('any', (told) => fn(...(told as [string, unknown]))),
    connect: () => void (socket.dials += 1),
    disconnect: () => undefined,
    timeout: () => socket,
  };
  return { socket, happens: (name: string, argument?: unknown) => handlers.get(name)?.(argument) };
});
vi.mock('socket.io-client', () => ({ io: () => wire.socket }));
const { closeSocket, connectionState, onNews, onReconnect, onTurnedAway, openSocket, send } =
  await import('./socket.ts');

const idea = mintId('idea');
async function opened(): Promise<void> {
  Object.assign(wire.socket, { connected: true, active: true, dials: 0 });
  openSocket();
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
