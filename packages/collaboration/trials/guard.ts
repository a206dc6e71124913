/**
 * `npm run trial:guard -- [--edits 100000] [--minutes N] [--seed N]`: honest people at random in front of the guard
 * until so many edits are made or so long has passed, then `--hostile` rooms with somebody who attacks. Prints what went wrong with its seed; the last line is JSON.
 */

import { parseArgs } from 'node:util';
import { playHonestRoom } from '../src/testing/honest-room.ts';
import { playHostileRoom } from '../src/testing/hostile-room.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '60' },
    hostile: { type: 'string', default: '500' },
    seed: { type: 'string' },
  },
});
const wanted = Number(values.edits);
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);
const totals = { seed: firstSeed, rooms: 0, edits: 0, pushes: 0, refused: 0, unhealed: 0, diverged: 0 };
const until = performance.now() + 60_000 * Number(values.minutes);
while (totals.edits < wanted && performance.now() < until) {
  const seed = firstSeed + totals.rooms;
  const { edits, pushes, refused, healed, equal, logEqual } = playHonestRoom(seed);
  totals.rooms++;
  totals.edits += edits;
  totals.pushes += pushes;
  totals.refused += refused.length;
  if (!healed) totals.unhealed++;
  if (!equal || !logEqual) totals.diverged++;
  if (refused.length > 0 || !equal || !logEqual) {
    console.info(
      `seed ${seed}: refused ${JSON.stringify(refused)}, equal ${equal}, merged equal ${logEqual}`,
    );
  }
}

const hostile = { rooms: 0, crafted: 0, admitted: 0, thrown: 0, pending: 0, forged: 0 };
const copies = { diverged: 0, mergedDiffers: 0, unrepaired: 0 };
for (; hostile.rooms < Number(values.hostile); hostile.rooms++) {
  const seed = firstSeed + hostile.rooms;
  const room = playHostileRoom(seed);
  hostile.crafted += room.crafted;
  hostile.admitted += room.admitted;
  hostile.thrown += room.thrown.length;
  hostile.pending += room.pending;
  hostile.forged += room.forged;
  if (room.diverged > 0) copies.diverged++;
  if (room.mergedDiffers) copies.mergedDiffers++;
  if (!room.repaired) copies.unrepaired++;
  if (room.thrown.length + room.pending + room.diverged > 0 || room.mergedDiffers) {
    console.info(`hostile seed ${seed}: ${JSON.stringify(room)}`);
  }
}
console.info(JSON.stringify({ honest: totals, hostile: { ...hostile, ...copies } }));
if (hostile.thrown + hostile.pending + hostile.forged + copies.unrepaired > 0) process.exitCode = 1;
if (totals.refused > Math.max(1, totals.edits / 100_000) || totals.unhealed > 0 || totals.diverged > 0)
  process.exitCode = 1;
