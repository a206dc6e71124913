/** The operations measured, each as the product's layer sends it through the stock driver. */
import type { Collection, Db, MongoClient } from 'mongodb';

export interface Row {
  _id: string;
  email: string;
  team: string;
  at: number;
  text: string;
}

export interface Bench {
  client: MongoClient;
  db: Db;
  rows: Collection<Row>;
  /** How many rows there are at the start. */
  size: number;
}

export interface Operation {
  name: string;
  /** Meant to cost the same whatever the size, because an index finds it. */
  indexed: boolean;
  run: (bench: Bench, turn: number) => Promise<unknown>;
}

const TEAMS = 50;

export const rowOf = (number: number | string, at = 0): Row => ({
  _id: `row_${number}`,
  email: `person-${number}@agents.example.org`,
  team: `team-${at % TEAMS}`,
  at,
  text: 'Une idée tient en quelques phrases, et chacune compte. '.repeat(4),
});

/** The same walk through the rows each time, without following their order. */
const some = ({ size }: Bench, turn: number): number => (turn * 7919) % size;
let fresh = 0;

export const OPERATIONS: readonly Operation[] = [
  { name: 'ping', indexed: true, run: ({ db }) => db.command({ ping: 1 }) },
  {
    name: 'insert',
    indexed: true,
    run: ({ rows }) => rows.insertOne(rowOf(`fresh-${++fresh}`, -fresh)),
  },
  {
    name: 'findById',
    indexed: true,
    run: (bench, turn) => bench.rows.findOne({ _id: `row_${some(bench, turn)}` }),
  },
  {
    name: 'findByUnique',
    indexed: true,
    run: (bench, turn) => bench.rows.findOne({ email: `person-${some(bench, turn)}@agents.example.org` }),
  },
  {
    name: 'rangeSortLimit',
    indexed: true,
    run: (bench, turn) =>
      bench.rows
        .find({ team: `team-${turn % TEAMS}`, at: { $gte: Math.floor(some(bench, turn) / 2) } })
        .sort({ at: 1 })
        .limit(20)
        .toArray(),
  },
  {
    name: 'update',
    indexed: true,
    run: (bench, turn) =>
      bench.rows.updateOne({ _id: `row_${some(bench, turn)}` }, { $set: { text: `changed ${turn}` } }),
  },
  {
    name: 'withTransaction',
    indexed: true,
    run: ({ client, rows }) =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await rows.insertOne(rowOf(`fresh-${++fresh}`, -fresh), { session });
          await rows.insertOne(rowOf(`fresh-${++fresh}`, -fresh), { session });
        }),
      ),
  },
  {
    name: 'fullScan',
    indexed: false,
    run: async ({ rows }) => {
      let length = 0;
      for await (const row of rows.find({}, { batchSize: 1000 })) length += row.text.length;
      return length;
    },
  },
  {
    name: 'group',
    indexed: false,
    run: ({ rows }) =>
      rows.aggregate([{ $group: { _id: '$team', rows: { $sum: 1 }, last: { $max: '$at' } } }]).toArray(),
  },
];

export async function fill(client: MongoClient, name: string, size: number): Promise<Bench> {
  const db = client.db('bench');
  const rows = db.collection<Row>(name);
  await rows.createIndexes([{ key: { email: 1 }, unique: true }, { key: { team: 1, at: 1 } }]);
  for (let from = 0; from < size; from += 1000) {
    const batch = Array.from({ length: Math.min(1000, size - from) }, (_, at) => rowOf(from + at, from + at));
    await rows.insertMany(batch);
  }
  return { client, db, rows, size };
}
