/** Random choices from a seed, so that a failure can be played again. */

export interface Random {
  /** 0 ≤ n < below */
  integer(below: number): number;
  chance(probability: number): boolean;
  pick<Entry>(entries: readonly Entry[]): Entry;
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    integer,
    chance: (probability) => next() < probability,
    pick(entries) {
      const entry = entries[integer(entries.length)];
      if (entry === undefined) throw new Error('nothing to pick from');
      return entry;
    },
  };
};
