import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedial, type Attempt, type Redial } from './redial.ts';

let redial: Redial;
let attempts: Attempt[];
let abandoned: number;
beforeEach(() => {
  vi.useFakeTimers();
  attempts = [];
  abandoned = 0;
  redial = createRedial(
    (attempt) => void attempts.push(attempt),
    () => void abandoned++,
    () => 1,
  );
});
afterEach(() => {
  redial.stop();
  vi.useRealTimers();
});
/** How many attempts begin within this time, each of which fails at once. */
const failing = async (milliseconds: number): Promise<number> => {
  const before = attempts.length;
  for (let passed = 0; passed < milliseconds; passed += 10) {
    const seen = attempts.length;
    await vi.advanceTimersByTimeAsync(10);
    if (attempts.length > seen) redial.ended();
  }
  return attempts.length - before;
};

test('[CE52] where nothing answers attempts come ever more seldom, and the first and one in five are made with care', async () => {
  expect(attempts).toEqual([{ careful: true }]);
  redial.ended();
  expect(await failing(8_000)).toBe(3);
  expect(await failing(60_000)).toBe(15);
  expect(attempts.slice(0, 6).map(({ careful }) => careful)).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('[CE52] an attempt that hung until the network was back is followed at once', async () => {
  redial.ended();
  await failing(20_000);
  const before = attempts.length;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(attempts.length).toBe(before + 1);
  await vi.advanceTimersByTimeAsync(1_500);
  redial.ended();
  await vi.advanceTimersByTimeAsync(1);
  expect(attempts.length).toBe(before + 2);
});

test('one that never ends is given up, and another one made', async () => {
  await vi.advanceTimersByTimeAsync(20_050);
  expect([abandoned, attempts.length]).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(8_050);
  expect([abandoned, attempts.length]).toEqual([2, 3]);
});

test('[CE52] the quick way is tried once more when the network is back, and care is taken after that all the same', async () => {
  redial.opened();
  redial.ended();
  for (let attempt = 0; attempt < 8; attempt++) {
    await vi.advanceTimersByTimeAsync(3_000);
    redial.ended();
  }
  expect(attempts.slice(1).map(({ careful }) => careful)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test('[CE52] a sign that the network is back ends the wait, and is no reason to dial faster than once a second', async () => {
  redial.ended();
  await failing(20_000);
  await vi.advanceTimersByTimeAsync(4_000);
  redial.ended();
  const before = attempts.length;
  for (let sign = 0; sign < 20; sign++) {
    redial.nudge();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(attempts.length).toBe(before + 1);
});

test('a line that broke is dialled again at once, and the waits begin anew', async () => {
  redial.ended();
  await failing(20_000);
  await vi.advanceTimersByTimeAsync(4_000);
  redial.opened();
  const before = attempts.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(attempts.length, 'nothing is dialled while it is open').toBe(before);
  redial.ended();
  await vi.advanceTimersByTimeAsync(500);
  expect(attempts.length).toBe(before + 1);
});

test('whoever was turned away waits as long as was said, and nobody dials after signing out', async () => {
  redial.ended(5_000);
  redial.nudge();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(attempts.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(attempts.length).toBe(2);
  redial.stop();
  redial.ended();
  redial.nudge();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(attempts.length).toBe(2);
});
