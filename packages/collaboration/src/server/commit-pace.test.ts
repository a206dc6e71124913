import { describe, expect, test } from 'vitest';
import { createCommitPace } from './commit-pace.ts';

describe('the pace of appends', () => {
  /** Appends that begin every `every` milliseconds with so many rows; answers how long each waited. */
  const play = (every: number, rowsOf: (waited: number) => number, count = 60): number[] => {
    let now = 0;
    const pace = createCommitPace(() => now);
    return Array.from({ length: count }, () => {
      now += every;
      const waited = pace.wait();
      now += waited;
      pace.begins(rowsOf(waited));
      return waited;
    });
  };

  test('few appends wait for nothing', () => {
    expect(new Set(play(40, () => 1))).toEqual(new Set([0]));
  });

  test('many begin apart while that brings rows together', () => {
    const waits = play(5, (waited) => 1 + Math.floor(waited / 10));
    expect(waits.slice(-10).every((wait) => wait === 35)).toBe(true);
  });

  test('the more rows come the further apart, to an end', () => {
    const apart = (rows: number): number => Math.max(...play(5, () => rows).slice(-10)) + 5;
    expect(apart(4)).toBe(40);
    expect(apart(10)).toBeGreaterThan(45);
    expect(apart(10)).toBeLessThan(70);
    expect(apart(200)).toBe(80);
  });

  test('who waits for each answer is not made to wait for company that does not come', () => {
    const waits = play(5, () => 1);
    expect(waits.filter((wait) => wait > 0)).toHaveLength(3);
  });

  test('[CE46] who was overtaken by another server waits for nothing, or would be each time', () => {
    let now = 0;
    const pace = createCommitPace(() => now);
    const next = (): number => {
      now += 5;
      const waited = pace.wait();
      pace.begins(4);
      return waited;
    };
    for (let n = 0; n < 5; n++) next();
    expect(next()).toBeGreaterThan(0);
    pace.overtaken();
    expect([next(), next()]).toEqual([0, 0]);
    now += 250;
    for (let n = 0; n < 5; n++) next();
    expect(next()).toBeGreaterThan(0);
  });

  test('one append alone between fuller ones is not taken for a writer who waits', () => {
    let append = 0;
    const waits = play(5, () => (++append % 3 === 0 ? 1 : 4), 90);
    expect(waits.slice(-10).every((wait) => wait === 35)).toBe(true);
  });
});
