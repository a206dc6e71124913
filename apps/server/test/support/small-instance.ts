/** The ledger on a real database without the rest of the server: people and ideas by letter, a clock set by hand. */
import { originOf, verifyCheckpoint, type TrustedKey } from '@butinerie/attribution';
import { directorateId, ideaId, personId, reboundId } from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAttribution, type Attribution, type CreditAct } from '../../src/attribution/index.ts';
import { keyFiles, openKeyFile } from '../../src/attribution/key-file.ts';
import { lastSigned, type LastSigned } from '../../src/attribution/last-signed.ts';
import { ledgerStore } from '../../src/attribution/ledger.store.ts';
import { liveLedger } from '../../src/attribution/live-ledger.ts';
import { signing, type Signing } from '../../src/attribution/sign-head.ts';
import { signingKeys } from '../../src/attribution/signing-keys.ts';
import { verifierKeysStore } from '../../src/attribution/verifier-keys.store.ts';
import { instanceIdOf, type Snapshot } from '../../src/attribution/verify/stored-instance.ts';
import { verifyInstance, type InstanceReport } from '../../src/attribution/verify/verify-instance.ts';
import { settableClock, type SettableClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase, type Database } from '../../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';

const numbered = (prefix: string, letter: string): string => `${prefix}_${letter.padStart(26, '0')}`;
export const person = (letter: string) => personId.parse(numbered('p', letter));
export const idea = (letter: string) => ideaId.parse(numbered('id', letter));
export const rebound = (letter: string) => reboundId.parse(numbered('rb', letter));
export const directorate = (letter: string) => directorateId.parse(numbered('dr', letter));

export const known = (letter: string): CreditAct => ({
  act: 'person.known',
  person: person(letter),
  name: `Personne ${letter.toUpperCase()}`,
  directorate: 'Direction des routes',
});
export const proposed = (letter: string, by: string): CreditAct => ({
  act: 'idea.proposed',
  idea: idea(letter),
  by: person(by),
  title: 'Un café des idées',
  text: 'Chaque jeudi, la porte est ouverte.',
  directorate: directorate('1'),
});

export interface SmallInstance {
  readonly database: Database;
  readonly attribution: Attribution;
  readonly clock: SettableClock;
  readonly keyFile: string;
  record(...acts: CreditAct[]): Promise<number>;
  /** As a start of the server makes it: everything read back from the database. */
  restarted(): Signing;
  readonly outside: LastSigned;
  verify(): Promise<InstanceReport>;
  stop(): Promise<void>;
}

const log = createLog('silent');

export async function createSmallInstance(): Promise<SmallInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const keyFile = join(folder, 'keys', 'attribution.pem');
  const clock = settableClock(new Date('2026-10-12T07:00:00Z'));
  const database = await openDatabase({
    uri: testDatabaseUri(folder),
    dataDir: join(folder, 'data'),
    log,
    sync: 'none',
  });
  const { connection } = database;
  const attribution = createAttribution({
    database,
    clock,
    log,
    keyFile,
    instanceId: 'test',
    publicUrl: new URL('http://localhost:3000'),
    named: async () => {},
  });
  await database.buildIndexes();
  await connection.collection('instance').insertOne({ _id: 'instance' as never, id: 'test' });
  await attribution.start();

  return {
    database,
    attribution,
    clock,
    keyFile,
    outside: lastSigned(keyFile),
    record: (...acts) => database.transaction((tx) => attribution.record(tx, acts)),
    restarted() {
      // The models are those of the first start; a connection has each of them once.
      for (const name of ['LedgerRow', 'LedgerHead', 'Checkpoint', 'VerifierKey'])
        connection.deleteModel(name);
      const ledger = ledgerStore(connection);
      const live = liveLedger({ ledger, log });
      const files = keyFiles(keyFile, originOf('test'));
      const keys = signingKeys({ files, changes: live.keyChanges, clock });
      const known = verifierKeysStore(connection);
      const origin = originOf('test');
      return signing({ origin, ledger, live, files, keys, known, lastSigned: lastSigned(keyFile), log });
    },
    verify: () =>
      database.transaction(async (session) => {
        const { db } = connection;
        if (db === undefined) throw new Error('not connected');
        const from: Snapshot = { db, session };
        const instance = await instanceIdOf(from);
        const kept = lastSigned(keyFile).read();
        const brought = kept === null ? [] : [kept];
        const keys: TrustedKey[] = [{ key: openKeyFile(keyFile, originOf('test')).key }];
        return verifyInstance({ from, origin: originOf(instance ?? ''), keys, brought });
      }),
    async stop() {
      await database.stop();
      await dropTestDatabase(folder);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Size and root of a signed note. */
export function readNote(note: string, keyFile: string) {
  const { key } = openKeyFile(keyFile, originOf('test'));
  const read = verifyCheckpoint(note, { keys: [{ key }] });
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value;
}
