import { describe, expect, it } from 'vitest';
import { playHostileRoom } from '../testing/hostile-room.ts';

/** Rooms that once diverged, threw or let something through, kept for ever. */
const KEPT_SEEDS: readonly number[] = [];
const ROOMS = Number(process.env['FUZZ_ROOMS'] ?? 12);
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);

describe('hostile rooms at random', () => {
  it('[CE3] [CE5] [CE9] nothing throws, nothing is parked, nothing is forged; who diverges is found and repaired', () => {
    const totals = { crafted: 0, admitted: 0, diverged: 0, mergedDiffers: 0 };
    const seeds = [...KEPT_SEEDS, ...Array.from({ length: ROOMS }, (_, i) => FIRST_SEED + i)];
    for (const seed of seeds) {
      const { crafted, admitted, diverged, mergedDiffers, ...room } = playHostileRoom(seed);
      expect({ seed, ...room }).toEqual({ seed, thrown: [], pending: 0, forged: 0, repaired: true });
      totals.crafted += crafted;
      totals.admitted += admitted;
      totals.diverged += diverged;
      if (mergedDiffers) totals.mergedDiffers++;
    }
    console.info(`seeds ${seeds[0] ?? ''}…: ${seeds.length} rooms, ${JSON.stringify(totals)}`);
    expect(totals.crafted).toBeGreaterThan(seeds.length * 10);
    expect(totals.admitted).toBeGreaterThan(0);
    expect(totals.admitted).toBeLessThan(totals.crafted / 2);
  }, 60_000);
});
