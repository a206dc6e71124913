/**
 * Answers for one update statement, as `update` and `findAndModify` both use it.
 */
import { encodeDoc } from '../bson/encode.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { isDoc, typeOf } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { collateOf } from '../query/collation.ts';
import type { Found } from '../query/matcher.ts';
import { compileFilter, wantDoc } from '../query/matcher.ts';
import { select } from '../query/select.ts';
import { parseSort } from '../query/sort.ts';
import type { Context } from '../server/context.ts';
import type { Access } from '../store/access.ts';
import { compileUpdate, isReplacement } from '../update/update.ts';
import { seedOf, withId } from '../update/upsert.ts';

export function checkDocument(document: Doc): Doc {
  const id = document.get('_id');
  if (Array.isArray(id) || (id !== undefined && typeOf(id).name === 'regex'))
    fail(53, `The '_id' value cannot be of type ${typeOf(id).name}`);
  if (isDoc(id))
    for (const name of id.keys())
      if (name.startsWith('$'))
        fail(52, `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`);
  return document;
}

export interface UpdateStatement {
  namespace: string;
  filter: Maybe;
  update: Maybe;
  multi: boolean;
  upsert: boolean;
  collation?: Maybe;
  arrayFilters?: Maybe;
  hint?: Maybe;
  sort?: Maybe;
}

export interface Updated {
  matched: number;
  modified: number;
  /** The one document found, before and after: what findAndModify shows. */
  before: Doc | undefined;
  after: Doc | undefined;
  upserted: Doc | undefined;
}

export function applyUpdate(context: Context, access: Access, statement: UpdateStatement): Updated {
  const filter = wantDoc(statement.filter, 'q');
  const collate = collateOf(statement.collation);
  const matches = compileFilter(filter, collate);
  const replacing = isReplacement(statement.update);
  if (statement.multi && replacing) fail(9, 'multi update is not supported for replacement-style update');
  const update = compileUpdate(statement.update, statement.arrayFilters);
  const now = context.services.now();
  const done: Updated = { matched: 0, modified: 0, before: undefined, after: undefined, upserted: undefined };
  const collection = access.collection(statement.namespace);
  const sort = parseSort(statement.sort);
  if (statement.multi && sort.length > 0) fail(9, 'Cannot specify sort with multi=true');
  const selection = { filter, sort, collate, skip: 0, limit: statement.multi ? 0 : 1, hint: statement.hint };
  const hits = collection ? [...select(access.view, collection, selection).hits] : [];
  for (const hit of hits) {
    const found: Found = {};
    matches(hit.document, found);
    const after = update(hit.document, { position: found.index, inserting: false, now });
    done.matched += 1;
    done.before = hit.document;
    done.after = after;
    if (encodeDoc(after).equals(hit.bytes)) continue;
    access.replace(access.writable(statement.namespace), hit.record, { before: hit.document, after });
    done.modified += 1;
  }
  if (hits.length > 0 || !statement.upsert) return done;
  const seed = seedOf(filter, replacing);
  const made = checkDocument(withId(update(seed, { position: undefined, inserting: true, now })));
  access.insert(access.writable(statement.namespace), made);
  return { ...done, after: made, upserted: made };
}
