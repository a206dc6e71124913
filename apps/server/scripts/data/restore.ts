/**
 * A dumped folder back into an empty database. While it is under way the database says so, and no server starts on it:
 * what was interrupted is never taken for an instance.
 */
import mongoose from 'mongoose';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { RESTORING, type Database } from '../../src/platform/mongo.ts';
import {
  collectionsIn,
  CONTENTS,
  dbOf,
  documentsFile,
  FORMAT,
  type Contents,
  type DumpedCollection,
} from './dump.ts';

const { EJSON } = mongoose.mongo.BSON;
const MOST_TOGETHER = 500;
const MOST_BYTES = 8_000_000;

export async function restore(database: Database, folder: string): Promise<Contents> {
  const contents = readContents(folder);
  const there = await collectionsIn(database.connection);
  const [first] = there;
  if (first !== undefined)
    throw new CannotStart(
      `Nothing was restored: the database holds ${there.length} collections already, ${first.name} among them; restore into an empty one.`,
    );
  const db = dbOf(database.connection);
  await db.createCollection(RESTORING);
  try {
    for (const collection of contents.collections) await bringBack(db, collection, folder);
  } catch (error) {
    for (const { name } of await collectionsIn(database.connection))
      if (name !== RESTORING) await db.dropCollection(name);
    await db.dropCollection(RESTORING);
    throw error;
  }
  await db.dropCollection(RESTORING);
  return contents;
}

function readContents(folder: string): Contents {
  const file = join(folder, CONTENTS);
  let read: unknown;
  try {
    read = EJSON.parse(readFileSync(file, 'utf8'), { relaxed: true });
  } catch (error) {
    throw new CannotStart(`${folder} is no finished dump: ${CONTENTS} in it cannot be read.`, error);
  }
  if (!isContents(read)) throw new CannotStart(`${file} was not written by this version of the program.`);
  return read;
}

function isContents(read: unknown): read is Contents {
  return (
    typeof read === 'object' &&
    read !== null &&
    'format' in read &&
    read.format === FORMAT &&
    'collections' in read &&
    Array.isArray(read.collections)
  );
}

async function bringBack(db: mongoose.mongo.Db, dumped: DumpedCollection, folder: string): Promise<void> {
  const { name, options, indexes } = dumped;
  const collection = await db.createCollection(name, options);
  const file = documentsFile(folder, name);
  let count = 0;
  for await (const documents of batchesIn(file)) {
    await collection.insertMany(documents);
    count += documents.length;
  }
  if (count !== dumped.documents)
    throw new CannotStart(
      `Nothing was restored: ${file} has ${count} documents and not ${dumped.documents}; it is damaged.`,
    );
  // After the documents: building an index once costs less than keeping it up to date.
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
}

async function* batchesIn(file: string): AsyncGenerator<object[]> {
  let batch: object[] = [];
  let bytes = 0;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line += 1;
    if (text === '') continue;
    batch.push(parse(text, `${file}, line ${line}`));
    bytes += text.length;
    if (batch.length < MOST_TOGETHER && bytes < MOST_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function parse(text: string, where: string): object {
  try {
    return EJSON.parse(text, { relaxed: false }) as object;
  } catch (error) {
    throw new CannotStart(`Nothing was restored: ${where}, is no document in EJSON.`, error);
  }
}
