/**
 * The matrix of semantics: each case through the server with the stock driver, against what MongoDB's documentation says.
 */
import { BSON } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, startTestServer } from '../../src/testing/server.ts';
import type { Row, TestServer } from '../../src/testing/server.ts';
import { ARRAYS } from './arrays.ts';
import type { Case, Group } from './cases.ts';
import { COLLATION } from './collation.ts';
import { NUMBERS } from './numbers.ts';
import { ORDER } from './order.ts';
import { PRESENCE } from './presence.ts';

const GROUPS: Group[] = [...ORDER, ...PRESENCE, ...NUMBERS, ...ARRAYS, ...COLLATION];
const ANY_ID = { _id: 'one' };

let test: TestServer;
let cases: Collection<Row>;

/** Values keep their types on the way back, so that an int32 is told from a long. */
const TYPED = { promoteValues: false };

beforeAll(async () => {
  test = await startTestServer();
  cases = test.rows('matrix');
});

afterAll(async () => {
  await test.close();
});

const written = (value: unknown): string => BSON.EJSON.stringify(value, { relaxed: false });
/** As it comes back from the server: a whole number is an int32. */
const asStored = (value: unknown): string =>
  written(BSON.deserialize(BSON.serialize({ value }), { promoteValues: false })['value']);

async function holding(documents: Document[]): Promise<void> {
  await cases.deleteMany({});
  await cases.insertMany(documents);
}

async function computed(expression: unknown): Promise<unknown> {
  const [found] = await cases.aggregate([{ $project: { _id: 0, v: [expression] } }], TYPED).toArray();
  const { v }: { v?: unknown } = found ?? {};
  return Array.isArray(v) ? v[0] : undefined;
}

async function run(one: Case): Promise<void> {
  switch (one.kind) {
    case 'find': {
      await holding(one.documents);
      const { sort = {}, collation } = one;
      const found = await cases
        .find(one.filter, { ...TYPED, sort, ...(collation ? { collation } : {}) })
        .toArray();
      expect(written(found.map((document): unknown => document['_id']))).toBe(asStored(one.ids));
      return;
    }
    case 'update': {
      await holding([{ ...ANY_ID, ...one.before }]);
      const { filter = {}, arrayFilters } = one;
      await cases.updateOne({ ...ANY_ID, ...filter }, one.update, arrayFilters ? { arrayFilters } : {});
      expect(written(await cases.findOne({}, TYPED))).toBe(asStored({ ...ANY_ID, ...one.after }));
      return;
    }
    case 'compute':
      await holding([one.document]);
      expect(written(await computed(one.expression))).toBe(asStored(one.value));
      return;
    case 'refused': {
      await holding([{ ...ANY_ID, ...one.before }]);
      if (one.update) expect(await codeOf(cases.updateOne({}, one.update))).toBe(one.code);
      else if (one.filter) expect(await codeOf(cases.findOne({}, one.filter))).toBe(one.code);
      else expect(Number(await codeOf(computed(one.expression)))).toBe(one.code);
      expect(written(await cases.findOne({}, TYPED))).toBe(asStored({ ...ANY_ID, ...one.before }));
    }
  }
}

it('has at least 200 cases, each under a page of the documentation', () => {
  expect(GROUPS.flatMap((group) => group.cases).length).toBeGreaterThanOrEqual(200);
  for (const group of GROUPS) expect(group.page).toMatch(/^https:\/\/www\.mongodb\.com\/docs\//);
});

describe.each(GROUPS)('$title', ({ cases: group }) => {
  it.each(group)('$name', async (one) => {
    await run(one);
  });
});
