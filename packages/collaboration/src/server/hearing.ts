/** Who listens to a document on this server, and up to which row they were told. */

import type { DocumentListener, DocumentNews } from './document-terms.ts';
import type { LogRow, UpdateLog } from './ports.ts';

/** Thousands of documents are listened to in which nobody writes, hardly any by more than one: no list for that one. */
export class Hearing {
  #first: DocumentListener | null = null;
  #others: readonly DocumentListener[] | null = null;
  /** Null before the document was first read. */
  #told: number | null = null;

  get hasListeners(): boolean {
    return this.#first !== null;
  }

  subscribe(listener: DocumentListener): void {
    if (this.#first === null) this.#first = listener;
    else this.#others = [...(this.#others ?? []), listener];
  }

  unsubscribe(listener: DocumentListener): void {
    const others = this.#others?.filter((other) => other !== listener) ?? [];
    if (this.#first === listener) this.#first = others.shift() ?? null;
    this.#others = others.length === 0 ? null : others;
  }

  clear(): void {
    this.#first = null;
    this.#others = null;
  }

  tell(news: DocumentNews): void {
    const others = this.#others;
    this.#first?.hear(news);
    for (const other of others ?? []) other.hear(news);
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
    if (!this.hasListeners || from >= durable) return [];
    return (await log.read(doc, from)).filter(({ seq }) => seq <= durable);
  }
}
