/**
 * Answers for carrying out a plan: matching documents one by one, in the wanted order, as lazily as the order allows.
 */
import { decodeDoc } from '../bson/decode.ts';
import { readU48 } from '../bson/key.ts';
import type { Doc } from '../bson/value.ts';
import type { Collection } from '../store/catalog.ts';
import { afterPrefix, recordKey, recordOf, recordPrefix } from '../store/keys.ts';
import type { Entry, View } from '../store/view.ts';
import { compileFilter } from './matcher.ts';
import type { IndexPlan, Plan, Question } from './plan.ts';
import { choose } from './plan.ts';
import { sortDocs } from './sort.ts';

export interface Hit {
  record: number;
  bytes: Uint8Array;
  document: Doc;
}

export interface Tally {
  keys: number;
  documents: number;
}

function entryAt(view: View, key: string): Entry[] {
  const value = view.get(key);
  return value ? [[key, value]] : [];
}

function* recordsByIndex(view: View, plan: IndexPlan, tally: Tally): Generator<number> {
  for (const range of plan.ranges)
    for (const [key, value] of plan.exact ? entryAt(view, range.from) : view.range(range)) {
      tally.keys += 1;
      yield plan.index.unique ? readU48(Buffer.from(value).toString('latin1')) : recordOf(key);
    }
}

function* records(view: View, plan: Plan, tally: Tally): Generator<number> {
  if (plan.kind === 'index') yield* recordsByIndex(view, plan, tally);
  else if (plan.kind === 'union') for (const part of plan.plans) yield* records(view, part, tally);
}

function* candidates(
  view: View,
  collection: Collection,
  how: { plan: Plan; tally: Tally },
): Generator<Omit<Hit, 'document'>> {
  const { plan, tally } = how;
  if (plan.kind === 'collection') {
    const prefix = recordPrefix(collection.id);
    for (const [key, bytes] of view.range({ from: prefix, to: afterPrefix(prefix), reverse: plan.reverse })) {
      tally.documents += 1;
      yield { record: recordOf(key), bytes };
    }
    return;
  }
  const seen = plan.kind === 'union' || plan.multikey ? new Set<number>() : undefined;
  for (const record of records(view, plan, tally)) {
    if (seen?.has(record)) continue;
    seen?.add(record);
    const bytes = view.get(recordKey(collection.id, record));
    if (!bytes) continue;
    tally.documents += 1;
    yield { record, bytes };
  }
}

export interface Selection extends Question {
  skip: number;
  /** 0 means no limit. */
  limit: number;
}

/** Read when somebody looks into it: what is only handed on stays as it is stored. */
function decodedLate(record: number, bytes: Uint8Array): Hit {
  let read: Doc | undefined;
  return {
    record,
    bytes,
    get document() {
      return (read ??= decodeDoc(bytes));
    },
  };
}

function* matching(
  view: View,
  collection: Collection,
  how: { plan: Plan; tally: Tally; filter: Doc; collate: Question['collate'] },
): Generator<Hit> {
  const matches = compileFilter(how.filter, how.collate);
  const sure = how.plan.kind === 'index' && how.plan.sure;
  for (const { record, bytes } of candidates(view, collection, how)) {
    const hit = decodedLate(record, bytes);
    if (sure || matches(hit.document)) yield hit;
  }
}

function* window(hits: Iterable<Hit>, skip: number, limit: number): Generator<Hit> {
  let passed = 0;
  for (const hit of hits) {
    passed += 1;
    if (passed <= skip) continue;
    yield hit;
    if (limit > 0 && passed - skip >= limit) return;
  }
}

export function select(
  view: View,
  collection: Collection,
  selection: Selection,
): { hits: Generator<Hit>; plan: Plan; tally: Tally } {
  const plan = choose(view, collection, selection);
  const tally: Tally = { keys: 0, documents: 0 };
  // Compiled here too, so that a bad filter is refused before the first document is asked for.
  compileFilter(selection.filter, selection.collate);
  const found = matching(view, collection, { ...selection, plan, tally });
  const sorted = function* (): Generator<Hit> {
    const by = { fields: selection.sort, collate: selection.collate };
    yield* sortDocs([...found], (hit) => hit.document, by);
  };
  const ordered = selection.sort.length === 0 || plan.sorted ? found : sorted();
  return { hits: window(ordered, selection.skip, selection.limit), plan, tally };
}
