/**
 * `npm run bench -- collaboration`: the same work over the same wire on the product (guard and durable log on), on
 * @hocuspocus/server, on a naive Socket.IO relay and on a bare WebSocket floor, in one run, interleaved, in rounds. The
 * peers store nothing; the floor once more with the product's log before each message, where that is compared. Ratios are to @hocuspocus/server, medians of the rounds.
 *
 * G1 fan-out to 300, processor a delivery · G2 how long a key takes, p50, the append apart · G3 burst, 135 keys a second
 * before 300 · G4 carets of 100 · G5 cold join of 250 kB · G6 heap of an idle text · G7 300 come back at once · G8 200
 * texts · G9 megabytes held for each listener who stops reading.
 *
 * Before the first round each server is run in: people come and go, and some thousand keys are typed one by one. Without
 * that a server which does more for each key is measured while it still compiles.
 *
 * `--only=G1,G7` runs what those need; `--against=hocuspocus` leaves the other servers out; `--rounds=1`; `--quick`
 * shows that everything runs, its numbers mean little; `--profile` prints the functions that held the processor longest,
 * of each server and of our database, in a round of its own whose numbers are left out.
 */
import { startChild } from './collaboration/child.ts';
import { KINDS, prepare } from './collaboration/ground.ts';
import { readOptions } from './collaboration/options.ts';
import { report } from './collaboration/report.ts';
import { arePeersThere, peerVersion } from './collaboration/servers/peers.ts';
import type { Measured, Stage } from './collaboration/workloads.ts';
import type { Kind } from './collaboration/speech.ts';

if (!arePeersThere()) {
  console.log('SKIPPED: the other servers are not installed; npm run peers -w @butinerie/collaboration');
  process.exit(0);
}
// Loaded once the peers are known to be there: the lines are one of theirs.
const { coldJoin, idle, many, presence, stalled, storm, typing, warmUp } =
  await import('./collaboration/workloads.ts');

const { quick, profile, rounds: ROUNDS, runs, against } = readOptions(process.argv.slice(2));
const kinds = KINDS.filter((kind) => kind === 'ours' || against === null || against.includes(kind));
const PEOPLE = quick ? 40 : 300;
const IDLE = quick ? 30 : 1_000;
const TEXTS = quick ? 30 : 200;
const SMALL = runs('idle') ? IDLE : runs('many') ? TEXTS : 0;
const SECONDS = quick ? 3 : 8;
const WARMING = quick ? { keys: 50, seconds: 1 } : { keys: 2_500, seconds: 8 };

const WORKLOADS: Readonly<Record<string, (stage: Stage) => Promise<Measured>>> = {
  fan: (stage) =>
    typing(stage, { place: shared(stage), listeners: PEOPLE, writers: 5, perSecond: 5, seconds: SECONDS }),
  burst: (stage) =>
    typing(stage, { place: shared(stage), listeners: PEOPLE, writers: 27, perSecond: 5, seconds: SECONDS }),
  presence: (stage) => presence(stage, shared(stage)),
  cold: (stage) => coldJoin(stage, { is: 'long', round: stage.round }),
  stormCurrent: (stage) => storm(stage, { place: { is: 'medium', round: stage.round }, have: 'current' }),
  stormEmpty: (stage) => storm(stage, { place: { is: 'medium', round: stage.round }, have: 'empty' }),
  many: (stage) => many(stage, { texts: TEXTS, seconds: SECONDS }),
  manyIds: (stage) =>
    typing(stage, {
      place: { is: 'manyIds', round: 0 },
      listeners: 20,
      writers: 2,
      perSecond: 5,
      seconds: SECONDS,
    }),
  idle: (stage) => idle(stage, IDLE),
  stalled: (stage) => {
    const places = { reading: shared(stage), stalled: { is: 'medium', round: stage.round } as const };
    return stalled(stage, places, quick ? 20 : 250);
  },
};
/**
 * In which round those are run that measure memory, which does not depend on what else the machine does: a text takes
 * minutes to be idle, and what is written to who does not read is long, and read again by the server a while later.
 */
const ONCE: Readonly<Record<string, number>> = { idle: 0, stalled: ROUNDS - 1 };
const shared = ({ round }: Stage) => ({ is: 'shared', round }) as const;

console.log(
  `Node ${process.version}, @hocuspocus/server ${peerVersion('@hocuspocus/server')}, ${ROUNDS} rounds, ${PEOPLE} people`,
);
const typed = new Set([
  ...(runs('cold') ? (['long'] as const) : []),
  ...(runs('stormCurrent') || runs('stormEmpty') || runs('stalled') ? (['medium'] as const) : []),
  ...(runs('manyIds') ? (['manyIds'] as const) : []),
]);
const ground = await prepare({ people: PEOPLE, rounds: ROUNDS, small: SMALL, typed });
const crowd = await startChild('./crowd.ts');
const measured: Record<string, Record<Kind, Measured[]>> = {};
try {
  for (const kind of kinds) await warmUp({ ground, crowd, kind, round: 0, profile: false }, WARMING);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(WORKLOADS)) {
      if (!runs(name) || round !== (ONCE[name] ?? round)) continue;
      const cells = (measured[name] ??= { ours: [], hocuspocus: [], naive: [], floor: [], durable: [] });
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        // Nothing is held in the floor, and a relay of bytes has no text to be idle.
        if (kind === 'floor' && (name === 'idle' || name === 'manyIds')) continue;
        // One row a message, which is what the product does in these two as well.
        if (kind === 'durable' && name !== 'fan' && name !== 'many') continue;
        cells[kind].push(await work({ ground, crowd, kind, round, profile: false }));
      }
      // Once everything has run: code is at its best by then, in every server.
      if (!profile || round < ROUNDS - 1 || name in ONCE) continue;
      console.log(`\nprofile of ${name}`);
      const profiled = kinds.filter((kind) => cells[kind].length > 0);
      for (const kind of profiled) await work({ ground, crowd, kind, round, profile });
    }
    console.log(`round ${round + 1} of ${ROUNDS}`);
  }
  report(measured);
} finally {
  ground.stop();
  crowd.kill();
}
process.exit(0);
