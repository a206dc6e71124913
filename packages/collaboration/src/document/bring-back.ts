/**
 * What was deleted, written anew where it stood. Yjs knows how: it is what undoing a deletion does, here of deletions
 * that another person made, read from the log. What stood in something that is gone as well has no place to come back to.
 */
import * as Y from 'yjs';
import { bodyOf, titleOf } from './new-document.ts';

export interface DeletedIds {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export const bringBack = (doc: Y.Doc, deleted: readonly DeletedIds[]): void => {
  const deletions = Y.createDeleteSet();
  for (const { client, clock, length } of deleted) {
    const ranges = deletions.clients.get(client) ?? [];
    ranges.push({ clock, len: length });
    deletions.clients.set(client, ranges);
  }
  const undo = new Y.UndoManager([titleOf(doc), bodyOf(doc)], { trackedOrigins: new Set() });
  undo.undoStack.push({ deletions, insertions: Y.createDeleteSet(), meta: new Map() });
  undo.undo();
  undo.destroy();
};
