/**
 * Answers for collections and databases: making, listing and dropping them.
 */
import { encodeDoc } from '../bson/encode.ts';
import { equal } from '../bson/order.ts';
import type { Doc } from '../bson/value.ts';
import { doc, int, truthy } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { compileFilter } from '../query/matcher.ts';
import type { Command, Context } from '../server/context.ts';
import { flag, namespace, optionalDoc, ownerOf, reading, writing } from '../server/context.ts';
import type { Collection } from '../store/catalog.ts';
import { changeIndex } from './indexes.ts';

const UNSUPPORTED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'pipeline',
  'validator',
  'collation',
  'encryptedFields',
  'expireAfterSeconds',
  'validationLevel',
  'validationAction',
  'storageEngine',
  'indexOptionDefaults',
];

const IMAGES = 'changeStreamPreAndPostImages';

/** Images are for change streams, which are refused: all there is to an option that turns them on is to be listed. */
function images(context: Context): Doc {
  const wanted = optionalDoc(context, IMAGES)?.get('enabled');
  if (wanted !== undefined && typeof wanted !== 'boolean')
    fail(14, `BSON field '${IMAGES}.enabled' is the wrong type, expected type 'bool'`);
  return doc({ [IMAGES]: wanted === true ? doc({ enabled: true }) : undefined });
}

/** A clustered collection keeps its documents in the order of `_id`; here its `_id` index is read instead of the records. */
function clustering(context: Context): Doc {
  const given = optionalDoc(context, 'clusteredIndex');
  if (!given) return new Map();
  for (const name of given.keys())
    if (!['v', 'key', 'name', 'unique'].includes(name))
      fail(40415, `BSON field 'create.clusteredIndex.${name}' is an unknown field.`);
  const key = doc({ _id: int(1) });
  if (!equal(given.get('key'), key) || given.get('unique') !== true)
    fail(197, 'The clusteredIndex option requires key: {_id: 1} and unique: true');
  const name = given.get('name') ?? '_id_';
  return doc({ clusteredIndex: doc({ v: int(2), key, name, unique: true }) });
}

async function create(context: Context): Promise<Doc> {
  const name = namespace(context);
  for (const option of UNSUPPORTED)
    if (truthy(context.body.get(option)))
      fail(115, `collection option '${option}' is not supported by this server`);
  const options: Doc = new Map([...clustering(context), ...images(context)]);
  return await writing(context, (access) => {
    const there = access.collection(name);
    // Making what already exists the same way is no error.
    if (there && !equal(there.options, options))
      fail(48, `Collection ${name} already exists with different options.`);
    if (!there) access.create(name, options);
    return new Map();
  });
}

async function collMod(context: Context): Promise<Doc> {
  const name = namespace(context);
  const change = optionalDoc(context, 'index');
  for (const option of UNSUPPORTED)
    if (context.body.has(option)) fail(115, `collMod of '${option}' is not supported by this server`);
  return await writing(context, (access) => {
    const collection = access.collection(name) ?? fail(26, `ns does not exist: ${name}`);
    if (context.body.has(IMAGES)) {
      const kept = [...collection.options].filter(([option]) => option !== IMAGES);
      access.reoption(collection, new Map([...kept, ...images(context)]));
    }
    return change ? changeIndex(access, access.collection(name) ?? collection, change) : new Map();
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
  const idIndex = indexes.find((index) => index.name === '_id_' && !index.spec.has('clustered'))?.spec;
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
  [
    'create',
    { run: create, fields: ['autoIndexId', 'clusteredIndex', IMAGES, ...UNSUPPORTED], inTransaction: true },
  ],
  ['collMod', { run: collMod, fields: ['index', IMAGES, ...UNSUPPORTED] }],
  ['drop', { run: drop, fields: [] }],
  ['dropDatabase', { run: dropDatabase, fields: [] }],
  [
    'listCollections',
    { run: listCollections, fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'] },
  ],
  ['listDatabases', { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'] }],
];
