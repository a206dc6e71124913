/** The passages of a text, each a paragraph, a heading or an entry of a list, and changing one of them. */
import * as Y from 'yjs';
import { bodyOf } from './new-document.ts';
import { joined } from './read-document.ts';
import { onlyText, paragraph, WRITE_ORIGIN, writeText } from './write-document.ts';
import { blockPieces } from './written-pieces.ts';

/** Nobody nests lists so deep by hand. */
const DEEPEST = 64;

export const passagesOf = (doc: Y.Doc): readonly string[] =>
  leavesOf(bodyOf(doc))
    .map(wordsIn)
    .filter((text) => text.trim() !== '');

/**
 * Puts `text` where `passage` stands, by the smallest change; false where it stands nowhere. Lines after the first
 * become paragraphs of their own.
 */
export const replacePassage = (doc: Y.Doc, passage: string, text: string): boolean => {
  const leaf = leavesOf(bodyOf(doc)).find((known) => wordsIn(known) === passage);
  if (leaf === undefined) return false;
  const [first = '', ...more] = text.split('\n');
  doc.transact(() => {
    const run = onlyText(leaf);
    if (run !== null) writeText(run, passage, first);
    else {
      leaf.delete(0, leaf.length);
      leaf.insert(0, [new Y.XmlText(first)]);
    }
    const { parent } = leaf;
    if (more.length === 0 || !(parent instanceof Y.XmlFragment)) return;
    const at = parent.toArray().indexOf(leaf);
    parent.insert(at + 1, more.map(paragraph));
  }, WRITE_ORIGIN);
  return true;
};

const wordsIn = (leaf: Y.XmlElement): string => joined(blockPieces(leaf));

function leavesOf(parent: Y.XmlFragment, depth = 0): readonly Y.XmlElement[] {
  if (depth > DEEPEST) return [];
  return parent.toArray().flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return [];
    const isLeaf = node.nodeName === 'paragraph' || node.nodeName === 'heading';
    return isLeaf ? [node] : leavesOf(node, depth + 1);
  });
}
