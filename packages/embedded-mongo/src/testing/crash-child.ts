/**
 * Answers for being killed: a server and its writers in one process, which says on its output what was acknowledged.
 */
import { writeSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../index.ts';
import type { Row } from './server.ts';

const [dataDir = '', round = '0'] = process.argv.slice(2);
const { uri } = await startEmbeddedMongo({ dataDir });
const client = await MongoClient.connect(uri);
const db = client.db('test');
const single = db.collection<Row>('single');
await single.createIndex({ tag: 1 }, { unique: true });
await db.collection('left').insertOne({ start: round });
await db.collection('right').insertOne({ start: round });

const say = (line: string): number => writeSync(1, `${line}\n`);

async function writer(name: number): Promise<never> {
  for (let at = 0; ; at++) {
    const id = `${round}-${name}-${at}`;
    await single.insertOne({ _id: id, tag: `tag-${id}` });
    say(`single ${id}`);
  }
}

async function transactions(): Promise<never> {
  for (let at = 0; ; at++) {
    const id = `${round}-t-${at}`;
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await db.collection<Row>('left').insertOne({ _id: id }, { session });
        await db.collection<Row>('right').insertOne({ _id: id }, { session });
      }),
    );
    say(`pair ${id}`);
  }
}

say('ready');
await Promise.all([...Array.from({ length: 8 }, (_, name) => writer(name)), transactions()]);
