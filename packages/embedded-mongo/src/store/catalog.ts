/**
 * Answers for which collections and indexes exist. A description is one BSON value under its namespace, read through
 * the same view as the records, so that a transaction sees the collections of its own snapshot.
 */
import { decodeDoc } from '../bson/decode.ts';
import { encodeDoc } from '../bson/encode.ts';
import { toNumber } from '../bson/numbers.ts';
import { split } from '../bson/path.ts';
import { doc, isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { compileFilter } from '../query/matcher.ts';
import type { Matches } from '../query/matcher.ts';
import { afterPrefix, catalogKey, recordOf, recordPrefix } from './keys.ts';
import type { View } from './view.ts';

export interface IndexField {
  path: string;
  parts: string[];
  direction: 1 | -1;
}

export interface Index {
  id: number;
  name: string;
  fields: IndexField[];
  /** The index of `_id`, which every collection has and keeps. */
  primary: boolean;
  unique: boolean;
  sparse: boolean;
  partial: { filter: Doc; matches: Matches } | undefined;
  expireAfterSeconds: number | undefined;
  /** The specification as the client gave it, for listIndexes. */
  spec: Doc;
}

export interface Collection {
  namespace: string;
  id: number;
  uuid: Maybe;
  options: Doc;
  indexes: Index[];
}

const number = (value: Maybe): number => (isNumber(value) ? toNumber(value) : 0);
const asDoc = (value: Maybe): Doc => (isDoc(value) ? value : new Map());

export function indexOf(id: number, spec: Doc): Index {
  const partial = spec.get('partialFilterExpression');
  const expire = spec.get('expireAfterSeconds');
  const name = spec.get('name');
  const primary = name === '_id_' || spec.get('clustered') === true;
  return {
    id,
    primary,
    name: typeof name === 'string' ? name : '',
    fields: [...asDoc(spec.get('key'))].map(([path, direction]) => ({
      path,
      parts: split(path),
      direction: number(direction) < 0 ? -1 : 1,
    })),
    unique: primary || spec.get('unique') === true,
    sparse: spec.get('sparse') === true,
    partial: isDoc(partial) ? { filter: partial, matches: compileFilter(partial) } : undefined,
    expireAfterSeconds: isNumber(expire) ? toNumber(expire) : undefined,
    spec,
  };
}

function parse(namespace: string, bytes: Uint8Array): Collection {
  const found = decodeDoc(bytes);
  const indexes = found.get('indexes');
  return {
    namespace,
    id: number(found.get('id')),
    uuid: found.get('uuid'),
    options: asDoc(found.get('options')),
    indexes: (Array.isArray(indexes) ? indexes : []).map((entry) => {
      const index = asDoc(entry);
      return indexOf(number(index.get('id')), asDoc(index.get('spec')));
    }),
  };
}

export class Catalog {
  private readonly parsed = new Map<string, { bytes: Uint8Array; collection: Collection }>();
  private readonly lastRecord = new Map<number, number>();
  private lastId = 0;

  /** Ids are never used twice in one life of the process, so that unfinished transactions cannot collide. */
  constructor(view: View) {
    for (const collection of this.all(view))
      this.lastId = Math.max(this.lastId, collection.id, ...collection.indexes.map((index) => index.id));
  }

  nextId(): number {
    return ++this.lastId;
  }

  nextRecord(committed: View, collection: Collection): number {
    const known = this.lastRecord.get(collection.id) ?? lastRecord(committed, collection);
    this.lastRecord.set(collection.id, known + 1);
    return known + 1;
  }

  get(view: View, namespace: string): Collection | undefined {
    const bytes = view.get(catalogKey(namespace));
    return bytes && this.remember(namespace, bytes);
  }

  private remember(namespace: string, bytes: Uint8Array): Collection {
    const known = this.parsed.get(namespace);
    if (known && Buffer.compare(known.bytes, bytes) === 0) return known.collection;
    const collection = parse(namespace, bytes);
    this.parsed.set(namespace, { bytes, collection });
    return collection;
  }

  all(view: View): Collection[] {
    const found: Collection[] = [];
    for (const [key, bytes] of view.range({ from: 'c', to: 'd', reverse: false }))
      found.push(this.remember(Buffer.from(key.slice(1), 'latin1').toString('utf8'), bytes));
    return found;
  }

  put(view: View, collection: Collection): void {
    const indexes = collection.indexes.map((index) => doc({ id: index.id, spec: index.spec }));
    const { id, uuid, options } = collection;
    view.put(catalogKey(collection.namespace), encodeDoc(doc({ id, uuid, options, indexes })));
  }
}

function lastRecord(view: View, collection: Collection): number {
  const prefix = recordPrefix(collection.id);
  for (const [key] of view.range({ from: prefix, to: afterPrefix(prefix), reverse: true }))
    return recordOf(key);
  return 0;
}
