/** Chance that is the same each time, so that two demonstrations tell the same story. */

export interface Chance {
  /** From 0 to `count` - 1. */
  below(count: number): number;
  pick<T>(among: readonly T[]): T;
  /** `count` different ones, fewer where there are not so many. */
  some<T>(among: readonly T[], count: number): T[];
}

/** The mulberry32 generator. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    pick(among) {
      const picked = among[below(among.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    some(among, count) {
      const left = [...among];
      const taken: typeof left = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
  };
}
