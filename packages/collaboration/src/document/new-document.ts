/** Every document of an idea, on both sides of the wire, is made here. */

import * as Y from 'yjs';
import { ROOTS } from './schema.ts';

/** Nothing is garbage collected: who wrote a deleted word, and the word itself, stay readable. */
export const newDocument = (): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  titleOf(doc);
  bodyOf(doc);
  return doc;
};

export const titleOf = (doc: Y.Doc): Y.Text => doc.getText(ROOTS.title);

export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(ROOTS.body);
