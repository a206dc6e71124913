/**
 * Answers for collections and databases: making, listing and dropping them.
 */
import { encodeDoc } from '../bson/encode.ts';
import type { Doc } from '../bson/value.ts';
import { doc, int, truthy } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { compileFilter } from '../query/matcher.ts';
import type { Command, Context } from '../server/context.ts';
import { flag, namespace, optionalDoc, ownerOf, reading, writing } from '../server/context.ts';
import type { Collection } from '../store/catalog.ts';

const UNSUPPORTED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'validator',
  'collation',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'expireAfterSeconds',
  'validationLevel',
  'validationAction',
  'storageEngine',
  'indexOptionDefaults',
];

async function create(context: Context): Promise<Doc> {
  const name = namespace(context);
  for (const option of UNSUPPORTED)
    if (truthy(context.body.get(option)))
      fail(115, `collection option '${option}' is not supported by this server`);
  return await writing(context, (access) => {
    // Making what already exists the same way is no error; here every collection is the same way.
    if (!access.collection(name)) access.create(name, new Map());
    return new Map();
  });
}

async function drop(context: Context): Promise<Doc> {
  const name = namespace(context);
  return await writing(context, (access) => {
    const collection = access.collection(name);
    if (!collection) return new Map();
    access.drop(collection);
    return doc({ nIndexesWas: int(collection.indexes.length), ns: name });
  });
}

async function dropDatabase(context: Context): Promise<Doc> {
  return await writing(context, (access) => {
    for (const collection of access.collections(context.database)) access.drop(collection);
    return doc({ dropped: context.database });
  });
}

const shortName = (collection: Collection): string =>
  collection.namespace.slice(collection.namespace.indexOf('.') + 1);

function listed(collection: Collection, nameOnly: boolean): Doc {
  const name = shortName(collection);
  if (nameOnly) return doc({ name, type: 'collection' });
  const { uuid, options, indexes } = collection;
  const idIndex = indexes.find((index) => index.name === '_id_')?.spec;
  return doc({ name, type: 'collection', options, info: doc({ readOnly: false, uuid }), idIndex });
}

function listCollections(context: Context): Doc {
  const matches = compileFilter(optionalDoc(context, 'filter') ?? new Map());
  const nameOnly = flag(context, 'nameOnly');
  return reading(context, (access) => {
    const documents = access
      .collections(context.database)
      .filter((collection) => matches(listed(collection, false)))
      .map((collection) => encodeDoc(listed(collection, nameOnly)));
    const source = { documents, release: () => undefined, owner: ownerOf(context) };
    const name = `${context.database}.$cmd.listCollections`;
    return context.services.cursors.start({ namespace: name, ...source }, Infinity, false);
  });
}

function listDatabases(context: Context): Doc {
  if (context.database !== 'admin') fail(13, 'listDatabases may only be run against the admin database.');
  const matches = compileFilter(optionalDoc(context, 'filter') ?? new Map());
  return reading(context, (access) => {
    const names = new Set(access.collections().map((collection) => collection.namespace.split('.')[0] ?? ''));
    const found = [...names].sort().map((name) => doc({ name, sizeOnDisk: 1n, empty: false }));
    const databases = found.filter((database) => matches(database));
    if (flag(context, 'nameOnly'))
      return doc({ databases: databases.map((one) => doc({ name: one.get('name') })) });
    return doc({ databases, totalSize: BigInt(databases.length), totalSizeMb: 0n });
  });
}

export const COLLECTION_COMMANDS: [string, Command][] = [
  ['create', { run: create, fields: ['autoIndexId', ...UNSUPPORTED], inTransaction: true }],
  ['drop', { run: drop, fields: [] }],
  ['dropDatabase', { run: dropDatabase, fields: [] }],
  [
    'listCollections',
    { run: listCollections, fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'] },
  ],
  ['listDatabases', { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'] }],
];
