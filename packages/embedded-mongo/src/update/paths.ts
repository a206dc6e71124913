/**
 * Answers for where an update writes: positional parts (`$`, `$[]`, `$[name]`) become positions, missing documents on
 * the way are made, and a path through a value that cannot hold fields is refused.
 */
import { fail } from '../failure.ts';
import { show } from '../bson/show.ts';
import { isIndex } from '../bson/path.ts';
import { typeOf } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';

/** An array filter by its name. */
export type Filters = ReadonlyMap<string, (value: Value) => boolean>;

export interface Target {
  document: Doc;
  /** Where the query matched in an array; undefined when it did not go through one. */
  position: number | undefined;
  filters: Filters;
}

const MOST_PADDING = 1_500_000;

function positions(array: Value[], part: string, target: Target): number[] {
  const all = [...array.keys()];
  if (part === '$[]') return all;
  const test = target.filters.get(part.slice(2, -1));
  return test ? all.filter((at) => test(array[at] ?? null)) : [];
}

/** The concrete paths a path with positional parts means in this document. */
export function resolve(
  path: string[],
  target: Target,
  value: Maybe = target.document,
  from = 0,
): string[][] {
  const at = path.findIndex((part, index) => index >= from && part.startsWith('$'));
  if (at < 0) return [path];
  const part = path[at] ?? '';
  if (part === '$') {
    if (target.position === undefined)
      return fail(2, 'The positional operator did not find the match needed from the query.');
    const known = [...path.slice(0, at), String(target.position), ...path.slice(at + 1)];
    return resolve(known, target, value, from);
  }
  const inside = path.slice(from, at).reduce(child, value);
  if (!Array.isArray(inside)) {
    const name = path.slice(0, at).join('.');
    if (inside === undefined)
      return fail(2, `The path '${name}' must exist in the document in order to apply array updates.`);
    return fail(2, `Cannot apply array updates to non-array element ${name}: ${show(inside)}`);
  }
  return positions(inside, part, target).flatMap((index) =>
    resolve([...path.slice(0, at), String(index), ...path.slice(at + 1)], target, inside[index], at + 1),
  );
}

function child(value: Maybe, part: string): Maybe {
  if (value instanceof Map) return value.get(part);
  return Array.isArray(value) && isIndex(part) ? value[Number(part)] : undefined;
}

export function get(document: Doc, path: string[]): Maybe {
  return path.reduce(child, document as Maybe);
}

function blocked(path: string[], at: number, holder: Value): never {
  const name = path[at - 1] ?? '';
  return fail(28, `Cannot create field '${path[at]}' in element {${name}: ${show(holder)}}`);
}

function store(holder: Doc | Value[], part: string, value: Value): void {
  if (holder instanceof Map) {
    holder.set(part, value);
    return;
  }
  const index = Number(part);
  if (index - holder.length > MOST_PADDING) fail(2, `can't backfill more than ${MOST_PADDING} elements`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** Puts a value at a concrete path, making documents on the way; the documents given are changed in place. */
export function set(document: Doc, path: string[], value: Value): void {
  let holder: Doc | Value[] = document;
  for (let at = 0; at < path.length; at++) {
    const part = path[at] ?? '';
    if (Array.isArray(holder) && !isIndex(part)) blocked(path, at, holder);
    if (at === path.length - 1) return store(holder, part, value);
    let next: Maybe = child(holder, part);
    if (next === undefined) {
      next = new Map<string, Value>();
      store(holder, part, next);
    }
    if (!(next instanceof Map) && !Array.isArray(next)) blocked(path, at + 1, next);
    holder = next;
  }
}

/** Takes a field out; an array element becomes null, as MongoDB does, so that positions stay. */
export function unset(document: Doc, path: string[]): void {
  const holder = get(document, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (holder instanceof Map) holder.delete(last);
  else if (Array.isArray(holder) && isIndex(last) && Number(last) < holder.length)
    holder[Number(last)] = null;
}

export function crossesArray(document: Doc, path: string[]): boolean {
  for (let at = 1; at < path.length; at++) if (Array.isArray(get(document, path.slice(0, at)))) return true;
  return false;
}

export function arrayAt(found: Maybe, operator: string, path: string[]): Value[] | undefined {
  if (found === undefined) return undefined;
  if (Array.isArray(found)) return found;
  const name = path.join('.');
  const type = typeOf(found).name;
  if (operator === '$push') fail(2, `The field '${name}' must be an array but is of type ${type}`);
  if (operator === '$addToSet')
    fail(
      2,
      `Cannot apply $addToSet to non-array field. Field named '${path.at(-1) ?? ''}' has non-array type ${type}`,
    );
  if (operator === '$pop') fail(14, `Path '${name}' contains an element of non-array type '${type}'`);
  return fail(2, `Cannot apply ${operator} to a non-array value`);
}
