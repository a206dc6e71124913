import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

describe('work done together', () => {
  test('what is asked in one tick, and while a round is under way, is one round; each hears her own answer', async () => {
    const rounds: number[][] = [];
    const doubled = together<number, number>(async (asked) => {
      rounds.push([...asked]);
      await new Promise(setImmediate);
      return asked.map((value) => 2 * value);
    });
    const first = [doubled(1), doubled(2)];
    await new Promise(setImmediate);
    const second = [doubled(3), doubled(4)];
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8]);
    expect(rounds).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await doubled(5)).toBe(10);
  });

  test('a round that fails fails for who is in it, and for nobody after', async () => {
    let fails = true;
    const same = together<string, string>(async (asked) => {
      if (fails) throw new Error('away');
      return asked;
    });
    await expect(Promise.all([same('a'), same('b')])).rejects.toThrow('away');
    fails = false;
    expect(await same('c')).toBe('c');
  });
});
