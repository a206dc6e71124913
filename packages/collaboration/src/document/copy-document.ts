/** The content of one document into another, titles, headings, lists and links included; none of its history. */
import type * as Y from 'yjs';
import { bodyOf } from './new-document.ts';
import { readDocument } from './read-document.ts';
import { WRITE_ORIGIN, writeTitle } from './write-document.ts';

/** Whatever stood in `target` is replaced; nothing is written where both say the same. */
export const copyDocument = (source: Y.Doc, target: Y.Doc): void => {
  const [from, to] = [readDocument(source), readDocument(target)];
  if (from.title === to.title && from.text === to.text) return;
  writeTitle(target, from.title);
  target.transact(() => {
    const body = bodyOf(target);
    if (body.length > 0) body.delete(0, body.length);
    body.insert(
      0,
      bodyOf(source)
        .toArray()
        .map((block) => block.clone() as Y.XmlElement | Y.XmlText),
    );
  }, WRITE_ORIGIN);
};
