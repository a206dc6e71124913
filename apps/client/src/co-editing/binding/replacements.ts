/**
 * The least that turns one document of the editor into another: whole blocks where blocks came or went, words where
 * words changed. What is equal on both sides is in none of it, so that the page keeps what it shows of it.
 */
import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';

/** In positions of the document as it was. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly content: Fragment;
}

type FormerOf = ReadonlyMap<Node, Node>;

/** In the order of the text. `at` is where the content of `before` begins. */
export function replacements(before: Node, after: Node, formerOf: FormerOf, at = 0): Replacement[] {
  return before.inlineContent ? words(before, after, at) : blocks(before, after, formerOf, at);
}

const same = (one: Node, other: Node): boolean => one === other || one.eq(other);

function words(before: Node, after: Node, at: number): Replacement[] {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || ends === null) return [];
  // A letter beside its like is found by both searches: what they share is taken once.
  const shared = Math.max(0, from - Math.min(ends.a, ends.b));
  const content = after.content.cut(from, ends.b + shared);
  return [{ from: at + from, to: at + ends.a + shared, content }];
}

function blocks(before: Node, after: Node, formerOf: FormerOf, at: number): Replacement[] {
  const [old, next] = [before.children, after.children];
  let start = 0;
  const least = Math.min(old.length, next.length);
  while (start < least && isSame(old, next, start, start)) start++;
  let end = 0;
  while (end < least - start && isSame(old, next, old.length - 1 - end, next.length - 1 - end)) end++;
  const ends = { old: old.length - end, next: next.length - end };

  const found: Replacement[] = [];
  let position = at;
  for (let index = 0; index < start; index++) position += old[index]?.nodeSize ?? 0;
  const done = { old: start, next: start };
  /** What lies before a pair that goes together: blocks that went, and those that stand there now. */
  const between = (toOld: number, toNext: number): void => {
    const from = position;
    for (; done.old < toOld; done.old++) position += old[done.old]?.nodeSize ?? 0;
    const content = Fragment.from(next.slice(done.next, toNext));
    done.next = toNext;
    if (from !== position || content.size > 0) found.push({ from, to: position, content });
  };
  for (const [inOld, inNext] of pairs(old, next, formerOf, start, ends)) {
    between(inOld, inNext);
    const [one, other] = [old[inOld], next[inNext]];
    if (one === undefined || other === undefined) continue;
    if (!same(one, other)) found.push(...replacements(one, other, formerOf, position + 1));
    position += one.nodeSize;
    done.old++;
    done.next++;
  }
  between(ends.old, ends.next);
  return found;
}

function isSame(old: readonly Node[], next: readonly Node[], inOld: number, inNext: number): boolean {
  const [one, other] = [old[inOld], next[inNext]];
  return one !== undefined && other !== undefined && same(one, other);
}

type Pair = readonly [inOld: number, inNext: number];

/** Blocks that are the same one before and after, in one order on both sides: as many as there can be. */
function pairs(
  old: readonly Node[],
  next: readonly Node[],
  formerOf: FormerOf,
  start: number,
  ends: { readonly old: number; readonly next: number },
): Pair[] {
  const places = new Map<Node, number[]>();
  for (let index = start; index < ends.old; index++) {
    const node = old[index];
    if (node) places.set(node, [...(places.get(node) ?? []), index]);
  }
  const found: Pair[] = [];
  for (let index = start; index < ends.next; index++) {
    const node = next[index];
    if (node === undefined) continue;
    const former = places.has(node) ? node : formerOf.get(node);
    // One node may stand in several places: each of them is taken once.
    const place = former?.sameMarkup(node) ? places.get(former)?.shift() : undefined;
    if (place !== undefined) found.push([place, index]);
  }
  return rising(found);
}

/** The longest run of pairs that rises in the old order too. */
function rising(found: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, [inOld]] of found.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[tails[middle] ?? -1]?.[0] ?? Infinity) < inOld) low = middle + 1;
      else high = middle;
    }
    previous.push(tails[low - 1]);
    tails[low] = index;
  }
  const longest: Pair[] = [];
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) {
    const pair = found[index];
    if (pair) longest.push(pair);
  }
  return longest.reverse();
}
