/**
 * Two people who begin in the same empty paragraph make two texts that lie side by side, of which the editor knows one.
 * A key in such a paragraph goes into the text that it stands in. The library's comparison would write everything into
 * the first, others' words too and under this page's id, and take the second out with whatever is on its way into it.
 */
import { sideBySide, trimmed } from '@butinerie/collaboration/document';
import type { Mark, Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
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

/** Whether it wrote the whole change: one of the words of a single block. Else it wrote nothing. */
export function writeInPlace(
  body: Y.XmlFragment,
  before: Node,
  { doc: after, selection }: EditorState,
  drawn: Drawn,
): boolean {
  const way = wayToChange(body, before, after);
  const block = way.at(-1);
  const stretches = block && stretchesOf(block);
  if (!stretches?.some(({ texts }) => texts.length > 0)) return false;
  const caret = selection.$head.parent === block?.node ? selection.$head.parentOffset : -1;
  let start = 0;
  for (const stretch of stretches) {
    writeStretch(stretch, caret - start);
    start += lengthOf(stretch.runs) + 1;
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

const lengthOf = (runs: readonly Node[]): number => runs.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

function writeStretch({ texts, runs }: Stretch, caret: number): void {
  const before = texts.map(wordsOf).join('');
  const after = runs.map((run) => run.text ?? '').join('');
  const { head, remove, insert } = beforeCaret(before, after, caret) ?? trimmed(before, after);
  const words = sideBySide(texts);
  words.delete(head, remove);
  if (insert !== '') words.insert(head, insert);
  dress(texts, runs);
}

/**
 * Written or taken out right before the caret, or right behind it: a blank beside a blank, which comparing alone puts on
 * the wrong side, beside somebody else's. Null where the difference is another one.
 */
function beforeCaret(before: string, after: string, caret: number) {
  const more = after.length - before.length;
  const head = more > 0 ? caret - more : caret;
  if (more === 0 || caret < 0 || caret > after.length || head < 0) return null;
  const insert = after.slice(head, head + Math.max(0, more));
  const remove = Math.max(0, -more);
  const is = before.slice(0, head) + insert + before.slice(head + remove);
  return is === after ? { head, remove, insert } : null;
}

const deltaOf = (text: Y.XmlText): readonly Run[] => text.toDelta() as readonly Run[];
const wordsOf = (text: Y.XmlText): string =>
  deltaOf(text)
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');

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
