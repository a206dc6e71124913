/** A word that was heard does not come back: what it was about is read until it could be. */
import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../platform/log.ts';
import { alone, type WakeUps } from '../platform/servers/wake-ups.ts';
import { toldElsewhere } from './told-elsewhere.ts';

afterEach(() => void vi.useRealTimers());

/** Another server says that it wrote this. */
function heard() {
  let hear = (_last: unknown): void => {};
  const wakeUps: WakeUps = {
    ...alone(),
    topic: (_name, shape) => ({
      tell: () => {},
      on(listener) {
        hear = (last) => listener(shape.parse(last), 'another');
      },
    }),
  };
  return { wakeUps, hear: (last: Record<string, number>) => hear(last) };
}

test('[CE46] rows that the database did not give are asked for again, until it does or the server stops', async () => {
  vi.useFakeTimers();
  const { wakeUps, hear } = heard();
  const stored = { read: async () => [], append: async () => {} };
  let away = 3;
  const asked: string[] = [];
  const ask = async (what: string): Promise<void> => {
    asked.push(what);
    if (away-- > 0) throw new Error('the database is away');
  };
  const told = toldElsewhere(stored, wakeUps, {
    follow: (idea, seq) => ask(`${idea} ${seq}`),
    followAll: () => ask('all'),
    log: createLog('silent'),
  });
  hear({ id_1: 7 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['id_1 7', 'all', 'all', 'all']);
  away = Infinity;
  hear({ id_1: 8 });
  await vi.advanceTimersByTimeAsync(0);
  told.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.slice(4)).toEqual(['id_1 8']);
});
