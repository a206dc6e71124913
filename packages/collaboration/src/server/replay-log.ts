/**
 * The log, replayed in its order, decides what a document says. Hostile neighbours that get past the guard can make a
 * live copy, or the same rows merged in one go, tell another text: a view tells so, and who disagrees reloads the rows.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import { readDocument } from '../document/read-document.ts';

export const replayLog = (rows: readonly Uint8Array[]): Y.Doc => {
  const doc = newDocument();
  for (const bytes of rows) Y.applyUpdate(doc, bytes);
  return doc;
};

/** What somebody reads in it; Yjs tidies redundant marks in each copy by itself, so only words are compared. */
export const viewOf = (doc: Y.Doc): string => JSON.stringify(readDocument(doc));

/** Whether rows merged in one go may stand for the rows: asked before a snapshot of them is published. */
export const agreesWithLog = (merged: Uint8Array, rows: readonly Uint8Array[]): boolean =>
  viewOf(replayLog([merged])) === viewOf(replayLog(rows));

/** What a page that reloads is given, one after the other: the whole in one go when it agrees, else row by row. */
export const reloadOf = (merged: Uint8Array, rows: readonly Uint8Array[]): readonly Uint8Array[] =>
  agreesWithLog(merged, rows) ? [merged] : rows;

const SLICE_MS = 5;

/** For a server with other things to do: a long log is gone through a little at a time. */
export const inSlices = async <Row>(rows: readonly Row[], take: (row: Row) => void): Promise<void> => {
  let until = performance.now() + SLICE_MS;
  for (const row of rows) {
    take(row);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + SLICE_MS;
  }
};

export const agreesInSlices = async (merged: Uint8Array, rows: readonly Uint8Array[]): Promise<boolean> => {
  const doc = newDocument();
  await inSlices(rows, (bytes) => Y.applyUpdate(doc, bytes));
  return viewOf(doc) === viewOf(replayLog([merged]));
};
