/**
 * Answers for the entries one document has in one index.
 */
import { directed, shorten, valueKey } from '../bson/key.ts';
import type { Part } from '../bson/path.ts';
import { tuples } from '../bson/path.ts';
import type { Doc } from '../bson/value.ts';
import type { Index } from './catalog.ts';
import { indexPrefix } from './keys.ts';

export interface IndexEntries {
  keys: Map<string, Part[]>;
  multikey: boolean;
  cut: boolean;
}

const NONE: IndexEntries = { keys: new Map(), multikey: false, cut: false };

function partKey(part: Part, direction: 1 | -1): string {
  return directed(valueKey(part.empty ? undefined : (part.value ?? null)), direction);
}

export function entriesOf(index: Index, document: Doc): IndexEntries {
  if (index.partial && !index.partial.matches(document)) return NONE;
  const found = tuples(
    document,
    index.fields.map((field) => field.parts),
  );
  const keys = new Map<string, Part[]>();
  let cut = false;
  for (const tuple of found.tuples) {
    if (index.sparse && tuple.every((part) => part.value === undefined && !part.empty)) continue;
    const full = tuple.map((part, at) => partKey(part, index.fields[at]?.direction ?? 1)).join('');
    const short = shorten(full);
    cut ||= short.cut;
    keys.set(indexPrefix(index.id, index.unique) + short.key, tuple);
  }
  return { keys, multikey: found.multikey, cut };
}

export function keyValue(index: Index, tuple: Part[]): Doc {
  return new Map(index.fields.map((field, at) => [field.path, tuple[at]?.value ?? null] as const));
}
