/** Whether a start has to open every text again: only after a stop that was not in order. */
import type { LiveDocument } from '@butinerie/collaboration/server';
import { mintId } from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.ts';
import { createLog } from '../platform/log.ts';
import { openDatabase, type Database } from '../platform/mongo.ts';
import { followedStore } from './followed.store.ts';
import { createProjection } from './projection.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'butinerie-followed-'));
const log = createLog('silent');
let database: Database;

beforeAll(async () => {
  database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log, sync: 'none' });
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

test('what a stop left is taken once: a crash after that start leaves nothing', async () => {
  const followed = followedStore(database.connection);
  expect(await followed.take()).toBe(false);
  await followed.leave();
  await followed.leave();
  expect(await followed.take()).toBe(true);
  expect(await followed.take()).toBe(false);
});

test('a record that could not follow its text is no stop in order; one that waited for its turn is', async () => {
  const idea = mintId('idea');
  // Only what is asked of a document here.
  const document = { read: async () => ({ title: 'Un titre', text: 'Un texte', seq: 1 }) } as LiveDocument;
  const written: string[] = [];
  const well = createProjection(log);
  well.onTexts(async (texts) => void written.push(...texts.map(({ text }) => text)));
  well.moved(idea, document);
  expect(await well.stop()).toBe(true);
  expect(written).toEqual(['Un texte']);

  const ill = createProjection(log);
  ill.onTexts(async () => {
    throw new Error('the database is away');
  });
  ill.moved(idea, document);
  expect(await ill.stop()).toBe(false);
});
