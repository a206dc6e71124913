import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase, RESTORING, type Database } from '../../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.ts';
import { createTestServer } from '../../test/support/test-server.ts';
import { collectionsIn, CONTENTS, dbOf, dump } from './dump.ts';
import { restore } from './restore.ts';

const { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp, UUID } = mongoose.mongo.BSON;
const log = createLog('silent');
let folder: string;
let source: Database;

const open = (name: string): Promise<Database> => {
  const dataDir = join(folder, name);
  return openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log });
};
async function discard(name: string, database: Database): Promise<void> {
  await database.stop();
  await dropTestDatabase(join(folder, name));
}
/** Every byte of every document, and every index. */
async function everything({ connection }: Database): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, options } of await collectionsIn(connection)) {
    const collection = dbOf(connection).collection(name);
    const rows = await collection.find({}, { raw: true, sort: { _id: 1 } }).toArray();
    const bytes = rows.map((row) => Buffer.from(row as unknown as Uint8Array).toString('base64'));
    const indexes = (await collection.indexes()).sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
    found[name] = { options, bytes, indexes };
  }
  return found;
}

beforeAll(async () => {
  const server = await createTestServer();
  folder = server.folder;
  await server.person({ name: 'Inès Benali' });
  await server.app.stop();
  source = await open('data');
  await dbOf(source.connection)
    .collection('values')
    .insertMany([
      {
        _id: 1 as never,
        int: new Int32(2),
        double: new Double(2),
        long: Long.fromString('9007199254740993'),
      },
      {
        _id: 'é' as never,
        decimal: Decimal128.fromString('1.50'),
        not: new Double(-0),
        nan: NaN,
        none: null,
      },
      {
        _id: new ObjectId(),
        when: new Date(-1),
        bytes: new Binary(Buffer.from([0, 255]), 128),
        uuid: new UUID(),
      },
      { _id: 2 as never, stamp: new Timestamp(5n), rule: /^a"b\n/i, list: [[], {}, '"\u2028 \\'] },
    ]);
});
afterAll(async () => {
  await discard('data', source);
  rmSync(folder, { recursive: true, force: true });
});

test('an instance goes to another database byte for byte, its indexes too, and back', async () => {
  const dumped = join(folder, 'dumped');
  const contents = await dump(source, dumped);
  expect(contents.collections.map(({ name }) => name)).toContain('ledger');
  expect(readdirSync(dumped).length).toBe(contents.collections.length + 1);
  expect(readdirSync(dumped).map((name) => statSync(join(dumped, name)).mode & 0o777)).not.toContain(0o644);

  const target = await open('target');
  await restore(target, dumped);
  expect(await everything(target)).toEqual(await everything(source));
  const again = join(folder, 'again');
  await dump(target, again);
  for (const name of readdirSync(dumped))
    expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(dumped, name), 'utf8'));

  await expect(restore(target, dumped)).rejects.toThrow(
    /^Nothing was restored: .* restore into an empty one\.$/,
  );
  await expect(dump(source, dumped)).rejects.toThrow(/^Nothing was dumped: .* is not empty/);
  expect(await everything(target)).toEqual(await everything(source));
  await discard('target', target);
});

test('a damaged dump leaves nothing behind', async () => {
  const dumped = join(folder, 'damaged');
  await dump(source, dumped);
  const file = join(dumped, 'values.jsonl');
  const lines = readFileSync(file, 'utf8');
  const target = await open('empty');
  const refused = async (why: RegExp): Promise<void> => {
    await expect(restore(target, dumped)).rejects.toThrow(why);
    expect(await collectionsIn(target.connection)).toEqual([]);
  };
  writeFileSync(file, lines.slice(0, lines.indexOf('\n') + 1));
  await refused(/has 1 documents and not 4; it is damaged/);
  writeFileSync(file, lines.slice(0, -5));
  await refused(/values\.jsonl, line 4, is no document/);
  rmSync(join(dumped, CONTENTS));
  await refused(/is no finished dump/);
  await discard('empty', target);
});

test('[SH5] nothing is restored where no account says what was destroyed, unless somebody says that nothing was', async () => {
  const dumped = join(folder, 'for-elsewhere');
  await dump(source, dumped);
  const dataDir = join(folder, 'elsewhere', 'data');
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    MONGODB_URI: testDatabaseUri(dataDir),
    ATTRIBUTION_KEY_FILE: join(folder, 'elsewhere', 'keys', 'attribution.pem'),
  };
  const script = join(import.meta.dirname, '../data.ts');
  const run = (...more: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', script, 'restore', dumped, ...more], { env });
  await expect(run()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('attribution.destroyed, which says what was destroyed, is not there'),
  });
  expect((await run('--nothing-destroyed')).stdout).toMatch(/Restored \d+ collections\.\n$/);
  await dropTestDatabase(dataDir);
});

test('no server starts on a database whose restore was interrupted', async () => {
  const target = await open('interrupted');
  await dbOf(target.connection).createCollection(RESTORING);
  await target.stop();
  await expect(open('interrupted')).rejects.toThrow(/^A restore into this database was interrupted/);
  await dropTestDatabase(join(folder, 'interrupted'));
});
