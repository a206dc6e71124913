/** What people do to a text, at random: type, delete, format, split, make lists, undo and redo. */

import * as Y from 'yjs';
import { bodyOf, titleOf } from '../document/new-document.ts';
import type { Random } from './random.ts';

const WORDS = ['repas ', 'école', ' été', 'ruche 🐝 ', 'a', 'l’', '\u{1f469}‍\u{1f33e}', 'butiner, ', 'x'];
const BLOCKS = ['paragraph', 'blockquote', 'heading', 'bulletList'] as const;

export interface Hand {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
}

export const createHand = (doc: Y.Doc): Hand => ({
  doc,
  undo: new Y.UndoManager([titleOf(doc), bodyOf(doc)], { captureTimeout: 0 }),
});

const texts = (parent: Y.XmlFragment): readonly Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child: unknown) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? texts(child) : [],
    );

const insertBlock = (doc: Y.Doc, random: Random): void => {
  const name = random.pick(BLOCKS);
  const body = bodyOf(doc);
  const block = new Y.XmlElement(name);
  const paragraph = (): Y.XmlElement => {
    const made = new Y.XmlElement('paragraph');
    made.insert(0, [new Y.XmlText(random.pick(WORDS))]);
    return made;
  };
  if (name === 'bulletList') {
    const entry = new Y.XmlElement('listItem');
    entry.insert(0, [paragraph()]);
    block.insert(0, [entry]);
  } else if (name === 'blockquote') block.insert(0, [paragraph()]);
  else block.insert(0, [new Y.XmlText(random.pick(WORDS))]);
  body.insert(random.integer(body.length + 1), [block]);
  const placed: unknown = body.toArray().find((child) => child === block);
  if (name === 'heading' && placed instanceof Y.XmlElement)
    placed.setAttribute('level', 2 + random.integer(2));
};

/** Never cuts a character in half: editors move by whole characters. */
const editText = (target: Y.Text, random: Random): void => {
  const plain = target instanceof Y.XmlText ? null : Array.from(target.toJSON());
  if (plain !== null && plain.length > 0 && random.chance(0.35)) {
    const at = random.integer(plain.length);
    const count = Math.min(plain.length - at, 1 + random.integer(4));
    target.delete(plain.slice(0, at).join('').length, plain.slice(at, at + count).join('').length);
  } else if (plain !== null) {
    const at = random.integer(plain.length + 1);
    target.insert(plain.slice(0, at).join('').length, random.pick(WORDS));
  } else if (target.length > 0 && random.chance(0.3)) {
    target.delete(0, target.length);
  } else {
    target.insert(random.chance(0.5) ? 0 : target.length, random.pick(WORDS));
  }
};

const format = (target: Y.Text, random: Random): void => {
  if (target.length === 0) return;
  const marks = [{ bold: {} }, { bold: null }, { italic: {} }, { link: { href: 'https://valdoise.fr' } }];
  target.format(0, target.length, random.pick(marks));
};

export const editOnce = ({ doc, undo }: Hand, random: Random): void => {
  const body = bodyOf(doc);
  const dice = random.integer(100);
  if (dice < 6) undo.undo();
  else if (dice < 10) undo.redo();
  else if (dice < 45) editText(titleOf(doc), random);
  else if (dice < 60) doc.transact(() => insertBlock(doc, random));
  else if (dice < 66 && body.length > 0) body.delete(random.integer(body.length), 1);
  else if (dice < 70 && body.length > 0) {
    const block: unknown = body.get(random.integer(body.length));
    if (block instanceof Y.XmlElement && block.nodeName === 'heading')
      block.setAttribute('level', 2 + random.integer(2));
  } else {
    const [...found] = texts(body);
    if (found.length === 0) return;
    if (dice < 80) format(random.pick(found), random);
    else editText(random.pick(found), random);
  }
};
