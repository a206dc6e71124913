/**
 * Answers for making, listing and dropping indexes. An option this server would not honour is refused, never ignored.
 */
import { encodeDoc } from '../bson/encode.ts';
import { toNumber } from '../bson/numbers.ts';
import { equal } from '../bson/order.ts';
import { show } from '../bson/show.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { doc, int, isDoc, isNumber, truthy } from '../bson/value.ts';
import { fail, noSearch } from '../failure.ts';
import { compileFilter } from '../query/matcher.ts';
import type { Command, Context } from '../server/context.ts';
import { docs, namespace, ownerOf, reading, writing } from '../server/context.ts';
import type { Access } from '../store/access.ts';
import type { Collection, Index } from '../store/catalog.ts';

const OPTIONS = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'collation',
]);

function checkKey(key: Maybe): Doc {
  if (!isDoc(key) || key.size === 0) return fail(67, 'Index keys cannot be an empty object');
  for (const [path, direction] of key) {
    if (typeof direction === 'string') fail(115, `index type '${direction}' is not supported by this server`);
    if (path === '' || path.split('.').includes('')) fail(67, 'Index keys cannot contain an empty field.');
    if (path.includes('$**')) fail(115, 'wildcard indexes are not supported by this server');
    if (path.split('.').some((part) => part.startsWith('$')))
      fail(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (!isNumber(direction) || !(toNumber(direction) !== 0))
      fail(67, `Values in v:2 index key pattern cannot be of this type or 0: ${show(direction)}`);
  }
  return key;
}

function checkPartial(filter: Value, spec: Doc): void {
  if (!isDoc(filter)) return fail(67, 'partialFilterExpression must be an object');
  if (truthy(spec.get('sparse'))) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  compileFilter(filter);
  checkPartialOperators(filter);
}

const PARTIAL = new Set(['$and', '$or', '$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$type', '$in']);

function checkPartialOperators(value: Value): void {
  if (Array.isArray(value)) value.forEach(checkPartialOperators);
  if (!isDoc(value)) return;
  for (const [name, inner] of value) {
    const absent = name === '$exists' && !truthy(inner);
    if (name.startsWith('$') && (!PARTIAL.has(name) || absent))
      fail(67, `unsupported expression in partial index: ${name}`);
    checkPartialOperators(inner);
  }
}

function checkSpec(given: Doc): Doc {
  for (const name of given.keys())
    if (!OPTIONS.has(name))
      fail(
        name === 'hidden' || name === 'weights' ? 115 : 197,
        `The field '${name}' is not valid for an index specification. Specification: ${show(given)}`,
      );
  const key = checkKey(given.get('key'));
  const name = given.get('name');
  if (typeof name !== 'string' || name === '') fail(67, 'index name must be a non-empty string');
  const collation = given.get('collation');
  if (isDoc(collation) && collation.get('locale') !== 'simple')
    fail(115, 'collated indexes are not supported by this server');
  const partial = given.get('partialFilterExpression');
  if (partial !== undefined) checkPartial(partial, given);
  const expire = given.get('expireAfterSeconds');
  if (expire !== undefined && (!isNumber(expire) || toNumber(expire) < 0 || toNumber(expire) > 2_147_483_647))
    fail(67, `TTL index 'expireAfterSeconds' option must be within an acceptable range: ${show(expire)}`);
  if (expire !== undefined && key.size !== 1)
    fail(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  const spec = doc({ v: int(2), key, name });
  for (const [option, value] of given) {
    if (['v', 'key', 'name', 'ns', 'background', 'collation'].includes(option)) continue;
    if ((option === 'unique' || option === 'sparse') && !truthy(value)) continue;
    spec.set(option, option === 'unique' || option === 'sparse' ? true : value);
  }
  return spec;
}

function sameOptions(left: Doc, right: Doc): boolean {
  const names = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];
  return names.every((name) => equal(left.get(name), right.get(name)));
}

/** Whether this very index is there already; a clash with another is refused. */
function exists(indexes: Index[], spec: Doc): boolean {
  const key = spec.get('key');
  for (const index of indexes) {
    const sameKey = equal(index.spec.get('key'), key);
    const sameName = index.name === spec.get('name');
    if (sameKey && index.primary) return true;
    if (sameKey && sameName && sameOptions(index.spec, spec)) return true;
    const samePartial = equal(index.spec.get('partialFilterExpression'), spec.get('partialFilterExpression'));
    if (sameKey && !sameName && samePartial)
      fail(85, `Index already exists with a different name: ${index.name}`);
    if (sameName && !sameKey)
      fail(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${show(spec)}, existing index: ${show(index.spec)}`,
      );
    if (sameName)
      fail(
        sameKey && samePartial ? 85 : 86,
        `An equivalent index already exists with the same name but different options. Requested index: ${show(spec)}, existing index: ${show(index.spec)}`,
      );
  }
  return false;
}

async function createIndexes(context: Context): Promise<Doc> {
  const name = namespace(context);
  const specs = docs(context, 'indexes').map(checkSpec);
  if (specs.length === 0) fail(2, 'Must specify at least one index to create');
  return await writing(context, (access) => {
    const found = access.collection(name);
    const collection = found ?? access.create(name, new Map());
    const fresh: Doc[] = [];
    for (const spec of specs) if (!exists(collection.indexes, spec)) fresh.push(spec);
    const after = fresh.length > 0 ? access.addIndexes(collection, fresh) : collection;
    return doc({
      numIndexesBefore: int(collection.indexes.length),
      numIndexesAfter: int(after.indexes.length),
      createdCollectionAutomatically: !found,
      note: fresh.length === 0 ? 'all indexes already exist' : undefined,
    });
  });
}

function listIndexes(context: Context): Doc {
  const name = namespace(context);
  return reading(context, (access) => {
    const collection = access.collection(name) ?? fail(26, `ns does not exist: ${name}`);
    const documents = collection.indexes.map((index) => encodeDoc(index.spec));
    const source = { namespace: name, documents, release: () => undefined, owner: ownerOf(context) };
    return context.services.cursors.start(source, Infinity, false);
  });
}

function named(collection: Collection, wanted: Value): Index[] {
  if (wanted === '*') return collection.indexes.filter((index) => !index.primary);
  if (Array.isArray(wanted))
    return wanted.flatMap((one) =>
      typeof one === 'string' && one !== '*' ? named(collection, one) : fail(14, 'dropIndexes needs names'),
    );
  const found = collection.indexes.filter((index) =>
    typeof wanted === 'string' ? index.name === wanted : equal(index.spec.get('key'), wanted),
  );
  if (found.length === 0)
    fail(
      27,
      isDoc(wanted)
        ? `can't find index with key: ${show(wanted)}`
        : `index not found with name [${show(wanted)}]`,
    );
  if (found.some((index) => index.primary)) fail(72, 'cannot drop _id index');
  return found;
}

async function dropIndexes(context: Context): Promise<Doc> {
  const name = namespace(context);
  const wanted =
    context.body.get('index') ??
    fail(40414, "BSON field 'dropIndexes.index' is missing but a required field");
  return await writing(context, (access) => {
    let collection = access.collection(name) ?? fail(26, `ns not found ${name}`);
    const before = collection.indexes.length;
    for (const index of named(collection, wanted)) collection = access.dropIndex(collection, index);
    return doc({ nIndexesWas: int(before) });
  });
}

export function changeIndex(access: Access, collection: Collection, change: Doc): Doc {
  for (const name of change.keys())
    if (!['name', 'keyPattern', 'expireAfterSeconds'].includes(name))
      fail(115, `collMod of an index's '${name}' is not supported by this server`);
  const index = named(collection, change.get('name') ?? change.get('keyPattern') ?? '')[0];
  const expire = change.get('expireAfterSeconds');
  if (!index || !isNumber(expire)) return fail(72, 'no expireAfterSeconds field');
  const spec: Doc = new Map(index.spec).set('expireAfterSeconds', expire);
  access.respecify(collection, index, checkSpec(spec));
  return doc({
    expireAfterSeconds_old: index.spec.get('expireAfterSeconds'),
    expireAfterSeconds_new: expire,
  });
}

export const INDEX_COMMANDS: [string, Command][] = [
  ['createIndexes', { run: createIndexes, fields: ['indexes', 'commitQuorum'], inTransaction: true }],
  ['listIndexes', { run: listIndexes, fields: ['cursor'] }],
  ['dropIndexes', { run: dropIndexes, fields: ['index'] }],
  ['createSearchIndexes', { run: noSearch, fields: ['indexes'] }],
  ['updateSearchIndex', { run: noSearch, fields: ['id', 'name', 'definition'] }],
  ['dropSearchIndex', { run: noSearch, fields: ['id', 'name'] }],
];
