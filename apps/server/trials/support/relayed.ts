import { createHash } from 'node:crypto';

/** Updates by transaction, as they become known to everybody through the server's relay. */
export class Relayed {
  readonly #bytes = new Map<number, Uint8Array>();
  readonly #waiting = new Map<number, (() => void)[]>();
  readonly #sent = new Map<string, number[]>();

  static key = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

  willArrive(txn: number, bytes: Uint8Array): void {
    const key = Relayed.key(bytes);
    this.#sent.set(key, [...(this.#sent.get(key) ?? []), txn]);
  }
  /** Bytes that nobody sent as they are were made of several, for a page that could not follow. */
  arrived(bytes: Uint8Array): void {
    const txn = this.#sent.get(Relayed.key(bytes))?.shift();
    if (txn !== undefined) this.put(txn, bytes);
  }
  put(txn: number, bytes: Uint8Array): void {
    if (this.#bytes.has(txn)) return;
    this.#bytes.set(txn, bytes);
    for (const wake of this.#waiting.get(txn) ?? []) wake();
    this.#waiting.delete(txn);
  }
  async of(txn: number): Promise<Uint8Array> {
    for (;;) {
      const bytes = this.#bytes.get(txn);
      if (bytes !== undefined) return bytes;
      await new Promise<void>((wake) => {
        this.#waiting.set(txn, [...(this.#waiting.get(txn) ?? []), wake]);
      });
    }
  }
}
