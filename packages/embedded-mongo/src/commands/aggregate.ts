/**
 * Answers for aggregate: the leading match and sort go to the planner, the rest runs stage by stage.
 */
import { encodeDoc } from '../bson/encode.ts';
import { toNumber } from '../bson/numbers.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { isDoc, isNumber } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { compilePipeline } from '../aggregate/stages.ts';
import { collateOf } from '../query/collation.ts';
import { select } from '../query/select.ts';
import { parseSort } from '../query/sort.ts';
import type { Command, Context } from '../server/context.ts';
import { docs, flag, namespace, openRead, ownerOf } from '../server/context.ts';
import type { Access } from '../store/access.ts';

function batchSizeOf(cursor: Maybe): number {
  if (!isDoc(cursor))
    return fail(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const size = cursor.get('batchSize');
  return isNumber(size) ? toNumber(size) : 101;
}

function leading(stages: Doc[]): { filter: Doc; sort: Maybe; used: number } {
  const first = stages[0]?.get('$match');
  const used = isDoc(first) ? 1 : 0;
  const sort = stages[used]?.get('$sort');
  return {
    filter: isDoc(first) ? first : new Map(),
    sort,
    used: used + (isDoc(sort) && sort.size > 0 ? 1 : 0),
  };
}

function documentsOf(context: Context, access: Access, stages: Doc[]): Iterable<Uint8Array> {
  const { body, services, database } = context;
  const collate = collateOf(body.get('collation'));
  const around = { access, database, collate, now: services.now };
  compilePipeline(stages, around);
  const { filter, sort, used } = leading(stages);
  const rest = compilePipeline(stages.slice(used), around);
  const collection = access.collection(namespace(context));
  const question = { filter, sort: parseSort(sort), collate, skip: 0, limit: 0, hint: body.get('hint') };
  const input = function* (): Generator<Doc> {
    if (collection) for (const hit of select(access.view, collection, question).hits) yield hit.document;
  };
  return (function* (): Generator<Uint8Array> {
    for (const document of rest(input())) yield encodeDoc(document);
  })();
}

function aggregate(context: Context): Doc {
  const stages = docs(context, 'pipeline');
  if (typeof context.body.get('aggregate') !== 'string')
    fail(115, 'aggregations without a collection are not supported by this server');
  if (flag(context, 'explain')) fail(115, 'explain of an aggregation is not supported by this server');
  const batchSize = batchSizeOf(context.body.get('cursor'));
  const { access, told, release } = openRead(context);
  try {
    const documents = documentsOf(context, access, stages);
    const source = { namespace: namespace(context), documents, release, owner: ownerOf(context), told };
    return context.services.cursors.start(source, batchSize, false);
  } catch (error) {
    release();
    throw error;
  }
}

const FIELDS = [
  'pipeline',
  'cursor',
  'explain',
  'allowDiskUse',
  'bypassDocumentValidation',
  'collation',
  'hint',
  'let',
];

export const AGGREGATE_COMMANDS: [string, Command][] = [
  ['aggregate', { run: aggregate, fields: FIELDS, inTransaction: true, inSnapshot: true }],
];
