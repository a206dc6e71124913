/** What the log answers where another server wrote a row first: how far it came, so that the other texts go on. */
import { SeqTaken, type LogRow } from '@butinerie/collaboration/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { openDatabase, type Database } from '../platform/mongo.ts';
import { documentStore } from './documents.store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'butinerie-log-'));
let database: Database;

beforeAll(async () => {
  const log = createLog('silent');
  database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log, sync: 'none' });
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const row = (doc: string, seq: number): LogRow => ({
  doc,
  seq,
  person: 'p_author',
  at: new Date('2027-03-01T08:00:00Z'),
  bytes: Uint8Array.of(0, 0),
});

test('[CE45] of rows of several texts those before the one that was taken are there, and no other', async () => {
  const { log } = documentStore(database.connection, systemClock);
  await log.append([row('id_two', 1)]);
  const appending = log.append([row('id_one', 1), row('id_two', 1), row('id_three', 1), row('id_one', 2)]);
  const reason: unknown = await appending.catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(SeqTaken);
  expect(reason instanceof SeqTaken && reason.written).toBe(1);
  const seqs = async (doc: string) => (await log.read(doc)).map(({ seq }) => seq);
  expect([await seqs('id_one'), await seqs('id_two'), await seqs('id_three')]).toEqual([[1], [1], []]);
});
