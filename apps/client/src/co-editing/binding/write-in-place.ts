/**
 * Two people who begin in the same empty paragraph make two texts that lie side by side, of which the editor knows one.
 * A key in such a paragraph goes into the text that it stands in. The library's comparison would write everything into
 * the first, others' words too and under this page's id, and take the second out with whatever is on its way into it.
 */
import type { Mark, Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { elementsIn, type Drawn } from './drawn-body.ts';

interface Block {
  readonly element: Y.XmlElement;
  readonly node: Node;
}
/** What stands between two line breaks. */
interface Stretch {
  readonly texts: readonly Y.XmlText[];
  readonly runs: readonly Node[];
}
interface Run {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Whether it wrote the whole change: one in a single block with texts side by side. Else it wrote nothing. */
export function writeInPlace(body: Y.XmlFragment, before: Node, after: Node, drawn: Drawn): boolean {
  const way = wayToChange(body, before, after);
  const block = way.at(-1);
  const stretches = block && stretchesOf(block);
  if (!stretches?.some(({ texts }) => texts.length > 1)) return false;
  for (const stretch of stretches) {
    writeStretch(stretch);
    for (const text of stretch.texts) drawn.delete(text);
  }
  for (const { element, node } of way) drawn.set(element, node);
  return true;
}

/** The only block of words that is another one than before, behind those around it; empty where more changed. */
function wayToChange(body: Y.XmlFragment, before: Node, after: Node): readonly Block[] {
  const way: Block[] = [];
  let [type, was, is] = [body, before, after];
  while (!is.inlineContent) {
    const [at, ...others] = was.childCount === is.childCount ? changedIn(was, is) : [];
    if (at === undefined || others.length > 0) return [];
    const element: Y.XmlElement | undefined = elementsIn(type)[at];
    if (element === undefined || !was.child(at).sameMarkup(is.child(at))) return [];
    [type, was, is] = [element, was.child(at), is.child(at)];
    way.push({ element, node: is });
  }
  return way;
}

const changedIn = (was: Node, is: Node): number[] =>
  is.children.flatMap((child, at) => (child === was.child(at) ? [] : [at]));

/** Null where line breaks came or went, or words where there is no text yet. */
function stretchesOf({ element, node }: Block): readonly Stretch[] | null {
  const shared = element.toArray();
  const texts = split(shared, (child) => child instanceof Y.XmlText) as Y.XmlText[][];
  const runs = split(node.children, (child) => child.isText);
  if (texts.length !== runs.length) return null;
  const stretches = texts.map((each, at) => ({ texts: each, runs: runs[at] ?? [] }));
  return stretches.some((one) => one.texts.length === 0 && one.runs.length > 0) ? null : stretches;
}

/** What stands before, between and behind the others. */
function split<T>(all: readonly T[], stays: (one: T) => boolean): T[][] {
  const parts: T[][] = [[]];
  for (const one of all) {
    if (stays(one)) parts.at(-1)?.push(one);
    else parts.push([]);
  }
  return parts;
}

function writeStretch({ texts, runs }: Stretch): void {
  const before = texts.map(wordsOf).join('');
  const after = runs.map((run) => run.text ?? '').join('');
  const { from, removed, added } = difference(before, after);
  let start = 0;
  let put = false;
  for (const text of texts) {
    const { length } = text;
    const [first, end] = [Math.max(0, from - start), Math.min(length, from + removed - start)];
    if (end > first) text.delete(first, end - first);
    // Between two texts it belongs to what it was typed behind.
    if (!put && from <= start + length) {
      put = true;
      if (added !== '') text.insert(from - start, added);
    }
    start += length;
  }
  dress(texts, runs);
}

const deltaOf = (text: Y.XmlText): readonly Run[] => text.toDelta() as readonly Run[];
const wordsOf = (text: Y.XmlText): string =>
  deltaOf(text)
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');

/** Where the words differ. A letter of two halves is never cut. */
function difference(before: string, after: string): { from: number; removed: number; added: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  if (isFirstHalf(before[from - 1])) from--;
  let behind = 0;
  while (behind < most - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  if (isFirstHalf(before[before.length - behind - 1])) behind--;
  return {
    from,
    removed: before.length - behind - from,
    added: after.slice(from, after.length - behind),
  };
}

const isFirstHalf = (unit: string | undefined): boolean => /[\ud800-\udbff]/.test(unit ?? '');

/** Each letter has the marks that the editor shows on it, and no others. */
function dress(texts: readonly Y.XmlText[], runs: readonly Node[]): void {
  const left = runs.map((run) => ({ length: run.text?.length ?? 0, attributes: attributesOf(run.marks) }));
  for (const text of texts) {
    const bare = Object.fromEntries(
      deltaOf(text).flatMap(({ attributes = {} }) => Object.keys(attributes).map((name) => [name, null])),
    );
    const delta: object[] = [];
    for (let room = text.length; room > 0;) {
      const [run] = left;
      if (run === undefined) break;
      const length = Math.min(room, run.length);
      if (length > 0) delta.push({ retain: length, attributes: { ...bare, ...run.attributes } });
      room -= length;
      run.length -= length;
      if (run.length === 0) left.shift();
    }
    text.applyDelta(delta);
  }
}

const attributesOf = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));
