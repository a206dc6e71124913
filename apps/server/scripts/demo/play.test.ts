import { expect, test } from 'vitest';
import { storyTime, stretchesOf } from './play.ts';

const now = new Date('2026-11-22T10:00:00Z');
const start = new Date('2026-07-06T06:55:00Z');
const stretches = stretchesOf({ monday: '2026-07-06' }, now);

test('half of the playing time shows the three weeks, and it ends today', () => {
  expect(storyTime(start, stretches, 0)).toEqual(start);
  expect(storyTime(start, stretches, 0.5).toISOString().slice(0, 10)).toBe('2026-07-25');
  expect(storyTime(start, stretches, 1)).toEqual(now);
});

test('story time only goes forward', () => {
  const times = Array.from({ length: 1_001 }, (_, index) =>
    storyTime(start, stretches, index / 1_000).getTime(),
  );
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
