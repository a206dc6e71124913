/**
 * Answers for the document an upsert starts from: the equalities of its filter.
 */
import { ObjectId } from 'bson';
import { fail } from '../failure.ts';
import { equal } from '../bson/order.ts';
import { copy, isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { isOperatorDoc } from '../query/matcher.ts';
import { get, set } from './paths.ts';

function equalities(filter: Doc, found: [string, Value][]): void {
  for (const [name, condition] of filter) {
    if ((name === '$and' || name === '$or') && Array.isArray(condition)) {
      if (name === '$and' || condition.length === 1)
        for (const branch of condition) if (isDoc(branch)) equalities(branch, found);
    } else if (name.startsWith('$')) continue;
    else if (!isOperatorDoc(condition)) found.push([name, condition]);
    else fromOperators(name, condition, found);
  }
}

function fromOperators(name: string, condition: Doc, found: [string, Value][]): void {
  const same = condition.get('$eq');
  if (same !== undefined) found.push([name, same]);
  for (const operator of ['$in', '$all']) {
    const list = condition.get(operator);
    const [only] = Array.isArray(list) && list.length === 1 ? list : [];
    if (only !== undefined && !isDoc(only)) found.push([name, only]);
  }
}

export function seedOf(filter: Doc, replacing: boolean): Doc {
  const found: [string, Value][] = [];
  equalities(filter, found);
  const seed: Doc = new Map();
  for (const [name, value] of found) {
    if (replacing && name !== '_id') continue;
    const path = name.split('.');
    const there = get(seed, path);
    if (there !== undefined && !equal(there, value))
      fail(54, `cannot infer query fields to set, path '${name}' is matched twice`);
    set(seed, path, copy(value));
  }
  return seed;
}

/** The identifier comes first, and is made when nothing gave one. */
export function withId(document: Doc): Doc {
  const id = document.get('_id');
  if ([...document.keys()][0] === '_id' && id !== undefined) return document;
  const made: Doc = new Map([['_id', id ?? new ObjectId()]]);
  for (const [name, value] of document) if (name !== '_id') made.set(name, value);
  return made;
}
