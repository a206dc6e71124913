import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter, IndexDescription } from 'mongodb';
import { codeOf, startTestServer } from '../testing/server.ts';
import type { Row, TestServer } from '../testing/server.ts';

const INDEXES: IndexDescription[] = [
  { key: { a: 1 } },
  { key: { b: -1 } },
  { key: { a: 1, b: -1, c: 1 } },
  { key: { 'd.e': 1 } },
  { key: { c: 1 }, sparse: true },
  { key: { b: 1, a: 1 }, partialFilterExpression: { b: { $gt: 2 } }, name: 'partial' },
];

let seed = 987_654_321;
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const pick = <T>(from: T[]): T | undefined => from[random(from.length)];

function scalar(): unknown {
  return pick<unknown>([
    null,
    0,
    1,
    2,
    3,
    4,
    2.5,
    -1,
    'x',
    'y',
    'xy',
    '',
    true,
    new Date(5),
    [],
    [1, 3],
    [2, 'x'],
    { e: 1 },
  ]);
}

/** Only `a` holds arrays among the fields of the compound index: parallel arrays cannot be indexed. */
function single(): unknown {
  const made = scalar();
  return Array.isArray(made) ? 7 : made;
}

function row(): Row {
  const made: Row = {};
  for (const name of ['a', 'b', 'c']) if (random(5) > 0) made[name] = name === 'a' ? scalar() : single();
  if (random(3) > 0)
    made['d'] = pick<unknown>([{ e: scalar() }, [{ e: scalar() }, { e: scalar() }], [], scalar()]);
  return made;
}

function condition(): unknown {
  const operator = pick(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$ne', '$exists', 'plain', 'range']);
  if (operator === 'plain') return scalar();
  if (operator === 'range') return { $gte: random(4), $lt: random(5) };
  if (operator === '$in') return { $in: [scalar(), scalar()] };
  return { [operator ?? '$eq']: operator === '$exists' ? random(2) === 0 : scalar() };
}

function filter(): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const name of ['a', 'b', 'c', 'd.e']) if (random(2) === 0) made[name] = condition();
  if (random(6) === 0) return { $or: [made, { a: condition() }] };
  return made;
}

describe('the planner', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await startTestServer();
  });
  afterAll(async () => {
    await test.close();
  });

  it('finds with indexes exactly what it finds without, in the same order when sorted', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({ ...row(), _id: at }));
    const [plain, indexed] = [test.rows('plain'), test.rows('indexed')];
    await indexed.createIndexes(INDEXES);
    await Promise.all([plain.insertMany(rows), indexed.insertMany(rows)]);
    for (let round = 0; round < 60; round++) {
      const id = random(300);
      const change =
        random(3) === 0 ? { $unset: { a: 1 } } : { $set: { [pick(['b', 'c']) ?? 'b']: single() } };
      await plain.updateOne({ _id: id }, change);
      await indexed.updateOne({ _id: id }, change);
    }
    for (let round = 0; round < 400; round++) {
      const wanted = filter();
      const field = pick(['a', 'b', 'c', 'd.e']) ?? 'a';
      const sort: Record<string, 1 | -1> =
        random(2) === 0 ? { _id: 1 } : { [field]: random(2) === 0 ? 1 : -1, _id: 1 };
      const name = `seed at ${seed}: ${JSON.stringify(wanted)} ${JSON.stringify(sort)}`;
      const ids = (rowsOf: Row[]): unknown => [name, rowsOf.map((one) => one._id)];
      expect(ids(await indexed.find(wanted).sort(sort).toArray())).toEqual(
        ids(await plain.find(wanted).sort(sort).toArray()),
      );
    }
  });

  it('walks an index in the wanted order, reading no more than it shows', async () => {
    const rows = test.rows('ordered');
    await rows.createIndex({ challenge: 1, at: -1 });
    await rows.insertMany(Array.from({ length: 500 }, (_, at) => ({ challenge: at % 5, at })));
    const { queryPlanner, executionStats } = await rows
      .find({ challenge: 3 })
      .sort({ at: 1 })
      .limit(20)
      .explain();
    expect(queryPlanner.winningPlan).toMatchObject({
      stage: 'FETCH',
      inputStage: { stage: 'IXSCAN', indexName: 'challenge_1_at_-1', direction: 'backward' },
    });
    expect(executionStats).toMatchObject({ nReturned: 20, totalDocsExamined: 20 });
  });

  it('keeps unique, sparse and partial indexes to what they promise', async () => {
    const rows = test.rows('promises');
    await rows.createIndex(
      { email: 1 },
      { unique: true, partialFilterExpression: { email: { $type: 'string' } } },
    );
    await rows.createIndex({ code: 1 }, { unique: true, sparse: true });
    await rows.insertMany([{ email: null }, { email: null, code: 1 }, { email: 'a' }]);
    expect(await codeOf(rows.insertOne({ email: 'a' }))).toBe(11000);
    expect(await codeOf(rows.insertOne({ code: 1 }))).toBe(11000);
    expect(await codeOf(rows.insertOne({ code: 1.5 }))).toBeUndefined();
    expect(await rows.countDocuments({ code: null })).toBe(2);
    expect(await codeOf(rows.createIndex({ email: 1 }, { unique: true, name: 'all' }))).toBe(11000);
    expect((await rows.indexes()).map((index) => index.name)).not.toContain('all');
  });

  it('looks one key up and still holds what it finds against the whole filter', async () => {
    const rows = test.rows('looked-up');
    await rows.createIndex({ mail: 1 }, { unique: true });
    await rows.insertMany([
      { _id: 'a', mail: 'x', state: 'open' },
      { _id: 'b', mail: 'y', state: 'shut' },
    ]);
    const ids = async (filter: Filter<Row>) => (await rows.find(filter).toArray()).map((one) => one._id);
    const shut = { state: 'shut' };
    for (const key of [{ _id: 'a' }, { mail: { $in: ['x', 'z'] } }]) {
      expect(await ids(key)).toEqual(['a']);
      expect(await ids({ ...key, ...shut })).toEqual([]);
      expect(await ids({ $and: [key, shut] })).toEqual([]);
      expect(await ids({ $and: [key, { $or: [shut, { state: 'gone' }] }] })).toEqual([]);
      expect(await ids({ $and: [key, { $nor: [{ state: 'open' }] }] })).toEqual([]);
      expect(await ids({ $and: [key, { $expr: { $eq: ['$state', 'shut'] } }] })).toEqual([]);
    }
    // An array under the key is searched through, as without the index.
    await rows.insertOne({ _id: 'c', mail: ['v', 'w'] });
    expect(await ids({ mail: 'w' })).toEqual(['c']);
    expect(await ids({ mail: 'x' })).toEqual(['a']);
    expect(await ids({ mail: ['v', 'w'] })).toEqual(['c']);
  });

  it('tells apart long texts that begin alike', async () => {
    const rows = test.rows('long');
    await rows.createIndex({ text: 1 }, { unique: true });
    const long = 'é'.repeat(2000);
    await rows.insertMany([
      { _id: 1, text: `${long}b` },
      { _id: 2, text: `${long}a` },
    ]);
    expect(await codeOf(rows.insertOne({ text: `${long}a` }))).toBe(11000);
    expect(await rows.findOne({ text: `${long}a` }, { projection: { _id: 1 } })).toEqual({ _id: 2 });
    const sorted = await rows
      .find({ text: { $gte: long } })
      .sort({ text: 1 })
      .toArray();
    expect(sorted.map((one) => one._id)).toEqual([2, 1]);
  });
});
