/**
 * Writes plain text into a document by the smallest change, so that words left alone keep the ids, and so the author,
 * they had. Used for drafts saved as they are typed, for imports and for what the server writes on a person's behalf.
 */

import * as Y from 'yjs';
import { bodyOf, titleOf } from './new-document.ts';
import { joined } from './read-document.ts';
import { diffSequences } from './sequence-diff.ts';
import { sideBySide, type Words } from './side-by-side.ts';
import { blockPieces, titlePieces } from './written-pieces.ts';

/** The origin of these changes in Yjs transactions. */
export const WRITE_ORIGIN = 'butinerie:write';

/** Words, blanks and signs, one by one. */
export const wordsOfText = (text: string): readonly string[] =>
  text.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** A word changed by one letter keeps its other letters; a pair of surrogates is never cut. */
export const trimmed = (before: string, after: string): { head: number; remove: number; insert: string } => {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
};

export const writeText = (target: Words, before: string, after: string): void => {
  if (before === after) return;
  const tokens = wordsOfText(before);
  let at = 0;
  let token = 0;
  for (const step of diffSequences(tokens, wordsOfText(after))) {
    const passed = tokens.slice(token, token + step.count).join('');
    token += step.count;
    if (step.kind === 'keep') {
      at += passed.length;
      continue;
    }
    const { head, remove, insert } = trimmed(passed, step.by.join(''));
    if (remove > 0) target.delete(at + head, remove);
    if (insert !== '') target.insert(at + head, insert);
    at += passed.length - remove + insert.length;
  }
};

export const writeTitle = (doc: Y.Doc, title: string): void => {
  const line = title.replace(/\r\n|[\r\n]/g, ' ');
  doc.transact(() => writeText(titleOf(doc), joined(titlePieces(doc)), line), WRITE_ORIGIN);
};

export const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph');
  if (text !== '') element.insert(0, [new Y.XmlText(text)]);
  return element;
};

/** The words of a block that can be changed in place: a paragraph or heading that holds nothing but text. */
export const onlyText = (block: unknown): Words | null => {
  if (!(block instanceof Y.XmlElement) || !['paragraph', 'heading'].includes(block.nodeName)) return null;
  const texts = block.toArray().filter((child) => child instanceof Y.XmlText);
  return texts.length > 0 && texts.length === block.length ? sideBySide(texts) : null;
};

const replaceBlocks = (
  body: Y.XmlFragment,
  at: number,
  change: { count: number; by: readonly string[] },
): void => {
  const pairs = Math.min(change.count, change.by.length);
  let kept = 0;
  for (; kept < pairs; kept++) {
    const block = body.get(at + kept);
    const text = onlyText(block);
    if (text === null) break;
    writeText(text, joined(blockPieces(block)), change.by[kept] ?? '');
  }
  if (change.count > kept) body.delete(at + kept, change.count - kept);
  if (change.by.length > kept) body.insert(at + kept, change.by.slice(kept).map(paragraph));
};

export const writePlainText = (doc: Y.Doc, text: string): void => {
  doc.transact(() => {
    const body = bodyOf(doc);
    const before = body.toArray().map((block) => joined(blockPieces(block)));
    const after = regrouped(before, text === '' ? [] : text.split('\n'));
    if (before.join('\n') === text) return;
    let at = 0;
    for (const step of diffSequences(before, after)) {
      if (step.kind === 'keep') {
        at += step.count;
      } else {
        const by = step.by.flatMap((entry) => entry.split('\n'));
        replaceBlocks(body, at, { count: step.count, by });
        at += by.length;
      }
    }
  }, WRITE_ORIGIN);
};

/** Lines that together read as one block of several lines (a list, a quotation) are compared as that block. */
const regrouped = (before: readonly string[], lines: readonly string[]): readonly string[] => {
  const tall = before.filter((block) => block.includes('\n'));
  if (tall.length === 0) return lines;
  const out: string[] = [];
  for (let i = 0; i < lines.length;) {
    const group = tall.find((block) => lines.slice(i, i + block.split('\n').length).join('\n') === block);
    out.push(group ?? lines[i] ?? '');
    i += group === undefined ? 1 : group.split('\n').length;
  }
  return out;
};
