import { randomBytes } from 'node:crypto';
import { Binary, Long } from 'bson';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawClient } from '../testing/raw.ts';
import type { RawClient } from '../testing/raw.ts';
import { startTestServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';

describe('what a session sends again', () => {
  let test: TestServer;
  let raw: RawClient;
  beforeAll(async () => {
    test = await startTestServer({ testCommands: true });
    raw = await rawClient(test.uri);
  });
  afterAll(async () => {
    raw.socket.destroy();
    await test.close();
  });

  const lsid = (): Document => ({ id: new Binary(randomBytes(16), 4) });
  const writing = (session: Document, command: Document): Document => ({
    ...command,
    $db: 'test',
    lsid: session,
    txnNumber: Long.fromNumber(1),
  });

  it('is done statement by statement: what is new runs, what was done is told again', async () => {
    const session = lsid();
    const rows = test.rows('statements');
    const update = (stmtIds: number[]): Document =>
      writing(session, {
        update: 'statements',
        updates: stmtIds.map((_id) => ({ q: { _id }, u: { $inc: { n: 1 } }, upsert: true })),
        stmtIds,
      });
    await raw.command(update([1, 2]));
    expect(await raw.command(update([2, 3]))).toMatchObject({ ok: 1, n: 2, retriedStmtIds: [2] });
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
      { _id: 3, n: 1 },
    ]);
  });

  it('is still known after the server was started again, for each kind of write', async () => {
    const session = lsid();
    const commands = [
      { insert: 'again', documents: [{ _id: 1, n: 0 }] },
      { update: 'again', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] },
      { findAndModify: 'again', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: true },
      { delete: 'again', deletes: [{ q: { _id: 1 }, limit: 1 }] },
    ].map((command, at) => ({ ...writing(session, command), txnNumber: Long.fromNumber(at + 1) }));
    let first: Document = {};
    for (const command of commands) {
      first = await raw.command(command);
      await test.restart();
      raw.socket.destroy();
      raw = await rawClient(test.uri);
      const second = await raw.command(command);
      for (const told of ['n', 'nModified', 'value', 'lastErrorObject'])
        expect([told, second[told]]).toEqual([told, first[told]]);
      expect(second['retriedStmtIds']).toEqual([0]);
    }
    const [insert] = commands;
    expect(await raw.command(insert ?? {})).toMatchObject({ ok: 0, code: 225 });
  });

  it('is refused or undone when it fails before its commit, and labelled as one to send again', async () => {
    const admin = test.client.db('admin');
    const arm = async (data: Document): Promise<void> => {
      await admin.command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });
    };
    const insert = writing(lsid(), { insert: 'labelled', documents: [{ _id: 1 }] });
    await arm({ failCommands: ['insert'], errorCode: 91 });
    expect(await raw.command(insert)).toMatchObject({
      ok: 0,
      code: 91,
      errorLabels: ['RetryableWriteError'],
    });
    await arm({ failCommands: ['insert'], errorCode: 2 });
    expect((await raw.command(insert))['errorLabels']).toBeUndefined();
    await arm({ failCommands: ['insert'], errorCode: 2, errorLabels: ['Mine'] });
    expect(await raw.command(insert)).toMatchObject({ ok: 0, errorLabels: ['Mine'] });
    expect(await raw.command({ ...insert, writeConcern: { w: 3 } })).toMatchObject({
      ok: 1,
      n: 1,
      writeConcernError: { code: 100 },
    });
    expect(await test.rows('labelled').countDocuments()).toBe(1);
  });
});

describe('a session of snapshot reads', () => {
  it('sees one state for all its reads, and is refused where a state cannot be read', async () => {
    const test = await startTestServer();
    const rows = test.rows('states');
    await rows.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    await test.client.withSession({ snapshot: true }, async (session) => {
      expect(await rows.countDocuments({}, { session })).toBe(2);
      await rows.insertOne({ _id: 3, n: 5 });
      await rows.updateOne({ _id: 1 }, { $set: { n: 9 } });
      expect(await rows.distinct('n', {}, { session })).toEqual([1]);
      expect(await rows.find({}, { session, batchSize: 1 }).toArray()).toHaveLength(2);
      expect(await rows.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
    });
    expect(await rows.distinct('n')).toEqual([1, 5, 9]);
    const read = { level: 'snapshot' };
    const raw = await rawClient(test.uri);
    expect(await raw.command({ count: 'states', $db: 'test', readConcern: read })).toMatchObject({
      code: 72,
    });
    expect(
      await raw.command({
        find: 'states',
        $db: 'test',
        readConcern: { ...read, atClusterTime: Long.fromNumber(1) },
      }),
    ).toMatchObject({ code: 14 });
    raw.socket.destroy();
    await test.close();
  });
});
