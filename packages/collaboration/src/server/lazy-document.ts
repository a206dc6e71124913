/**
 * The document as Yjs sees it, for reading its text: made when somebody asks, kept up to date in one go at the next
 * asking, and forgotten when the document rests. Verifying, relaying and joining never ask.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import type { MergedUpdates } from './merged-updates.ts';

/** So many rows that nobody read are cheaper to read from the whole. */
const MOST_WAITING = 1_000;
const NOTHING: ReadonlyMap<number, number> = new Map();

export class LazyDocument {
  readonly #merged: MergedUpdates;
  #doc: Y.Doc | null = null;
  #waiting: Uint8Array[] = [];
  /** Set when the merged rows tell other words than the rows one by one: then these are followed. */
  #inOrder: Uint8Array[] | null = null;

  constructor(merged: MergedUpdates) {
    this.#merged = merged;
  }

  /** A row that became durable and is in the merged updates. */
  heard(row: Uint8Array): void {
    this.#inOrder?.push(row);
    if (this.#doc === null) return;
    if (this.#waiting.length >= MOST_WAITING) this.forget();
    else this.#waiting.push(row);
  }

  /** Only for reading: it is shared. */
  doc(): Y.Doc {
    if (this.#doc === null) {
      this.#doc = this.copy();
    } else if (this.#waiting.length > 0) {
      const [doc, rows] = [this.#doc, this.#waiting];
      this.#waiting = [];
      doc.transact(() => {
        for (const row of rows) Y.applyUpdate(doc, row);
      });
    }
    return this.#doc;
  }

  /** A document of the caller's own. */
  copy(): Y.Doc {
    const doc = newDocument();
    const rows = this.#inOrder ?? [this.#merged.since(NOTHING)];
    for (const row of rows) Y.applyUpdate(doc, row);
    return doc;
  }

  /** What somebody's change makes of it, under an id of hers, as an update. */
  changedBy(clientId: number, mutate: (doc: Y.Doc) => void): Uint8Array {
    const draft = this.copy();
    const before = Y.encodeStateVector(draft);
    draft.clientID = clientId;
    draft.transact(() => mutate(draft));
    const update = Y.encodeStateAsUpdate(draft, before);
    draft.destroy();
    return update;
  }

  get isInOrder(): boolean {
    return this.#inOrder !== null;
  }

  /** From now on it says what these rows say one by one. */
  follow(rows: readonly Uint8Array[]): void {
    this.forget();
    this.#inOrder = [...rows];
  }

  forget(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#waiting = [];
  }
}
