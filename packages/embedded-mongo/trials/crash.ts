/**
 * `npm run trial:crash -w @butinerie/embedded-mongo [-- ROUNDS]`: the database is killed with kill -9 under eight writers
 * and one transaction writer, and every second time the power is cut as well. Nothing acknowledged may be missing, no
 * transaction half there, no index beside its documents, no retried write done twice. `lostWithoutSync` is the proof
 * that the cut is one: what the same cut loses with syncing off. Last line: JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { look, type Faults } from './crash/look.ts';
import { makePower, type Power } from './crash/power.ts';
import { bundleVictim, startVictim } from './crash/victim.ts';
import { prepare, rowsOf, write, type Outcome } from './crash/writers.ts';

const ROUNDS = Number(process.argv[2] ?? '50');
const folder = mkdtempSync(join(tmpdir(), 'em-crash-'));
const FAULTS = ['lost', 'torn', 'indexMismatches', 'doubleApplied'] as const;
const half = (): boolean => Math.random() < 0.5;
/** A driver's watch over a server can miss that it died; then it waits for an answer for as long as it may connect. */
const connect = (uri: string): Promise<MongoClient> =>
  MongoClient.connect(uri, {
    serverSelectionTimeoutMS: 30_000,
    connectTimeoutMS: 2_000,
    heartbeatFrequencyMS: 500,
  });

/** What a power cut takes away when nothing is synced. */
async function lossWithoutSync(power: Power): Promise<number> {
  const dataDir = join(folder, 'unsynced');
  const victim = await startVictim(dataDir, { sync: 'full', power });
  const [client, numbered] = [await connect(victim.uri), await connect(victim.uri)];
  await prepare(rowsOf(client.db('trial')));
  await victim.kill();
  const unsynced = await startVictim(dataDir, { sync: 'none', power });
  let killed = false;
  const writing = write({ client, numbered, name: 'unsynced', goesOn: () => !killed });
  await setTimeout(500);
  killed = true;
  const { singles, pairs } = await writing;
  await unsynced.kill();
  power.cut(dataDir, () => false);
  const again = await startVictim(dataDir, { sync: 'full', power });
  const { lost } = await look(rowsOf(client.db('trial')), { singles, pairs });
  await Promise.all([client.close(), numbered.close()]);
  await again.kill();
  return lost;
}

const power = makePower(folder);
if (!power) console.log('No C compiler here: the database is killed, but no power is cut.');
bundleVictim();
const dataDir = join(folder, 'data');
let victim = await startVictim(dataDir, { sync: 'full', power });
const [client, numbered] = [await connect(victim.uri), await connect(victim.uri)];
const rows = rowsOf(client.db('trial'));
await prepare(rows);

const all: Outcome = { singles: [], pairs: [], sentAgain: 0, unknown: 0 };
const total: Faults = { lost: 0, torn: 0, indexMismatches: 0, doubleApplied: 0 };
let cuts = 0;
for (let round = 0; round < ROUNDS; round++) {
  let killed = false;
  const writing = write({ client, numbered, name: `r${round}`, goesOn: () => !killed });
  await setTimeout(200 + Math.random() * 800);
  killed = true;
  await victim.kill();
  let said = 'killed';
  if (power && round % 2 === 1) {
    const { unsynced, lost } = power.cut(dataDir, half);
    said = `killed, power cut: ${lost} of ${unsynced} unsynced pages lost`;
    cuts += 1;
  }
  victim = await startVictim(dataDir, { sync: 'full', power });
  const outcome = await writing;
  all.singles.push(...outcome.singles);
  all.pairs.push(...outcome.pairs);
  all.sentAgain += outcome.sentAgain;
  all.unknown += outcome.unknown;
  const faults = await look(rows, all);
  // What is wrong stays wrong and is seen again in later rounds, hence the largest count and not the sum.
  for (const fault of FAULTS) total[fault] = Math.max(total[fault], faults[fault]);
  console.log(
    `round ${round + 1}: ${outcome.singles.length} writes and ${outcome.pairs.length} transactions acknowledged; ${said}`,
  );
}
await Promise.all([client.close(), numbered.close()]);
await victim.kill();

const lostWithoutSync = power ? await lossWithoutSync(power) : null;
rmSync(folder, { recursive: true, force: true });
const acknowledged = all.singles.length + all.pairs.length;
console.log(
  `${cuts} power cuts; ${all.sentAgain} writes sent again after a kill; ${all.unknown} transactions given up by the driver`,
);
console.log(JSON.stringify({ rounds: ROUNDS, acknowledged, ...total, lostWithoutSync }));
const sound = Object.values(total).every((count) => count === 0) && acknowledged > 0 && lostWithoutSync !== 0;
process.exitCode = sound ? 0 : 1;
