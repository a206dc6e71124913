/** Snapshots longer than the database holds in one document. */
import type { Snapshot } from '@butinerie/collaboration/server';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.ts';
import { createLog } from '../platform/log.ts';
import { openDatabase, type Database } from '../platform/mongo.ts';
import { snapshotStore } from './snapshots.store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'butinerie-snapshots-'));
let database: Database;
let store: ReturnType<typeof snapshotStore>;

beforeAll(async () => {
  const log = createLog('silent');
  database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log, sync: 'none' });
  store = snapshotStore(database.connection);
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const digest = ({ seq, update }: Snapshot): string =>
  `${seq} ${createHash('sha256').update(update).digest('hex')}`;
const read = async (doc: string): Promise<string | null> => {
  const found = await store.read(doc);
  return found === null ? null : digest(found);
};
const partsOf = (doc: string): Promise<number> =>
  database.connection.collection('docSnapshotParts').countDocuments({ doc });
/** As long as a history of forty long pastes a person, taken back each time. */
const LONG = randomBytes(18_000_000);

test('[CE30] a history too long for one document of the database is kept in parts, and read whole', async () => {
  const long = { seq: 400, update: LONG };
  await store.keep('id_long', long);
  expect(await read('id_long')).toBe(digest(long));
  expect(await partsOf('id_long')).toBe(2);

  const longer = { seq: 600, update: Buffer.concat([LONG.subarray(1), LONG.subarray(0, 4_000_000)]) };
  await store.keep('id_long', longer);
  expect(await read('id_long')).toBe(digest(longer));
  expect(await partsOf('id_long')).toBe(2);
});

test('[CE30] a server that is behind neither replaces a snapshot nor leaves parts of its own', async () => {
  const newer = { seq: 700, update: LONG };
  await store.keep('id_behind', newer);
  await store.keep('id_behind', { seq: 500, update: LONG.subarray(9) });
  expect(await read('id_behind')).toBe(digest(newer));
  expect(await partsOf('id_behind')).toBe(2);
  const short = { seq: 900, update: Buffer.from('court') };
  await store.keep('id_behind', short);
  expect([await read('id_behind'), await partsOf('id_behind')]).toEqual([digest(short), 0]);
});

test('[CE30] a snapshot of which a part is missing is none: the log is read', async () => {
  await store.keep('id_torn', { seq: 400, update: LONG });
  await database.connection.collection('docSnapshotParts').deleteOne({ doc: 'id_torn' });
  expect(await read('id_torn')).toBe(null);
});
