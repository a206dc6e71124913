import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NewerFormat, startEmbeddedMongo } from '../index.ts';
import { encodeDoc } from '../bson/encode.ts';
import { doc, int } from '../bson/value.ts';
import { Disk } from '../store/disk.ts';
import { FORMAT_KEY } from '../store/keys.ts';
import type { Row } from '../testing/server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'em-thread-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps across a stop what was written, and stopping twice is stopping once', async () => {
  const dataDir = join(folder, 'kept');
  for (const known of [0, 1]) {
    const mongo = await startEmbeddedMongo({ dataDir, sync: 'none' });
    const client = await MongoClient.connect(mongo.uri);
    const rows = client.db('test').collection<Row>('rows');
    expect(await rows.countDocuments()).toBe(known);
    await rows.insertOne({ _id: known });
    await client.close();
    await Promise.all([mongo.stop(), mongo.stop()]);
  }
});

it('refuses data of a newer format, and leaves them and their folder free', async () => {
  const dataDir = join(folder, 'newer');
  await (await startEmbeddedMongo({ dataDir })).stop();
  const disk = new Disk(join(dataDir, 'data.mdb'), 'full');
  const set = (version: number): Promise<void> =>
    disk.write(() => disk.apply([[FORMAT_KEY, encodeDoc(doc({ version: int(version) }))]]));
  await set(2);
  for (const _ of [1, 2]) await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(NewerFormat);
  await set(1);
  await disk.close();
  await (await startEmbeddedMongo({ dataDir })).stop();
});

it('ends the process with one sentence when its thread dies', () => {
  const child = fileURLToPath(new URL('../testing/dying-child.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--import', 'tsx', child], { encoding: 'utf8', timeout: 30_000 });
  expect(run.stderr).toBe(
    'The embedded database stopped by itself (a page that cannot be); what it acknowledged is kept: start again.\n',
  );
  expect(run.status).toBe(1);
});
