/**
 * Answers for insert, update and delete: statements in order, each refusal told with its position.
 */
import { Timestamp } from 'bson';
import type { Doc, Maybe, Value } from '../bson/value.ts';
import { doc, int, isDoc, isNumber, timestamp, truthy } from '../bson/value.ts';
import { toNumber } from '../bson/numbers.ts';
import { CommandFailure, fail } from '../failure.ts';
import { collateOf } from '../query/collation.ts';
import { compileFilter } from '../query/matcher.ts';
import { select } from '../query/select.ts';
import type { Command, Context } from '../server/context.ts';
import { checkHint, docs, flag, namespace, writing } from '../server/context.ts';
import type { Access } from '../store/access.ts';
import { withId } from '../update/upsert.ts';
import { applyUpdate, checkDocument } from './update-one.ts';

const MOST_STATEMENTS = 100_000;

function stamped(document: Doc, now: Date): Doc {
  for (const [name, value] of document)
    if (value instanceof Timestamp && value.isZero() && name !== '_id')
      document.set(name, timestamp(Math.floor(now.getTime() / 1000), 1));
  return document;
}

function errorOf(error: CommandFailure, index: number): Doc {
  const told = doc({ index: int(index), code: int(error.code), errmsg: error.message });
  for (const [name, value] of error.facts) told.set(name, value);
  return told;
}

/** Runs the statements; one that is refused stops the rest when they are ordered. */
function each(list: Doc[], ordered: boolean, run: (statement: Doc, index: number) => void): Doc[] {
  if (list.length === 0 || list.length > MOST_STATEMENTS)
    fail(16, `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${list.length} operations.`);
  const errors: Doc[] = [];
  for (const [index, statement] of list.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      // A conflict is not about this statement: the whole command and its transaction end.
      if (!(error instanceof CommandFailure) || error.code === 112) throw error;
      errors.push(errorOf(error, index));
      if (ordered) break;
    }
  }
  return errors;
}

function told(reply: Record<string, Maybe>, errors: Doc[]): Doc {
  return doc({ ...reply, writeErrors: errors.length > 0 ? errors : undefined });
}

async function insert(context: Context): Promise<Doc> {
  const name = namespace(context);
  const documents = docs(context, 'documents');
  const ordered = flag(context, 'ordered', true);
  return await writing(context, (access, statements) => {
    let n = 0;
    const errors = each(documents, ordered, (document, index) => {
      statements.once(index, () => {
        access.insert(
          access.writable(name),
          stamped(checkDocument(withId(document)), context.services.now()),
        );
        return new Map();
      });
      n += 1;
    });
    return told({ n: int(n) }, errors);
  });
}

function known(statement: Doc, allowed: readonly string[], where: string): void {
  checkHint(statement.get('hint'));
  for (const name of statement.keys())
    if (!allowed.includes(name)) fail(40415, `BSON field '${where}.${name}' is an unknown field.`);
}

const UPDATE = ['q', 'u', 'multi', 'upsert', 'collation', 'arrayFilters', 'hint', 'sort'];

/** One update statement; what it did is what a retry is told. */
function updateStatement(context: Context, access: Access, how: { name: string; statement: Doc }): Doc {
  const { name, statement } = how;
  if (!isDoc(statement.get('q')))
    fail(40414, "BSON field 'update.updates.q' is missing but a required field");
  const done = applyUpdate(context, access, {
    namespace: name,
    filter: statement.get('q'),
    update: statement.get('u'),
    multi: truthy(statement.get('multi')),
    upsert: truthy(statement.get('upsert')),
    collation: statement.get('collation'),
    arrayFilters: statement.get('arrayFilters'),
    hint: statement.get('hint'),
    sort: statement.get('sort'),
  });
  return doc({
    n: int(done.matched + (done.upserted === undefined ? 0 : 1)),
    nModified: int(done.modified),
    upserted: done.upserted && doc({ _id: done.upserted.get('_id') }),
  });
}

const whole = (value: Maybe): number => (isNumber(value) ? toNumber(value) : 0);

async function update(context: Context): Promise<Doc> {
  const name = namespace(context);
  const list = docs(context, 'updates');
  for (const statement of list) known(statement, UPDATE, 'update.updates');
  const ordered = flag(context, 'ordered', true);
  return await writing(context, (access, statements) => {
    let n = 0;
    let nModified = 0;
    const upserted: Value[] = [];
    const errors = each(list, ordered, (statement, index) => {
      const done = statements.once(index, () => updateStatement(context, access, { name, statement }));
      n += whole(done.get('n'));
      nModified += whole(done.get('nModified'));
      const made = done.get('upserted');
      if (isDoc(made)) upserted.push(new Map([...doc({ index: int(index) }), ...made]));
    });
    return told(
      { n: int(n), nModified: int(nModified), upserted: upserted.length > 0 ? upserted : undefined },
      errors,
    );
  });
}

function removeMatching(access: Access, name: string, statement: Doc): number {
  const filter = statement.get('q');
  if (!isDoc(filter)) return fail(40414, "BSON field 'delete.deletes.q' is missing but a required field");
  const limit = statement.get('limit');
  const most = isNumber(limit)
    ? toNumber(limit)
    : fail(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  if (most !== 0 && most !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${most}`);
  const collate = collateOf(statement.get('collation'));
  compileFilter(filter, collate);
  const collection = access.collection(name);
  if (!collection) return 0;
  const hits = [
    ...select(access.view, collection, {
      filter,
      sort: [],
      collate,
      skip: 0,
      limit: most,
      hint: statement.get('hint'),
    }).hits,
  ];
  if (hits.length > 0) access.writable(name);
  for (const hit of hits) access.remove(collection, hit.record, hit.document);
  return hits.length;
}

async function remove(context: Context): Promise<Doc> {
  const name = namespace(context);
  const list = docs(context, 'deletes');
  for (const statement of list) known(statement, ['q', 'limit', 'collation', 'hint'], 'delete.deletes');
  const ordered = flag(context, 'ordered', true);
  return await writing(context, (access, statements) => {
    let n = 0;
    const errors = each(list, ordered, (statement, index) => {
      const done = statements.once(index, () => doc({ n: int(removeMatching(access, name, statement)) }));
      n += whole(done.get('n'));
    });
    return told({ n: int(n) }, errors);
  });
}

const COMMON = ['ordered', 'bypassDocumentValidation', 'let'];

export const WRITE_COMMANDS: [string, Command][] = [
  ['insert', { run: insert, fields: ['documents', ...COMMON], inTransaction: true, retryable: true }],
  ['update', { run: update, fields: ['updates', ...COMMON], inTransaction: true, retryable: true }],
  ['delete', { run: remove, fields: ['deletes', ...COMMON], inTransaction: true, retryable: true }],
];
