/**
 * A database as a folder of text: each collection in `NAME.jsonl`, one document a line in canonical EJSON (what
 * `mongoimport` reads), and last of all `collections.json`, which says what must be there. One state of the database.
 */
import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import type { Database } from '../../src/platform/mongo.ts';

const { EJSON } = mongoose.mongo.BSON;

export const FORMAT = 1;
export const CONTENTS = 'collections.json';

export interface DumpedCollection {
  readonly name: string;
  readonly documents: number;
  readonly options: Record<string, unknown>;
  /** All but the one every collection has on `_id`. */
  readonly indexes: readonly Record<string, unknown>[];
}
export interface Contents {
  readonly format: number;
  readonly collections: readonly DumpedCollection[];
}

export const documentsFile = (folder: string, name: string): string => join(folder, `${name}.jsonl`);

export async function dump(database: Database, folder: string): Promise<Contents> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CannotStart(`Nothing was dumped: ${folder} is not empty; name a new folder.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = dbOf(database.connection);
  // One state of the whole database. The embedded one is locked to this process, so that nobody writes meanwhile.
  const session = await database.connection.startSession({ snapshot: !database.embedded });
  try {
    const collections: DumpedCollection[] = [];
    for (const { name, options } of await collectionsIn(database.connection)) {
      const indexes = await db.collection(name).indexes();
      const documents = await write(
        db.collection(name).find({}, { ...EXACT, session }),
        documentsFile(folder, name),
      );
      collections.push({
        name,
        documents,
        options,
        indexes: indexes.filter((index) => index.name !== '_id_'),
      });
    }
    const contents: Contents = { format: FORMAT, collections };
    const text = EJSON.stringify(contents, undefined, 2, { relaxed: false });
    writeFileSync(join(folder, CONTENTS), text, { mode: 0o600, flush: true });
    return contents;
  } finally {
    await session.endSession();
  }
}

/** Numbers keep the type they have on disk. */
const EXACT = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

async function write(documents: AsyncIterable<object>, file: string): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const document of documents) {
      count += 1;
      yield `${EJSON.stringify(document, { relaxed: false })}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return count;
}

export function dbOf({ db }: Connection): mongoose.mongo.Db {
  if (db === undefined) throw new Error('the database is not connected');
  return db;
}

/** What an instance wrote; a view or a collection of MongoDB's own is no part of it. */
export async function collectionsIn(
  connection: Connection,
): Promise<{ name: string; options: Record<string, unknown> }[]> {
  const all = await dbOf(connection).listCollections().toArray();
  return all
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.'))
    .map(({ name, ...rest }) => ({ name, options: 'options' in rest ? { ...rest.options } : {} }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
