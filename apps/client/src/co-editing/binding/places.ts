/**
 * Where a caret stands in the shared text, so that it is found again after a change: behind the letter it stood behind,
 * or, where that letter was written anew elsewhere (a paragraph cut in two, a heading made of it), among the same words.
 */
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { elementsIn, type Drawn } from './drawn-body.ts';

/** So many letters on either side tell where words went. */
const AROUND = 24;
/** Fewer could stand anywhere. */
const LEAST = 3;
const LEAF = '\ufffc';

export interface Place {
  readonly letter: Y.RelativePosition;
  readonly before: string;
  readonly after: string;
}

/** Null where there is no word to hold on to. */
export function placeAt(doc: Node, position: number, body: Y.XmlFragment): Place | null {
  const at = doc.resolve(position);
  if (!at.parent.inlineContent) return null;
  let type: Y.XmlFragment = body;
  for (let depth = 0; depth < at.depth; depth++) {
    const inside: Y.XmlElement | undefined = elementsIn(type)[at.index(depth)];
    if (inside === undefined) return null;
    type = inside;
  }
  const { parent, parentOffset } = at;
  let start = 0;
  for (const child of type.toArray()) {
    const size = child instanceof Y.XmlText ? child.length : 1;
    if (child instanceof Y.XmlText && size > 0 && parentOffset <= start + size)
      return {
        letter: Y.createRelativePositionFromTypeIndex(child, Math.max(0, parentOffset - start), -1),
        before: textOf(parent, Math.max(0, parentOffset - AROUND), parentOffset),
        after: textOf(parent, parentOffset, Math.min(parent.content.size, parentOffset + AROUND)),
      };
    start += size;
  }
  return null;
}

const textOf = (block: Node, from: number, to: number): string =>
  block.textBetween(from, to, undefined, LEAF);

/** Where its letter stands, or stood until it was taken out; null when all around it is gone. */
export function positionOf({ letter }: Place, body: Y.XmlFragment, drawn: Drawn): number | null {
  const { doc } = body;
  if (doc === null) return null;
  const found = Y.createAbsolutePositionFromRelativePosition(letter, doc);
  if (found === null) return null;
  let position = found.index;
  for (let type = found.type; type !== body;) {
    const item: Y.Item | null = type._item;
    if (item === null || item.deleted) return null;
    for (let left = item.left; left !== null; left = left.left)
      position += left.deleted ? 0 : sizeOf(left, drawn);
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return null;
    // In front of what is in a block stands its own beginning.
    if (parent !== body) position += 1;
    type = parent;
  }
  return position;
}

export function isTakenOut({ letter }: Place, { doc }: Y.XmlFragment): boolean {
  if (doc === null || letter.item === null) return false;
  const item = Y.getItem(doc.store, letter.item);
  return item instanceof Y.Item && item.deleted && item.redone === null;
}

function sizeOf({ content }: Y.Item, drawn: Drawn): number {
  if (!(content instanceof Y.ContentType)) return 0;
  const { type } = content;
  if (type instanceof Y.XmlText) return type.length;
  const node = drawn.get(type);
  return node && !Array.isArray(node) ? node.nodeSize : 0;
}

/** Among the same words, in what changed between the two positions; null when they stand nowhere there. */
export function amongSameWords(
  { before, after }: Place,
  doc: Node,
  changed: readonly (readonly [from: number, to: number])[],
): number | null {
  let best: number | null = null;
  let most = Math.min(LEAST, before.length + after.length) - 1;
  if (most < 0) return null;
  const look = (block: Node, start: number): void => {
    const text = textOf(block, 0, block.content.size);
    for (let at = text.indexOf(after); at >= 0; at = text.indexOf(after, at + 1)) {
      let left = 0;
      while (left < before.length && text[at - 1 - left] === before[before.length - 1 - left]) left++;
      if ((left > 0 || before === '') && left + after.length > most) {
        most = left + after.length;
        best = start + at;
      }
      if (at >= text.length) break;
    }
  };
  for (const [from, to] of changed)
    doc.nodesBetween(from, to, (node, position) => {
      if (node.isTextblock) look(node, position + 1);
      return !node.isTextblock;
    });
  return best;
}
