/**
 * Checks an instance's ledger and everything beside it, and changes nothing. Beside a running server it reads through
 * the server's own database. `npm run attribution:verify [-- file of a checkpoint kept elsewhere …]`
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyEn, originOf, sayKeyChange, toBase64, type TrustedKey } from '@butinerie/attribution';
import { readKeyFile } from '../src/attribution/key-file.ts';
import { lastSigned } from '../src/attribution/last-signed.ts';
import { instanceIdOf, type Snapshot } from '../src/attribution/verify/stored-instance.ts';
import { verifyInstance, type InstanceReport } from '../src/attribution/verify/verify-instance.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase, type Database } from '../src/platform/mongo.ts';

/** The port of a running server's embedded database: a socket in its data, or where a file there says it is. */
function socketOf(dataDir: string): string {
  const elsewhere = join(dataDir, 'socket');
  return existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(dataDir, 'db.sock');
}

async function open({ mongodbUri: uri, dataDir }: Config): Promise<Database> {
  const log = createLog('error');
  if (uri !== undefined) return openDatabase({ uri, dataDir, log });
  if (!existsSync(dataDir)) throw new CannotStart(`DATA_DIR ${dataDir} holds no instance.`);
  const socket = socketOf(dataDir);
  if (existsSync(socket)) {
    const running = `mongodb://${encodeURIComponent(socket)}/?directConnection=true`;
    // A server that was killed leaves its socket behind, and nobody answers there.
    const answered = await openDatabase({ uri: running, dataDir, log, patienceMs: 2_000 }).catch(() => null);
    if (answered !== null) return answered;
  }
  return openDatabase({ dataDir, log });
}

async function reportOn(config: Config): Promise<InstanceReport> {
  const database = await open(config);
  try {
    const { db } = database.connection;
    if (db === undefined) throw new CannotStart('The database is not open.');
    return await database.transaction((session) => verify({ db, session }, config));
  } finally {
    await database.stop();
  }
}

async function verify(from: Snapshot, { attributionKeyFile }: Config): Promise<InstanceReport> {
  const instance = await instanceIdOf(from);
  if (instance === null) throw new CannotStart('The database holds no instance.');
  const origin = originOf(instance);
  const signer = readKeyFile(attributionKeyFile, origin);
  if (signer === null) console.error(`${attributionKeyFile}: no key there, so no signature can be checked.`);
  const keys: TrustedKey[] = signer === null ? [] : [{ key: signer.key }];
  const kept = lastSigned(attributionKeyFile).read();
  const brought = process.argv.slice(2).map((file) => checkpointIn(readFileSync(file, 'utf8')));
  if (kept?.startsWith(`${origin}\n`) === true) brought.push(kept);
  return verifyInstance({ from, origin, keys, brought });
}

/** A receipt ends with its checkpoint; a file that is not one is a checkpoint itself. */
function checkpointIn(file: string): string {
  const text = file.replaceAll('\r\n', '\n');
  const signature = text.indexOf('\n\n—');
  const proof = text.lastIndexOf('\n\n', signature - 1);
  return proof < 0 ? text : text.slice(proof + 2);
}

function print({ size, root, checkpoints, keyChanges, findings }: InstanceReport): void {
  console.log(`leaves       ${size}`);
  console.log(`root         ${toBase64(root)}`);
  console.log(`checkpoints  ${checkpoints}`);
  for (const change of keyChanges)
    console.log(`key          ${sayKeyChange(change, keyEn, (t) => t.slice(0, 10))}`);
  console.log(`findings     ${findings.length}`);
  for (const { n, problem, detail } of findings)
    console.log(`  ${(n === null ? '-' : `n=${n}`).padEnd(9)} ${problem.padEnd(17)} ${detail}`);
  console.log(JSON.stringify({ size, findings: findings.length }));
}

const config = readConfig(process.env);
if (!config.ok) {
  console.error(config.sentence);
  process.exitCode = 2;
} else {
  try {
    const report = await reportOn(config.value);
    print(report);
    process.exitCode = report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
