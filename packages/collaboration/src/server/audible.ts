/**
 * Who listens to a document on this server, and up to which row they were told. What can be listened to is one, and does
 * not hold one: thousands of documents are open in which nobody writes.
 */

import type { DocumentListener, DocumentNews } from './document-terms.ts';
import type { LogRow, UpdateLog } from './ports.ts';

export class Audible {
  /** Hardly any document is listened to by more than one: no list for that one. */
  #first: DocumentListener | null = null;
  #others: readonly DocumentListener[] | null = null;
  /** Null before the document was first read. */
  #told: number | null = null;

  protected get hasListeners(): boolean {
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

  protected deafen(): void {
    this.#first = null;
    this.#others = null;
  }

  protected tell(news: DocumentNews): void {
    const others = this.#others;
    this.#first?.hear(news);
    for (const other of others ?? []) other.hear(news);
  }

  /** Rows in their order; `from` is the connection one of this server's came on. */
  protected tellRows(rows: readonly LogRow[], from?: string): void {
    const origin = from === undefined ? {} : { from };
    for (const { bytes, seq, via } of rows) {
      this.#told = seq;
      if (via !== 'seal') this.tell({ kind: 'update', bytes, seq, ...origin });
    }
  }

  /** The document was read, up to `durable`, with the rows that its listeners lack. */
  protected tellRead(rows: readonly LogRow[], durable: number): void {
    this.tellRows(rows);
    this.#told = durable;
  }

  /** While it rested, another server may have written what those who listen here were not told. */
  protected async missed(
    doc: string,
    log: Pick<UpdateLog, 'read'>,
    durable: number,
  ): Promise<readonly LogRow[]> {
    const from = this.#told ?? durable;
    if (!this.hasListeners || from >= durable) return [];
    return (await log.read(doc, from)).filter(({ seq }) => seq <= durable);
  }
}
