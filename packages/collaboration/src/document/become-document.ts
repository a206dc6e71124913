/**
 * Makes a document say what another one says, and touches only what differs: words left alone keep their ids, so what
 * somebody else is typing beside them stays. Words that come back are written anew; the replay gives them back to their
 * first writers.
 */
import * as Y from 'yjs';
import { bodyOf } from './new-document.ts';
import { readDocument } from './read-document.ts';
import { diffSequences, diffWords } from './sequence-diff.ts';
import { WRITE_ORIGIN, wordsOfText, writeTitle } from './write-document.ts';

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;
type Parent = Y.XmlFragment | Y.XmlElement;

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Record<string, unknown>;
}
// The library says `any` of what it hands out here.
const deltaOf = (text: Y.XmlText): readonly Delta[] => text.toDelta() as readonly Delta[];

export const becomeDocument = (target: Y.Doc, source: Y.Doc): void => {
  writeTitle(target, readDocument(source).title);
  target.transact(() => becomeParent(bodyOf(target), bodyOf(source)), WRITE_ORIGIN);
};

function becomeParent(target: Parent, source: Parent): void {
  const wanted = source.toArray();
  const steps = diffSequences(target.toArray().map(said), wanted.map(said));
  let at = 0;
  let next = 0;
  for (const step of steps) {
    if (step.kind === 'keep') {
      at += step.count;
      next += step.count;
      continue;
    }
    const by = wanted.slice(next, next + step.by.length);
    next += by.length;
    let kept = 0;
    while (kept < Math.min(step.count, by.length) && becomeNode(target.get(at + kept), by[kept])) kept += 1;
    if (step.count > kept) target.delete(at + kept, step.count - kept);
    const fresh = by.slice(kept).map((node) => node.clone() as Y.XmlElement | Y.XmlText);
    if (fresh.length > 0) target.insert(at + kept, fresh);
    at += by.length;
  }
}

/** False where the one cannot become the other. */
function becomeNode(target: Node, source: Node | undefined): boolean {
  if (target instanceof Y.XmlText && source instanceof Y.XmlText) {
    becomeText(target, source);
    return true;
  }
  if (!(target instanceof Y.XmlElement) || !(source instanceof Y.XmlElement)) return false;
  if (target.nodeName !== source.nodeName) return false;
  const [has, wants] = [target.getAttributes(), source.getAttributes()];
  for (const name of Object.keys(has)) if (!(name in wants)) target.removeAttribute(name);
  for (const [name, value] of Object.entries(wants))
    if (value !== undefined && has[name] !== value) target.setAttribute(name, value);
  becomeParent(target, source);
  return true;
}

interface Token {
  readonly text: string;
  readonly marks: Record<string, unknown>;
}
const keyOf = ({ text, marks }: Token): string => JSON.stringify([text, sorted(marks)]);
const tokensOf = (text: Y.XmlText): readonly Token[] =>
  deltaOf(text).flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' ? wordsOfText(insert).map((word) => ({ text: word, marks: attributes })) : [],
  );

const lettersIn = (key: string): number =>
  (JSON.parse(key) as [string])[0].match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function becomeText(target: Y.XmlText, source: Y.XmlText): void {
  const [has, wants] = [tokensOf(target), tokensOf(source)];
  let at = 0;
  let passed = 0;
  let next = 0;
  for (const step of diffWords(has.map(keyOf), wants.map(keyOf), lettersIn)) {
    const length = lengthOf(has.slice(passed, passed + step.count));
    passed += step.count;
    if (step.kind === 'keep') {
      at += length;
      next += step.count;
      continue;
    }
    if (length > 0) target.delete(at, length);
    for (const { text, marks } of wants.slice(next, next + step.by.length)) {
      target.insert(at, text, { ...marks });
      at += text.length;
    }
    next += step.by.length;
  }
}
const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { text }) => sum + text.length, 0);

/** Two nodes that say the same look the same, marks and attributes included. */
function said(node: Node): string {
  if (node instanceof Y.XmlText)
    return JSON.stringify(deltaOf(node).map(({ insert, attributes = {} }) => [insert, sorted(attributes)]));
  if (!(node instanceof Y.XmlElement)) return '';
  return JSON.stringify([node.nodeName, sorted(node.getAttributes()), node.toArray().map(said)]);
}
const sorted = (attributes: Record<string, unknown>): readonly [string, unknown][] =>
  Object.entries(attributes).toSorted(([one], [other]) => (one < other ? -1 : 1));
