/** A word that was heard does not come back: what it was about is read until it could be; and who asks to pass is let. */
import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../platform/log.ts';
import { alone, type WakeUps } from '../platform/servers/wake-ups.ts';
import { toldElsewhere } from './told-elsewhere.ts';

afterEach(() => void vi.useRealTimers());

/** What another server says, and what this one says to it. */
function company() {
  const heard = new Map<string, (said: unknown) => void>();
  const told: [string, unknown][] = [];
  const wakeUps: WakeUps = {
    ...alone(),
    topic: (name, shape) => ({
      tell: (said) => void told.push([name, said]),
      on(listener) {
        heard.set(name, (said) => listener(shape.parse(said), 'another'));
      },
    }),
  };
  return { wakeUps, told, hear: (name: string, said: unknown) => heard.get(name)?.(said) };
}
const stored = { read: async () => [], append: async () => {} };

test('[CE50] who is overtaken asks the other servers to be let pass, and they hear of whom and for how long', async () => {
  const { wakeUps, told, hear } = company();
  const asked: unknown[] = [];
  const { turns } = toldElsewhere(stored, wakeUps, {
    follow: async () => {},
    followAll: async () => {},
    letPass: async (...passing) => void asked.push(passing),
    log: createLog('silent'),
  });
  turns.ask('id_1', 400);
  turns.ask('id_1', 0);
  for (const [name, said] of told) hear(name, said);
  expect(asked).toEqual([
    ['id_1', 'another', 400],
    ['id_1', 'another', 0],
  ]);
});

test('[CE46] rows that are there although their append failed are told too', async () => {
  const { wakeUps, told } = company();
  const append = async (): Promise<void> => Promise.reject(new Error('the answer was lost'));
  const { updates } = toldElsewhere({ ...stored, append }, wakeUps, {
    follow: async () => {},
    followAll: async () => {},
    letPass: async () => {},
    log: createLog('silent'),
  });
  const row = { doc: 'id_1', person: 'p', at: new Date(0), bytes: Uint8Array.of(0, 0) };
  await expect(
    updates.append([
      { ...row, seq: 3 },
      { ...row, seq: 4 },
    ]),
  ).rejects.toThrow('lost');
  expect(told).toEqual([['rows', [['id_1', 4]]]]);
});

test('[CE46] rows that the database did not give are asked for again, until it does or the server stops', async () => {
  vi.useFakeTimers();
  const { wakeUps, hear } = company();
  let away = 3;
  const asked: string[] = [];
  const ask = async (what: string): Promise<void> => {
    asked.push(what);
    if (away-- > 0) throw new Error('the database is away');
  };
  const told = toldElsewhere(stored, wakeUps, {
    follow: (idea, seq) => ask(`${idea} ${seq}`),
    followAll: () => ask('all'),
    letPass: async () => {},
    log: createLog('silent'),
  });
  hear('rows', [['id_1', 7]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['id_1 7', 'all', 'all', 'all']);
  away = Infinity;
  hear('rows', [['id_1', 8]]);
  await vi.advanceTimersByTimeAsync(0);
  told.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.slice(4)).toEqual(['id_1 8']);
});
