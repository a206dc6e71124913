/**
 * Answers for findAndModify: one document found, changed or removed, and shown as it was or as it became.
 */
import type { Doc } from '../bson/value.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { collateOf } from '../query/collation.ts';
import { compileFilter } from '../query/matcher.ts';
import { compileProjection } from '../query/projection.ts';
import { select } from '../query/select.ts';
import { parseSort } from '../query/sort.ts';
import type { Command, Context } from '../server/context.ts';
import { flag, namespace, optionalDoc, writing } from '../server/context.ts';
import type { Access } from '../store/access.ts';
import { applyUpdate } from './update-one.ts';

type Show = (document: Doc | undefined) => Doc | null;

function showing(context: Context): Show {
  const fields = optionalDoc(context, 'fields');
  const project = fields ? compileProjection(fields, { find: true, now: context.services.now }) : undefined;
  return (document) => {
    if (!document) return null;
    return project ? project(document) : document;
  };
}

function removeOne(context: Context, access: Access, show: Show): Doc {
  const { body } = context;
  const filter = optionalDoc(context, 'query') ?? new Map();
  const collate = collateOf(body.get('collation'));
  compileFilter(filter, collate);
  const name = namespace(context);
  const collection = access.collection(name);
  const sort = parseSort(body.get('sort'));
  const selection = { filter, sort, collate, skip: 0, limit: 1, hint: body.get('hint') };
  const [hit] = collection ? [...select(access.view, collection, selection).hits] : [];
  if (hit) access.remove(access.writable(name), hit.record, hit.document);
  return doc({ lastErrorObject: doc({ n: int(hit ? 1 : 0) }), value: show(hit?.document) });
}

function updateOne(context: Context, access: Access, show: Show): Doc {
  const { body } = context;
  const done = applyUpdate(context, access, {
    namespace: namespace(context),
    filter: body.get('query') ?? new Map(),
    update: body.get('update'),
    multi: false,
    upsert: flag(context, 'upsert'),
    collation: body.get('collation'),
    arrayFilters: body.get('arrayFilters'),
    hint: body.get('hint'),
    sort: body.get('sort') ?? undefined,
  });
  const found = done.matched > 0;
  const last = doc({
    n: int(found || done.upserted ? 1 : 0),
    updatedExisting: found,
    upserted: done.upserted?.get('_id'),
  });
  return doc({ lastErrorObject: last, value: show(flag(context, 'new') ? done.after : done.before) });
}

async function findAndModify(context: Context): Promise<Doc> {
  const removing = flag(context, 'remove');
  if (removing && context.body.has('update')) fail(9, 'Cannot specify both an update and remove=true');
  if (removing && flag(context, 'upsert')) fail(9, 'Cannot specify both upsert=true and remove=true ');
  if (removing && flag(context, 'new'))
    fail(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
  if (!removing && !context.body.has('update')) fail(9, 'Either an update or remove=true must be specified');
  const show = showing(context);
  return await writing(context, (access, statements) => {
    const run = removing ? removeOne : updateOne;
    const done = statements.once(0, () => doc({ reply: run(context, access, show) })).get('reply');
    return new Map(isDoc(done) ? done : []);
  });
}

const COMMAND: Command = {
  run: findAndModify,
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  inTransaction: true,
  retryable: true,
};

export const FIND_AND_MODIFY_COMMANDS: [string, Command][] = [
  ['findAndModify', COMMAND],
  ['findandmodify', COMMAND],
];
