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

  constructor(merged: MergedUpdates) {
    this.#merged = merged;
  }

  /** A row that became durable and is in the merged updates. */
  heard(row: Uint8Array): void {
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
    Y.applyUpdate(doc, this.#merged.since(NOTHING));
    return doc;
  }

  forget(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#waiting = [];
  }
}
