/**
 * Walks the visible text of a document in reading order and says which client id wrote each piece. What the reader
 * adds (line ends, bullets) was written by nobody. A document confused on purpose is read as far as it makes sense:
 * what has no place is skipped, nothing throws.
 */

import * as Y from 'yjs';
import { bodyOf, titleOf } from './new-document.ts';

export interface Piece {
  readonly text: string;
  /** The client id that wrote it; null for what the reader adds. */
  readonly client: number | null;
  /** The clock of its first UTF-16 unit under that id; 0 where there is none. */
  readonly clock: number;
}

/** Nobody nests lists so deep by hand; a crafted document could overflow the stack. */
const DEEPEST = 64;

/** Any Yjs type, seen only as a list of what was written into it. */
export interface Container {
  readonly _start: Y.Item | null;
}

interface Line {
  readonly out: Piece[];
  readonly indent: string;
  readonly depth: number;
}

const add = (out: Piece[], text: string): void => {
  if (text !== '') out.push({ text, client: null, clock: 0 });
};

const inline = (type: Container, line: Line): void => {
  if (line.depth > DEEPEST) return;
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentString) {
      line.out.push({ text: item.content.str, client: item.id.client, clock: item.id.clock });
    } else if (item.content instanceof Y.ContentType) {
      const child = item.content.type;
      if (child instanceof Y.XmlText) inline(child, { ...line, depth: line.depth + 1 });
      else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak')
        add(line.out, `\n${line.indent}`);
    }
  }
};

const children = (type: Container): readonly Container[] => {
  const found: Container[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentType) found.push(item.content.type);
  }
  return found;
};

const blocks = (parent: Container, line: Line): void => {
  children(parent).forEach((child, index) => {
    if (index > 0) add(line.out, `\n${line.indent}`);
    block(child, line);
  });
};

const list = (parent: Y.XmlElement, line: Line): void => {
  const ordered = parent.nodeName === 'orderedList';
  const start: unknown = parent.getAttribute('start');
  const first = typeof start === 'number' ? start : 1;
  children(parent).forEach((child, index) => {
    if (index > 0) add(line.out, `\n${line.indent}`);
    const bullet = ordered ? `${first + index}. ` : '- ';
    add(line.out, bullet);
    const indent = line.indent + ' '.repeat(bullet.length);
    block(child, { ...line, indent, depth: line.depth + 1 });
  });
};

const block = (type: Container, line: Line): void => {
  if (line.depth > DEEPEST) return;
  if (!(type instanceof Y.XmlElement)) {
    inline(type, line);
    return;
  }
  switch (type.nodeName) {
    case 'bulletList':
    case 'orderedList':
      list(type, line);
      return;
    case 'listItem':
      blocks(type, { ...line, depth: line.depth + 1 });
      return;
    case 'blockquote':
      add(line.out, '> ');
      blocks(type, { ...line, indent: `${line.indent}> `, depth: line.depth + 1 });
      return;
    default:
      inline(type, line);
  }
};

export const blockPieces = (type: Container): readonly Piece[] => {
  const out: Piece[] = [];
  block(type, { out, indent: '', depth: 0 });
  return out;
};

export const bodyPieces = (doc: Y.Doc): readonly Piece[] => {
  const out: Piece[] = [];
  blocks(bodyOf(doc), { out, indent: '', depth: 0 });
  return out;
};

/** A title is one line, whatever was pasted into it. */
export const titlePieces = (doc: Y.Doc): readonly Piece[] => {
  const out: Piece[] = [];
  inline(titleOf(doc), { out, indent: '', depth: 0 });
  return out.map((piece) => ({ ...piece, text: piece.text.replace(/[\r\n]/g, ' ') }));
};
