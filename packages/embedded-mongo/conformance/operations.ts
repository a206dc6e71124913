/**
 * Answers for what a test's operations on clients, databases and collections mean to the stock driver.
 */
import { ClientSession, Collection, Db, MongoClient } from 'mongodb';
import type {
  AnyBulkWriteOperation,
  AnyClientBulkWriteModel,
  Document,
  SearchIndexDescription,
} from 'mongodb';
import { concerns } from './entities.ts';
import { list, record, records, text } from './json.ts';
import type { Json } from './json.ts';

type Run<T> = (target: T, given: Json, options: Json) => Promise<unknown>;

/** The arguments that are not options are named, and taken out of them. */
function without(given: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

function pipelineOf(given: Json): Document[] {
  return records(given['pipeline']);
}

function showing(given: Json): Json {
  const { returnDocument, ...rest } = given;
  return returnDocument === undefined
    ? rest
    : { ...rest, returnDocument: text(returnDocument).toLowerCase() };
}

function updateOf(given: Json): Document {
  const { update } = given;
  return Array.isArray(update) ? update : record(update);
}

/** The driver adds identifiers to the documents it is given, and a test file's are used more than once. */
const fresh = (documents: unknown): Document[] => records(documents).map((one) => ({ ...one }));

const COLLECTION: Record<string, Run<Collection>> = {
  aggregate: (on, given, options) => on.aggregate(pipelineOf(given), without(options, 'pipeline')).toArray(),
  bulkWrite: (on, given, options) =>
    on.bulkWrite(list(given['requests']) as AnyBulkWriteOperation[], without(options, 'requests')),
  count: (on, given, options) => on.count(record(given['filter']), without(options, 'filter')),
  countDocuments: (on, given, options) =>
    on.countDocuments(record(given['filter']), without(options, 'filter')),
  createIndex: async (on, given, options) =>
    await on.createIndex(record(given['keys']) as Record<string, 1>, without(options, 'keys')),
  createSearchIndex: (on, given) =>
    on.createSearchIndex(record(given['model']) as unknown as SearchIndexDescription),
  createSearchIndexes: (on, given) =>
    on.createSearchIndexes(list(given['models']) as SearchIndexDescription[]),
  deleteMany: (on, given, options) => on.deleteMany(record(given['filter']), without(options, 'filter')),
  deleteOne: (on, given, options) => on.deleteOne(record(given['filter']), without(options, 'filter')),
  distinct: (on, given, options) =>
    on.distinct(text(given['fieldName']), record(given['filter']), without(options, 'fieldName', 'filter')),
  dropIndex: (on, given, options) => on.dropIndex(text(given['name']), without(options, 'name')),
  dropSearchIndex: (on, given) => on.dropSearchIndex(text(given['name'])),
  estimatedDocumentCount: (on, _given, options) => on.estimatedDocumentCount(options),
  find: (on, given, options) => on.find(record(given['filter']), without(options, 'filter')).toArray(),
  findOne: (on, given, options) => on.findOne(record(given['filter']), without(options, 'filter')),
  findOneAndDelete: (on, given, options) =>
    on.findOneAndDelete(record(given['filter']), without(options, 'filter')),
  findOneAndReplace: (on, given, options) =>
    on.findOneAndReplace(
      record(given['filter']),
      record(given['replacement']),
      showing(without(options, 'filter', 'replacement')),
    ),
  findOneAndUpdate: (on, given, options) =>
    on.findOneAndUpdate(
      record(given['filter']),
      updateOf(given),
      showing(without(options, 'filter', 'update')),
    ),
  insertMany: (on, given, options) => on.insertMany(fresh(given['documents']), without(options, 'documents')),
  insertOne: (on, given, options) =>
    on.insertOne({ ...record(given['document']) }, without(options, 'document')),
  listIndexes: (on, _given, options) => on.listIndexes(options).toArray(),
  listSearchIndexes: (on, given) => {
    const options = record(given['aggregationOptions']);
    return given['name'] === undefined
      ? on.listSearchIndexes(options).toArray()
      : on.listSearchIndexes(text(given['name']), options).toArray();
  },
  rename: (on, given, options) => on.rename(text(given['to']), without(options, 'to')),
  replaceOne: (on, given, options) =>
    on.replaceOne(
      record(given['filter']),
      record(given['replacement']),
      without(options, 'filter', 'replacement'),
    ),
  updateMany: (on, given, options) =>
    on.updateMany(record(given['filter']), updateOf(given), without(options, 'filter', 'update')),
  updateOne: (on, given, options) =>
    on.updateOne(record(given['filter']), updateOf(given), without(options, 'filter', 'update')),
  updateSearchIndex: (on, given) => on.updateSearchIndex(text(given['name']), record(given['definition'])),
};

const DATABASE: Record<string, Run<Db>> = {
  aggregate: (on, given, options) => on.aggregate(pipelineOf(given), without(options, 'pipeline')).toArray(),
  createCollection: (on, given, options) =>
    on.createCollection(text(given['collection']), without(options, 'collection')),
  dropCollection: (on, given, options) =>
    on.dropCollection(text(given['collection']), without(options, 'collection')),
  listCollections: (on, given, options) =>
    on.listCollections(record(given['filter']), without(options, 'filter')).toArray(),
  // The driver has no helper for it.
  modifyCollection: (on, given, options) =>
    on.command({ collMod: given['collection'], ...without(options, 'collection') }),
  runCommand: (on, given, options) =>
    on.command(record(given['command']), without(options, 'command', 'commandName')),
};

const CLIENT: Record<string, Run<MongoClient>> = {
  clientBulkWrite: (on, given, options) => {
    const models = records(given['models']).map((model) => {
      const [[name, described] = ['', {}]] = Object.entries(model);
      return { name, ...record(described) };
    });
    return on.bulkWrite(models as unknown as AnyClientBulkWriteModel<Document>[], without(options, 'models'));
  },
  listDatabases: (on, _given, options) => on.db().admin().listDatabases(options),
};

/** undefined: this target has no such operation. */
export function operation(target: unknown, name: string, given: Json): Promise<unknown> | undefined {
  const options = concerns(given);
  if (target instanceof Collection) return COLLECTION[name]?.(target, given, options);
  if (target instanceof Db) return DATABASE[name]?.(target, given, options);
  if (target instanceof MongoClient) return CLIENT[name]?.(target, given, options);
  return target instanceof ClientSession ? onSession(target, name, options) : undefined;
}

function onSession(session: ClientSession, name: string, options: Json): Promise<unknown> | undefined {
  if (name === 'startTransaction') return Promise.resolve(session.startTransaction(options));
  if (name === 'commitTransaction') return session.commitTransaction();
  if (name === 'abortTransaction') return session.abortTransaction();
  if (name === 'endSession') return session.endSession();
  if (name === 'getSnapshotTime') return Promise.resolve(record(session)['snapshotTime']);
  return undefined;
}
