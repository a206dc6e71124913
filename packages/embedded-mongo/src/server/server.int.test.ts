import { Long, UUID } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataDirInUse, startEmbeddedMongo } from '../index.ts';
import { codeOf, startTestServer } from '../testing/server.ts';
import { rawClient } from '../testing/raw.ts';
import type { TestServer } from '../testing/server.ts';

describe('the server through the stock driver', () => {
  let test: TestServer;
  let time = Date.parse('2026-01-01T00:00:00Z');
  beforeAll(async () => {
    test = await startTestServer({ now: () => new Date(time), sweepEveryMs: 20 });
  });
  afterAll(async () => {
    await test.close();
  });

  it('says it is a one-node replica set of a current version', async () => {
    const hello = await test.db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      setName: 'embedded',
      maxWireVersion: 25,
      logicalSessionTimeoutMinutes: 30,
      ok: 1,
    });
  });

  it('refuses loudly, with the code of MongoDB, what it does not do', async () => {
    const rows = test.rows('refusals');
    await rows.insertOne({ a: 1 });
    const codes = await Promise.all([
      codeOf(test.db.command({ mapReduce: 'x' })),
      codeOf(test.db.command({ configureFailPoint: 'failCommand', mode: 'off' })),
      codeOf(test.db.command({ find: 'x', surprise: 1 })),
      codeOf(rows.find({ a: { $near: [1, 2] } }).toArray()),
      codeOf(rows.find({ $where: 'true' }).toArray()),
      codeOf(rows.aggregate([{ $facet: {} }]).toArray()),
      codeOf(rows.aggregate([{ $project: { a: { $dateToString: {} } } }]).toArray()),
      codeOf(rows.updateOne({}, { $frob: { a: 1 } })),
      codeOf(test.db.createCollection('capped', { capped: true, size: 1000 })),
      codeOf(rows.createIndex({ a: 'text' })),
      codeOf(rows.watch().next()),
      codeOf(rows.find({ a: 1 }).hint('absent').toArray()),
    ]);
    expect(codes).toEqual([59, 59, 40415, 2, 115, 40324, 168, 9, 115, 115, 40324, 2]);
  });

  it('hands out a long answer in batches, from one snapshot', async () => {
    const rows = test.rows('batches');
    await rows.insertMany(Array.from({ length: 1000 }, (_, at) => ({ _id: at })));
    const cursor = rows.find({}, { batchSize: 7 }).sort({ _id: -1 });
    expect(await cursor.next()).toEqual({ _id: 999 });
    await rows.deleteMany({});
    expect((await cursor.toArray()).map((row) => row._id)).toEqual(
      Array.from({ length: 999 }, (_, at) => 998 - at),
    );
    expect(await rows.countDocuments({})).toBe(0);
  });

  it('kills a cursor when told to', async () => {
    const rows = test.rows('killed');
    await rows.insertMany(Array.from({ length: 10 }, (_, at) => ({ _id: at })));
    const opened = await test.db.command({ find: 'killed', batchSize: 2 }, { promoteLongs: false });
    const id: unknown = opened['cursor'].id;
    expect(id).toBeInstanceOf(Long);
    expect(await test.db.command({ killCursors: 'killed', cursors: [id] })).toMatchObject({
      cursorsNotFound: [],
    });
    expect(await codeOf(test.db.command({ getMore: id, collection: 'killed' }))).toBe(43);
  });

  it('answers a retryable write sent twice from its record, even after a restart', async () => {
    const lsid = { id: new UUID() };
    const send = async (): Promise<unknown> => {
      const raw = await rawClient(test.uri);
      const reply = await raw.command({
        update: 'retried',
        updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
        lsid,
        txnNumber: Long.fromNumber(1),
        $db: 'test',
      });
      raw.socket.destroy();
      return reply;
    };
    const wanted = { ok: 1, n: 1, upserted: [{ index: 0, _id: 1 }] };
    expect(await send()).toMatchObject(wanted);
    expect(await send()).toMatchObject(wanted);
    await test.restart();
    expect(await send()).toMatchObject(wanted);
    expect(await test.rows('retried').findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
  });

  it('finds everything after a restart, indexes included', async () => {
    const rows = test.rows('restarted');
    await rows.createIndex({ email: 1 }, { unique: true });
    await rows.insertMany([{ email: 'a' }, { email: 'b' }]);
    await test.restart();
    expect(await test.rows('restarted').countDocuments({ email: 'b' })).toBe(1);
    expect(await codeOf(test.rows('restarted').insertOne({ email: 'a' }))).toBe(11000);
    expect((await test.rows('restarted').indexes()).map((index) => index.name)).toEqual(['_id_', 'email_1']);
  });

  it('removes documents when their time has come by its clock', async () => {
    const rows = test.rows('expiring');
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await rows.insertMany([
      { _id: 1, at: new Date(time) },
      { _id: 2, at: new Date(time + 3_600_000) },
      { _id: 3 },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await rows.countDocuments({})).toBe(3);
    time += 61_000;
    await expect.poll(() => rows.countDocuments({}), { timeout: 5000 }).toBe(2);
    expect(await rows.distinct('_id')).toEqual([2, 3]);
  });

  it('lets no second server open its data', async () => {
    await expect(startEmbeddedMongo({ dataDir: test.dataDir })).rejects.toBeInstanceOf(DataDirInUse);
    expect(await test.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('treats __proto__ as the name of a field', async () => {
    const rows = test.rows('proto');
    await rows.insertOne(JSON.parse('{"_id":1,"__proto__":{"polluted":true}}'));
    await rows.updateOne({ _id: 1 }, { $set: { '__proto__.more': 1, 'constructor.prototype.x': 1 } });
    expect(await rows.countDocuments({ '__proto__.polluted': true, '__proto__.more': 1 })).toBe(1);
    expect(Object.hasOwn(Object.prototype, 'polluted') || 'x' in {}).toBe(false);
  });
});
