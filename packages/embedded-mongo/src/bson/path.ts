/**
 * Answers for what a dotted path means in a document: which values a filter sees (arrays are searched through) and
 * which tuples an index or a sort key holds (arrays are multiplied out, in lockstep when two paths share one).
 */
import { fail } from '../failure.ts';
import type { Doc, Maybe, Value } from './value.ts';

/** `element` tells a member of the array at the path's end from what stands there itself. */
export type See = (value: Maybe, index: number | undefined, element: boolean) => boolean;

const INDEX = /^(0|[1-9]\d{0,8})$/;

export function isIndex(part: string): boolean {
  return INDEX.test(part);
}

function leaf(value: Maybe, index: number | undefined, see: See): boolean {
  if (!Array.isArray(value)) return see(value, index, false);
  if (value.some((member, at) => see(member, index ?? at, true))) return true;
  return see(value, index, false);
}

function throughArray(array: Value[], path: string[], from: number, see: See, index?: number): boolean {
  const part = path[from] ?? '';
  for (let at = 0; at < array.length; at++) {
    const member = array[at];
    if (member instanceof Map && some(member, path, from, see, index ?? at)) return true;
  }
  if (!isIndex(part) || Number(part) >= array.length) return false;
  const member = array[Number(part)];
  if (from === path.length - 1) return leaf(member, index, see);
  return member instanceof Map || Array.isArray(member) ? some(member, path, from + 1, see, index) : false;
}

/**
 * Whether `see` accepts one of the values the path leads to; it gets undefined for a missing one, and the position in
 * the first array crossed, which is what the positional operator `$` later means.
 */
export function some(value: Maybe, path: string[], from: number, see: See, index?: number): boolean {
  if (Array.isArray(value)) return throughArray(value, path, from, see, index);
  if (!(value instanceof Map)) return see(undefined, index, false);
  const next = value.get(path[from] ?? '');
  if (from === path.length - 1) return leaf(next, index, see);
  return some(next, path, from + 1, see, index);
}

/** A key part: undefined when nothing is there, `empty` for the empty array. */
export interface Part {
  value: Maybe;
  empty?: true;
}

interface Slot {
  at: Maybe;
  path: string[];
  fixed: boolean;
}

function advance(slot: Slot): Slot {
  let { at, path } = slot;
  while (path.length > 0) {
    const part = path[0] ?? '';
    if (at instanceof Map) at = at.get(part);
    else if (Array.isArray(at)) {
      if (!isIndex(part)) break;
      at = at[Number(part)];
    } else return { at: undefined, path: [], fixed: true };
    path = path.slice(1);
  }
  return { at, path, fixed: !Array.isArray(at) };
}

function expand(slots: Slot[], made: Part[][], parallel: number): boolean {
  const next = slots.map((slot) => (slot.fixed ? slot : advance(slot)));
  const arrays = new Set(next.filter((slot) => !slot.fixed).map((slot) => slot.at));
  if (arrays.size > 1) fail(parallel, 'cannot index parallel arrays');
  const [array] = arrays;
  if (!Array.isArray(array)) {
    made.push(next.map((slot) => ({ value: slot.at })));
    return false;
  }
  if (array.length === 0) {
    made.push(
      next.map((slot) =>
        slot.fixed
          ? { value: slot.at }
          : slot.path.length === 0
            ? { value: undefined, empty: true }
            : { value: undefined },
      ),
    );
    return true;
  }
  for (const member of array) {
    const through = (slot: Slot): Slot => ({
      at: slot.path.length === 0 || member instanceof Map ? member : undefined,
      path: slot.path,
      fixed: slot.path.length === 0 || !(member instanceof Map),
    });
    expand(
      next.map((slot) => (slot.fixed ? slot : through(slot))),
      made,
      parallel,
    );
  }
  return true;
}

/** All tuples a document has under the paths, and whether an array multiplied them. */
export function tuples(
  document: Doc,
  paths: string[][],
  parallel = 171,
): { tuples: Part[][]; multikey: boolean } {
  const made: Part[][] = [];
  const multikey = expand(
    paths.map((path) => ({ at: document, path, fixed: false })),
    made,
    parallel,
  );
  return { tuples: made, multikey };
}

export function split(path: string): string[] {
  return path.split('.');
}
