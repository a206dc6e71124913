/**
 * A small part of the official tests in every run of the suite; `npm run conformance` runs them all.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { startTestServer } from '../src/testing/server.ts';
import { dataFolder, runFolder } from './suite.ts';

const data = dataFolder();
const FOLDERS = ['index-management', 'collection-management', 'transactions-convenient-api'];

it('passes the official driver tests of indexes, collections and the convenient transactions', async ({
  skip,
}) => {
  if (!data) return skip('the official driver tests are absent: set BUTINERIE_TEST_DATA');
  const dataDir = join(tmpdir().toLowerCase(), `em-official-${randomBytes(4).toString('hex')}`);
  const test = await startTestServer({ testCommands: true, dataDir });
  const uri = test.uri.replace('&directConnection=true', '');
  const own = await MongoClient.connect(uri);
  for (const folder of FOLDERS) {
    const { counts, lines } = await runFolder({ uri, own }, { path: join(data.path, folder), folder });
    expect(lines.filter((line) => line.startsWith('FAILED'))).toEqual([]);
    expect(counts.passed).toBeGreaterThan(0);
  }
  await own.close();
  await test.close();
});
