/**
 * Answers for records and their index entries staying one thing: every write of a document goes through here and
 * changes all its entries in the same view, after the unique ones were checked.
 */
import { encodeDoc } from '../bson/encode.ts';
import { u48 } from '../bson/key.ts';
import type { Part } from '../bson/path.ts';
import type { Doc } from '../bson/value.ts';
import { CommandFailure, fail } from '../failure.ts';
import { show } from '../bson/show.ts';
import type { Collection, Index } from './catalog.ts';
import { entriesOf, keyValue } from './index-keys.ts';
import { indexFactKey, recordKey } from './keys.ts';
import type { View } from './view.ts';

const LARGEST_DOCUMENT = 16 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);
const YES = Buffer.from([1]);

function duplicate(collection: Collection, index: Index, tuple: Part[]): never {
  const value = keyValue(index, tuple);
  const pattern = index.spec.get('key') ?? null;
  throw new CommandFailure(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: ${show(value)}`,
    [
      ['keyPattern', pattern],
      ['keyValue', value],
    ],
  );
}

function learn(view: View, index: Index, fact: 'multikey' | 'cut'): void {
  const key = indexFactKey(index.id, fact);
  if (!view.get(key)) view.put(key, YES);
}

export interface Change {
  before: Doc | undefined;
  after: Doc | undefined;
}

interface Edit {
  remove: string[];
  put: [string, Uint8Array][];
}

function editIndex(
  view: View,
  at: { collection: Collection; index: Index; record: number },
  change: Change,
): Edit {
  const { collection, index, record } = at;
  const old = change.before ? entriesOf(index, change.before).keys : new Map<string, Part[]>();
  const edit: Edit = { remove: [], put: [] };
  const id = u48(record);
  const entry = (key: string): string => (index.unique ? key : key + id);
  if (change.after) {
    const now = entriesOf(index, change.after);
    if (now.multikey) learn(view, index, 'multikey');
    if (now.cut) learn(view, index, 'cut');
    for (const [key, tuple] of now.keys) {
      if (old.delete(key)) continue;
      if (index.unique && view.get(key)) duplicate(collection, index, tuple);
      edit.put.push([entry(key), index.unique ? Buffer.from(id, 'latin1') : NOTHING]);
    }
  }
  for (const key of old.keys()) edit.remove.push(entry(key));
  return edit;
}

/** Writes one record: insert (no `before`), replace, or delete (no `after`). Nothing is written when one is refused. */
export function writeRecord(
  view: View,
  at: { collection: Collection; record: number },
  change: Change,
): void {
  const { collection, record } = at;
  const bytes = change.after && encodeDoc(change.after);
  if (bytes && bytes.length > LARGEST_DOCUMENT)
    fail(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`);
  const edits = collection.indexes.map((index) => editIndex(view, { collection, index, record }, change));
  if (bytes) view.put(recordKey(collection.id, record), bytes);
  else view.delete(recordKey(collection.id, record));
  for (const edit of edits) {
    for (const key of edit.remove) view.delete(key);
    for (const [key, value] of edit.put) view.put(key, value);
  }
}

/** Adds the entries of a new index for one existing record. */
export function indexRecord(
  view: View,
  at: { collection: Collection; index: Index; record: number },
  document: Doc,
): void {
  for (const [key, value] of editIndex(view, at, { before: undefined, after: document }).put)
    view.put(key, value);
}
