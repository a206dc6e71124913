/** Who listens to a document on this server, and up to which row they were told. */

import type { DocumentNews } from './document-terms.ts';
import type { LogRow, UpdateLog } from './ports.ts';

const NOBODY: readonly never[] = [];

export class Hearing {
  /** Hardly ever more than one. */
  #listeners: readonly ((news: DocumentNews) => void)[] = NOBODY;
  /** Null before the document was first read. */
  #told: number | null = null;

  get size(): number {
    return this.#listeners.length;
  }

  subscribe(listener: (news: DocumentNews) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  clear(): void {
    this.#listeners = NOBODY;
  }

  tell(news: DocumentNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Rows in their order; `from` is the connection one of this server's came on. */
  rows(rows: readonly LogRow[], from?: string): void {
    const origin = from === undefined ? {} : { from };
    for (const { bytes, seq, via } of rows) {
      this.#told = seq;
      if (via !== 'seal') this.tell({ kind: 'update', bytes, seq, ...origin });
    }
  }

  /** The document was read, up to `durable`, with the rows that its listeners lack. */
  begin(rows: readonly LogRow[], durable: number): void {
    this.rows(rows);
    this.#told = durable;
  }

  /** While it rested, another server may have written what those who listen here were not told. */
  async missed(doc: string, log: Pick<UpdateLog, 'read'>, durable: number): Promise<readonly LogRow[]> {
    const from = this.#told ?? durable;
    if (this.size === 0 || from >= durable) return [];
    return (await log.read(doc, from)).filter(({ seq }) => seq <= durable);
  }
}
