/**
 * Answers for reading: find, count, distinct, and going on with or giving up a cursor.
 */
import { encodeDoc } from '../bson/encode.ts';
import { valueKey } from '../bson/key.ts';
import { toNumber } from '../bson/numbers.ts';
import type { Collate } from '../bson/order.ts';
import { compare } from '../bson/order.ts';
import { some, split } from '../bson/path.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { doc, int, isNumber } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { collateOf } from '../query/collation.ts';
import type { Found } from '../query/matcher.ts';
import { compileFilter } from '../query/matcher.ts';
import { compileProjection } from '../query/projection.ts';
import type { Selection } from '../query/select.ts';
import { select } from '../query/select.ts';
import { parseSort } from '../query/sort.ts';
import type { Command, Context } from '../server/context.ts';
import {
  count as countOf,
  flag,
  namespace,
  openRead,
  optionalDoc,
  ownerOf,
  reading,
  text,
} from '../server/context.ts';
import type { Access } from '../store/access.ts';
import { afterPrefix, recordPrefix } from '../store/keys.ts';

const FIRST_BATCH = 101;

function selectionOf(context: Context, filterName: string): Selection {
  const { body } = context;
  const hint = body.get('hint');
  return {
    filter: optionalDoc(context, filterName) ?? new Map(),
    sort: parseSort(optionalDoc(context, 'sort')),
    collate: collateOf(body.get('collation')),
    skip: countOf(context, 'skip') ?? 0,
    limit: countOf(context, 'limit') ?? 0,
    ...(hint === undefined ? {} : { hint }),
  };
}

function* documentsOf(context: Context, access: Access, collectionName: string): Generator<Uint8Array> {
  const collection = access.collection(collectionName);
  const selection = selectionOf(context, 'filter');
  const projection = optionalDoc(context, 'projection');
  const project =
    projection && projection.size > 0
      ? compileProjection(projection, { find: true, collate: selection.collate, now: context.services.now })
      : undefined;
  const matches = compileFilter(selection.filter, selection.collate);
  if (!collection) return;
  for (const hit of select(access.view, collection, selection).hits) {
    if (!project) yield hit.bytes;
    else {
      const found: Found = {};
      matches(hit.document, found);
      yield encodeDoc(project(hit.document, found));
    }
  }
}

function find(context: Context): Doc {
  const name = namespace(context);
  const limit = countOf(context, 'limit') ?? 0;
  const single = flag(context, 'singleBatch');
  for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId'])
    if (flag(context, option)) fail(115, `find option '${option}' is not supported by this server`);
  const batch = countOf(context, 'batchSize') ?? FIRST_BATCH;
  // One more than the limit is asked for, so that a cursor whose answer is complete is closed with its first batch.
  const most = limit > 0 && limit <= batch ? limit + 1 : batch;
  // With an empty first batch nothing is read yet, but a bad filter is refused all the same.
  if (most === 0) reading(context, (access) => documentsOf(context, access, name).next());
  const { access, told, release } = openRead(context);
  const documents = documentsOf(context, access, name);
  return context.services.cursors.start(
    { namespace: name, documents, release, owner: ownerOf(context), told },
    most,
    single,
  );
}

function getMore(context: Context): Doc {
  const id = context.body.get('getMore');
  if (typeof id !== 'bigint')
    return fail(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  const batchSize = countOf(context, 'batchSize') || Infinity;
  const name = `${context.database}.${text(context, 'collection')}`;
  return context.services.cursors.more(id, name, { batchSize, owner: ownerOf(context) });
}

function killCursors(context: Context): Doc {
  const ids = context.body.get('cursors');
  if (!Array.isArray(ids))
    return fail(40414, "BSON field 'killCursors.cursors' is missing but a required field");
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of ids) {
    if (typeof id !== 'bigint')
      return fail(14, "BSON field 'killCursors.cursors' holds something else than cursor ids");
    (context.services.cursors.kill(id) ? killed : missing).push(id);
  }
  return doc({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
}

function signedLimit(context: Context): number {
  const limit = context.body.get('limit');
  return isNumber(limit) ? Math.abs(toNumber(limit)) : 0;
}

function count(context: Context): Doc {
  const name = namespace(context);
  const limit = signedLimit(context);
  context.body.delete('limit');
  const selection = { ...selectionOf(context, 'query'), limit };
  return reading(context, (access) => {
    compileFilter(selection.filter);
    const collection = access.collection(name);
    if (!collection) return doc({ n: int(0) });
    let n = 0;
    const prefix = recordPrefix(collection.id);
    const entries =
      selection.filter.size === 0 && selection.skip === 0 && limit === 0
        ? access.view.range({ from: prefix, to: afterPrefix(prefix), reverse: false })
        : select(access.view, collection, selection).hits;
    for (const _ of entries) n += 1;
    return doc({ n: int(n) });
  });
}

/** What stands under the path, an array's elements instead of itself, each value once. */
function distinctValues(documents: Iterable<Doc>, path: string[], collate: Collate): Value[] {
  const found = new Map<string, Value>();
  for (const document of documents)
    some(document, path, 0, (value: Maybe, _index, element) => {
      if (value !== undefined && (element || !Array.isArray(value))) found.set(valueKey(value), value);
      return false;
    });
  const sorted = [...found.values()].sort((left, right) => compare(left, right, collate));
  return sorted.filter((value, at) => at === 0 || compare(value, sorted[at - 1], collate) !== 0);
}

function distinct(context: Context): Doc {
  const name = namespace(context);
  const path = split(text(context, 'key'));
  const selection = selectionOf(context, 'query');
  return reading(context, (access, told) => {
    compileFilter(selection.filter);
    const collection = access.collection(name);
    const documents = function* (): Generator<Doc> {
      if (collection) for (const hit of select(access.view, collection, selection).hits) yield hit.document;
    };
    const values = distinctValues(documents(), path, selection.collate);
    return new Map([...doc({ values }), ...told]);
  });
}

const READ = [
  'filter',
  'projection',
  'sort',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'hint',
  'collation',
  'allowDiskUse',
  'noCursorTimeout',
  'let',
  'tailable',
  'awaitData',
  'returnKey',
  'showRecordId',
  'allowPartialResults',
  'oplogReplay',
];

export const FIND_COMMANDS: [string, Command][] = [
  ['find', { run: find, fields: READ, inTransaction: true, inSnapshot: true }],
  ['getMore', { run: getMore, fields: ['collection', 'batchSize'], inTransaction: true, inSnapshot: true }],
  ['killCursors', { run: killCursors, fields: ['cursors'], inTransaction: true }],
  ['count', { run: count, fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'] }],
  [
    'distinct',
    { run: distinct, fields: ['key', 'query', 'collation', 'hint'], inTransaction: true, inSnapshot: true },
  ],
];
