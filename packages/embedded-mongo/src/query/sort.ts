/**
 * Answers for sorting documents: an array sorts by its smallest element (largest when descending), an empty one below
 * null, a missing value as null. The order is stable.
 */
import { fail } from '../failure.ts';
import { toNumber } from '../bson/numbers.ts';
import type { Collate } from '../bson/order.ts';
import { compare, compareStrings } from '../bson/order.ts';
import { split, tuples } from '../bson/path.ts';
import type { Part } from '../bson/path.ts';
import { isNumber } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { wantDoc } from './matcher.ts';

export interface SortField {
  path: string;
  direction: 1 | -1;
}

export function parseSort(spec: Maybe, name = 'sort'): SortField[] {
  if (spec === undefined) return [];
  const fields: SortField[] = [];
  for (const [path, direction] of wantDoc(spec, name)) {
    const number = isNumber(direction) ? toNumber(direction) : 0;
    if (path === '') fail(15998, 'FieldPath field names may not be empty strings.');
    if (path.startsWith('$') && path !== '$natural')
      fail(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField. (${path})`,
      );
    if (number !== 1 && number !== -1)
      fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    fields.push({ path, direction: number === 1 ? 1 : -1 });
  }
  return fields;
}

type SortKey = Maybe[];

function partValue(part: Part): Maybe {
  return part.empty ? undefined : (part.value ?? null);
}

export function sorter(
  fields: SortField[],
  collate: Collate = compareStrings,
): {
  key: (document: Doc) => SortKey;
  order: (left: SortKey, right: SortKey) => number;
} {
  const paths = fields.map((field) => split(field.path));
  const order = (left: SortKey, right: SortKey): number => {
    for (let i = 0; i < fields.length; i++) {
      const found = compare(left[i], right[i], collate);
      if (found !== 0) return found * (fields[i]?.direction ?? 1);
    }
    return 0;
  };
  const key = (document: Doc): SortKey => {
    let best: SortKey | undefined;
    for (const tuple of tuples(document, paths, 2).tuples) {
      const candidate = tuple.map(partValue);
      if (best === undefined || order(candidate, best) < 0) best = candidate;
    }
    return best ?? [];
  };
  return { key, order };
}

export function sortDocs<T>(
  items: T[],
  docOf: (item: T) => Doc,
  by: { fields: SortField[]; collate: Collate },
): T[] {
  const { key, order } = sorter(by.fields, by.collate);
  const keyed = items.map((item) => ({ item, key: key(docOf(item)) }));
  keyed.sort((left, right) => order(left.key, right.key));
  return keyed.map((entry) => entry.item);
}
