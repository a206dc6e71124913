/** What a stolen application could do to rows that are only added: by the database's role, and by its own models. */
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentStore } from '../src/co-editing/documents.store.ts';
import { privilegesOf, type Privilege } from '../src/platform/privileges.ts';
import { testDatabaseUri } from './support/test-database.ts';
import { createTestServer, type TestServer } from './support/test-server.ts';
import {
  createSmallInstance,
  known,
  person,
  proposed,
  type SmallInstance,
} from './support/small-instance.ts';

const ONLY_ADDED = ['checkpoints', 'docClients', 'docUpdates', 'impactEntries', 'ledger'];
const uri = process.env['MONGODB_URI'];

let server: TestServer;
let small: SmallInstance;
beforeAll(async () => {
  server = await createTestServer();
  small = await createSmallInstance();
  await small.record(known('a'), proposed('1', 'a'));
});
afterAll(async () => {
  await small.stop();
  await server.stop();
});

const lines = () =>
  server.app
    .databaseRole()
    .split('\n')
    .filter((line) => line.startsWith('  {'))
    .map((line) => JSON.parse(line.replace(/,$/, '')) as Privilege);

test('[T17] of two claims of one id at once, on whichever database this runs, one row stays', async () => {
  const { connection } = small.database;
  documentStore(connection, small.clock);
  const clients = connection.model('DocClient');
  await clients.init();
  const at = small.clock.now();
  const claim = (letter: string) =>
    clients.create([{ _id: `claim ${letter}`, doc: 'id_x', clientId: 7, person: person(letter), at }]);
  const claims = await Promise.allSettled([claim('a'), claim('b')]);
  expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await clients.countDocuments({ doc: 'id_x', clientId: 7 })).toBe(1);
});

describe('[T24] rows that are only added', () => {
  test('are neither changed nor removed by anybody who holds the application’s role', () => {
    const byName = new Map(lines().map(({ resource, actions }) => [resource.collection, actions]));
    for (const name of ONLY_ADDED) {
      expect(byName.get(name), name).toEqual(expect.arrayContaining(['find', 'insert']));
      for (const act of ['update', 'remove', 'dropCollection']) expect(byName.get(name)).not.toContain(act);
    }
    expect(byName.get('ideas')).toContain('update');
    expect(byName.get('ledgerHead')).toContain('update');
    for (const actions of byName.values()) expect(actions).not.toContain('dropDatabase');
  });

  test('are refused a change by the models of the application itself', async () => {
    const model = small.database.connection.model('LedgerRow');
    const rows = () => model.find().sort({ _id: 1 }).lean();
    const before = await rows();
    for (const change of [
      () => model.updateOne({ _id: 0 }, { $set: { names: [person('b')] } }),
      () => model.updateMany({}, { $set: { names: [] } }),
      () => model.replaceOne({ _id: 0 }, { _id: 0 }),
      () => model.findOneAndUpdate({ _id: 0 }, { $set: { names: [] } }),
      () => model.findOneAndReplace({ _id: 0 }, { _id: 0 }),
      () => model.findOneAndDelete({ _id: 0 }),
      () => model.deleteOne({ _id: 0 }),
      () => model.deleteMany({}),
    ])
      await expect(change().exec()).rejects.toThrow('only added');
    expect(await rows()).toEqual(before);
  });

  /** The embedded database has no accounts: only a MongoDB server can say no by itself. */
  test.skipIf(uri === undefined || uri === '')(
    'are refused a change by MongoDB itself: Unauthorized (needs MONGODB_URI)',
    async () => {
      const { connection } = small.database;
      const admin = connection.db;
      if (admin === undefined) throw new Error('not connected');
      const [role, user, pwd] = ['threatRole', 'threatUser', 'threat'];
      await admin.command({ createRole: role, roles: [], privileges: privilegesOf(connection) });
      await admin.command({ createUser: user, pwd, roles: [role] });
      const address = new URL(testDatabaseUri('any', uri) ?? '');
      address.username = user;
      address.password = pwd;
      address.pathname = `/${connection.name}`;
      address.searchParams.set('authSource', connection.name);
      const client = await mongoose.mongo.MongoClient.connect(address.href);
      try {
        expect(await client.db().collection('ledger').countDocuments()).toBe(2);
        for (const name of ONLY_ADDED) {
          const rows = client.db().collection(name);
          for (const change of [
            () => rows.updateOne({}, { $set: { names: [] } }),
            () => rows.updateOne({ _id: 'none' as never }, { $set: { names: [] } }, { upsert: true }),
            () => rows.replaceOne({}, {}),
            () => rows.findOneAndUpdate({}, { $set: { names: [] } }),
            () => rows.findOneAndReplace({}, {}),
            () => rows.findOneAndDelete({}),
            () => rows.deleteOne({}),
            () => rows.deleteMany({}),
            () => rows.drop(),
            () => rows.rename(`${name}Before`),
          ])
            await expect(change(), `${name}: ${String(change)}`).rejects.toMatchObject({ code: 13 });
        }
        const added = { _id: 'added' as never, doc: 'id_x', seq: 1 };
        expect((await client.db().collection('docUpdates').insertOne(added)).acknowledged).toBe(true);
      } finally {
        await client.close();
        await admin.command({ dropUser: user });
        await admin.command({ dropRole: role });
      }
    },
  );
});
