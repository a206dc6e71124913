/** The plain reading of a document: what lists, search, mails and the seal show. */

import type * as Y from 'yjs';
import type { Piece } from './written-pieces.ts';
import { bodyPieces, titlePieces } from './written-pieces.ts';

export interface PlainText {
  readonly title: string;
  /** One line for each paragraph; lists with `- ` or `1. `, quotations with `> `. */
  readonly text: string;
}

export const joined = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

export const readDocument = (doc: Y.Doc): PlainText => ({
  title: joined(titlePieces(doc)),
  text: joined(bodyPieces(doc)),
});
