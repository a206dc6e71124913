import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer({ sync: 'full' });
  await test.rows('synced').createIndex({ tag: 1 });
  await test.rows('synced').insertOne({ _id: 0 });
});
afterAll(() => test.close());

/** How many syncs lay between asking and being answered. */
async function syncsOf(work: () => Promise<unknown>): Promise<number> {
  const before = test.syncs();
  await work();
  return test.syncs() - before;
}

it('answers a write after one sync, however many documents and indexes it touches', async () => {
  const rows = test.rows('synced');
  expect(await syncsOf(() => rows.insertOne({ _id: 1, tag: 'a' }))).toBe(1);
  const many = Array.from({ length: 300 }, (_, at) => ({ _id: 100 + at, tag: `t${at}` }));
  expect(await syncsOf(() => rows.insertMany(many))).toBe(1);
  expect(await syncsOf(() => rows.updateMany({}, { $set: { tag: 'b' } }))).toBe(1);
  expect(await syncsOf(() => rows.deleteOne({ _id: 1 }))).toBe(1);
});

it('answers a transaction after one sync, and syncs nothing for one that is given up', async () => {
  const [rows, others] = [test.rows('synced'), test.rows('others')];
  await others.insertOne({ _id: 0 });
  const both = (fails: boolean): Promise<unknown> =>
    test.client.withSession((session) =>
      session.withTransaction(async () => {
        await rows.insertOne({ _id: 2 }, { session });
        await others.insertOne({ _id: 2 }, { session });
        if (fails) throw new Error('given up');
      }),
    );
  expect(await syncsOf(() => both(true).catch(() => undefined))).toBe(0);
  expect(await syncsOf(() => both(false))).toBe(1);
});

it('syncs nothing for reading', async () => {
  expect(await syncsOf(() => test.rows('synced').find({}).toArray())).toBe(0);
});

it('lets writes that wait together share a sync', async () => {
  const writes = Array.from({ length: 64 }, (_, at) => test.rows('synced').insertOne({ _id: 1000 + at }));
  const syncs = await syncsOf(() => Promise.all(writes));
  expect(syncs).toBeGreaterThan(0);
  expect(syncs).toBeLessThan(64);
});
