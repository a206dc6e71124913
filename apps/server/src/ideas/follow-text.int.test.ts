/** How a record follows the text of its idea, on a database of its own. */
import { mintId } from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.ts';
import { createLog } from '../platform/log.ts';
import { openDatabase, type Database } from '../platform/mongo.ts';
import { alone } from '../platform/servers/wake-ups.ts';
import { ideaStore } from './ideas.store.ts';

const folder = mkdtempSync(join(tmpdir(), 'butinerie-records-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase({
    uri: testDatabaseUri(folder),
    dataDir: folder,
    log: createLog('silent'),
    sync: 'none',
  });
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(folder);
  rmSync(folder, { recursive: true, force: true });
});

test('a record follows the later reading of its text, whichever of two is written first', async () => {
  const idea = mintId('idea');
  const store = ideaStore(database.connection, alone());
  const stored = database.connection.collection<{ _id: string; title: string; seal: unknown }>('ideas');
  // As one of before readings were numbered.
  await stored.insertOne({ _id: idea, title: 'Avant', seal: null });
  const titles: unknown[] = [];
  for (const [title, seq] of [
    ['Trois', 3],
    ['Deux', 2],
    ['Encore trois', 3],
    ['Quatre', 4],
  ] as const) {
    await store.project([{ idea, title, text: '', seq }], new Date('2027-03-01T08:00:00Z'));
    titles.push((await stored.findOne({ _id: idea }))?.title);
  }
  expect(titles).toEqual(['Trois', 'Trois', 'Encore trois', 'Quatre']);
  expect((await store.byIds([idea]))[0]).not.toHaveProperty('textSeq');
});
