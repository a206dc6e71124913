import { ok, refuse } from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { createLog } from '../../src/platform/log.ts';
import { isDuplicateKey, openDatabase, type Database } from '../../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from '../support/test-database.ts';

interface Jar {
  _id: string;
  label: string;
  lid: { colour: string };
}
const schema = new Schema<Jar>({
  _id: { type: String, required: true },
  label: { type: String, required: true },
  lid: { type: new Schema({ colour: String }, { _id: false }), default: { colour: 'red' } },
});
schema.index({ label: 1 }, { unique: true });

const log = createLog('silent');
let dataDir: string;
let database: Database;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mongo-'));
  database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log });
  database.connection.model<Jar>('Jar', schema, 'jars');
  await database.buildIndexes();
});
afterAll(async () => {
  await database.stop();
  await dropTestDatabase(dataDir);
  rmSync(dataDir, { recursive: true });
});
const jars = () => database.connection.model<Jar>('Jar');
const jar = (label: string) => ({ _id: `jar_${label}`, label, lid: { colour: 'blue' } });

describe('a transaction', () => {
  test('commits everything and answers what its work answered', async () => {
    const answer = await database.transaction(async (tx) => {
      await jars().create([jar('plum')], { session: tx });
      await jars().create([jar('pear')], { session: tx });
      return ok(2);
    });
    expect(answer).toEqual(ok(2));
    expect(await jars().countDocuments({ label: { $in: ['plum', 'pear'] } })).toBe(2);
  });

  test('writes nothing when its work refuses', async () => {
    const answer = await database.transaction(async (tx) => {
      await jars().create([jar('fig')], { session: tx });
      return refuse('id-taken', { id: 'fig' });
    });
    expect(answer.ok).toBe(false);
    expect(await jars().findById('jar_fig')).toBeNull();
  });

  test('writes nothing when its work breaks', async () => {
    const broken = database.transaction(async (tx) => {
      await jars().create([jar('quince')], { session: tx });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await jars().findById('jar_quince')).toBeNull();
  });

  test('is tried again when somebody else wrote the same meanwhile', async () => {
    await jars().create([jar('apple')]);
    let tries = 0;
    await database.transaction(async (tx) => {
      tries += 1;
      await jars().findById('jar_apple', null, { session: tx });
      if (tries === 1) await jars().updateOne({ _id: 'jar_apple' }, { $set: { label: 'first' } });
      await jars().updateOne({ _id: 'jar_apple' }, { $set: { label: 'second' } }, { session: tx });
    });
    expect(tries).toBe(2);
    expect((await jars().findById('jar_apple'))?.label).toBe('second');
  });
});

describe('what is stored', () => {
  test('a unique value taken already is told from any other fault', async () => {
    await jars().create([jar('cherry')]);
    const error: unknown = await jars()
      .create([{ ...jar('cherry'), _id: 'jar_other' }])
      .catch((caught: unknown) => caught);
    expect([isDuplicateKey(error), isDuplicateKey(error, 'label'), isDuplicateKey(error, '_id')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isDuplicateKey(new Error('E11000 duplicate key'))).toBe(false);
  });

  test('a field no schema knows is refused, in a part of a document as well, and in a filter', async () => {
    const odd = { ...jar('lime'), colour: 'green' };
    await expect(jars().create([odd])).rejects.toThrow(/colour/);
    const oddLid = { ...jar('lime'), lid: { colour: 'red', size: 3 } };
    await expect(jars().create([oddLid])).rejects.toThrow(/size/);
    await expect(jars().find({ lable: 'lime' } as object)).rejects.toThrow(/lable/);
  });
});

test('a database that does not answer is one sentence naming the variable', async () => {
  const opened = openDatabase({
    uri: 'mongodb://127.0.0.1:1/?replicaSet=rs0',
    dataDir,
    log,
    patienceMs: 200,
  });
  await expect(opened).rejects.toThrow(CannotStart);
  await expect(opened).rejects.toThrow(/^MONGODB_URI [^.]+\.$/);
});

test.skipIf(process.env['MONGODB_URI'])('a second server on the same folder is told so', async () => {
  const opened = openDatabase({ dataDir, log });
  await expect(opened).rejects.toThrow(CannotStart);
  await expect(opened).rejects.toThrow(/^DATA_DIR .* in use/);
});
