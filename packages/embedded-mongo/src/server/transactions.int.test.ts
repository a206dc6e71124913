import { MongoServerError } from 'mongodb';
import type { ClientSession } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, startTestServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';

describe('transactions through the stock driver', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await startTestServer();
  });
  afterAll(async () => {
    await test.close();
  });

  async function begun<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = test.client.startSession();
    try {
      session.startTransaction();
      return await work(session);
    } finally {
      await session.endSession();
    }
  }

  it('count 20 concurrent increments as 20', async () => {
    const counter = test.rows('counter');
    await counter.insertOne({ _id: 1, n: 0 });
    const increment = (session: ClientSession): Promise<void> =>
      session.withTransaction(async () => {
        const found = await counter.findOne({ _id: 1 }, { session });
        await counter.updateOne({ _id: 1 }, { $set: { n: Number(found?.['n']) + 1 } }, { session });
      });
    await Promise.all(Array.from({ length: 20 }, () => test.client.withSession(increment)));
    expect(await counter.findOne({ _id: 1 })).toEqual({ _id: 1, n: 20 });
  });

  it('read one snapshot, whatever others write meanwhile, and see their own writes', async () => {
    const rows = test.rows('snapshot');
    await rows.insertMany([{ _id: 1 }, { _id: 2 }]);
    await begun(async (session) => {
      expect(await rows.countDocuments({}, { session })).toBe(2);
      await rows.insertOne({ _id: 3 });
      await rows.deleteOne({ _id: 1 });
      expect(await rows.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
      await rows.insertOne({ _id: 4 }, { session });
      expect(await rows.countDocuments({}, { session })).toBe(3);
      expect(await rows.countDocuments({})).toBe(2);
    });
  });

  it('leave nothing when aborted: no record, no index entry, no collection', async () => {
    const rows = test.rows('aborted');
    await rows.createIndex({ email: 1 }, { unique: true });
    await begun(async (session) => {
      await rows.insertOne({ email: 'a' }, { session });
      await test.rows('made-inside').insertOne({ x: 1 }, { session });
      await session.abortTransaction();
    });
    expect(await rows.countDocuments({})).toBe(0);
    expect(await codeOf(rows.insertOne({ email: 'a' }))).toBeUndefined();
    expect(await test.db.listCollections({ name: 'made-inside' }).toArray()).toEqual([]);
  });

  it('refuse the second writer of a record with a transient write conflict', async () => {
    const rows = test.rows('conflict');
    await rows.insertOne({ _id: 1, n: 0 });
    await begun(async (first) => {
      await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
      await begun(async (second) => {
        const refused = await rows
          .updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: second })
          .catch((error: unknown) => error);
        if (!(refused instanceof MongoServerError)) throw new Error('not refused');
        expect(refused.code).toBe(112);
        expect(refused.hasErrorLabel('TransientTransactionError')).toBe(true);
        expect(await codeOf(rows.findOne({}, { session: second }))).toBe(251);
      });
      await first.commitTransaction();
    });
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
  });

  it('refuse to write what was committed after their snapshot', async () => {
    const rows = test.rows('stale');
    await rows.insertOne({ _id: 1, n: 0 });
    await begun(async (session) => {
      await rows.findOne({ _id: 1 }, { session });
      await rows.updateOne({ _id: 1 }, { $inc: { n: 5 } });
      expect(await codeOf(rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }))).toBe(112);
    });
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, n: 5 });
  });

  it('refuse a unique key another transaction has taken but not committed', async () => {
    const rows = test.rows('unique');
    await rows.createIndex({ email: 1 }, { unique: true });
    await begun(async (first) => {
      await rows.insertOne({ email: 'a' }, { session: first });
      await begun(async (second) => {
        expect(await codeOf(rows.insertOne({ email: 'a' }, { session: second }))).toBe(112);
      });
      await first.commitTransaction();
    });
    expect(await codeOf(rows.insertOne({ email: 'a' }))).toBe(11000);
  });

  it('make a plain writer of the same record wait for them', async () => {
    const rows = test.rows('waiting');
    await rows.insertOne({ _id: 1, n: 0 });
    await begun(async (session) => {
      await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
      let waited = true;
      const plain = rows.updateOne({ _id: 1 }, { $inc: { n: 10 } }).then(() => (waited = false));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(waited).toBe(true);
      expect(await codeOf(rows.updateOne({ _id: 1 }, { $inc: { n: 100 } }, { maxTimeMS: 50 }))).toBe(50);
      await session.commitTransaction();
      await plain;
    });
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, n: 11 });
  });

  it('make an index build wait for those that wrote into its collection', async () => {
    const rows = test.rows('building');
    await rows.insertOne({ _id: 1 });
    await begun(async (session) => {
      await rows.insertOne({ _id: 2, email: 'b' }, { session });
      const built = rows.createIndex({ email: 1 });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await session.commitTransaction();
      await built;
    });
    expect(await rows.find({ email: 'b' }).hint('email_1').toArray()).toEqual([{ _id: 2, email: 'b' }]);
  });

  it('answer a commit sent twice, and refuse what comes after it', async () => {
    const rows = test.rows('twice');
    await begun(async (session) => {
      await rows.insertOne({ _id: 1 }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await rows.countDocuments({})).toBe(1);
  });

  it('refuse what MongoDB refuses inside them, and end', async () => {
    await begun(async (session) => {
      await test.rows('twice').findOne({}, { session });
      expect(await codeOf(test.db.command({ count: 'twice' }, { session }))).toBe(263);
    });
  });
});
