/**
 * `npm run trial:guard -- [--edits 100000] [--seed N]`: honest people at random in front of the guard until so many
 * edits are made. Prints every refusal with its seed; the last line is JSON with `edits`, `pushes`, `refused`,
 * `unhealed` and `diverged`.
 */

import { parseArgs } from 'node:util';
import { playHonestRoom } from '../src/testing/honest-room.ts';

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const wanted = Number(values.edits);
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);
const totals = { seed: firstSeed, rooms: 0, edits: 0, pushes: 0, refused: 0, unhealed: 0, diverged: 0 };
while (totals.edits < wanted) {
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
console.info(JSON.stringify(totals));
if (totals.refused > wanted / 100_000 || totals.unhealed > 0 || totals.diverged > 0) process.exitCode = 1;
