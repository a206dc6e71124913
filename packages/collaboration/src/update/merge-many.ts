/**
 * Many updates as one. Yjs merges any number at a time, but its cost grows with the square of it: a long log is merged
 * by the piece, and then the pieces.
 */
import * as Y from 'yjs';

const PIECE = 250;

export const mergeMany = (updates: readonly Uint8Array[]): Uint8Array => {
  let merged = updates;
  while (merged.length > 1) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < merged.length; at += PIECE)
      pieces.push(Y.mergeUpdates(merged.slice(at, at + PIECE)));
    merged = pieces;
  }
  return merged[0] ?? Y.mergeUpdates([]);
};
