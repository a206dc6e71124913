/** Bytes that grow at their end, in one block that doubles when it is full. */

const FIRST = 64;
/** Up to here a loop is quicker than a view. */
const SHORT = 32;

export class ByteBuilder {
  #block = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(bytes: Uint8Array, from: number, to: number): void {
    const end = this.#length + to - from;
    if (end > this.#block.length) {
      const larger = new Uint8Array(Math.max(FIRST, end, 2 * this.#block.length));
      larger.set(this.#block.subarray(0, this.#length));
      this.#block = larger;
    }
    if (to - from > SHORT) this.#block.set(bytes.subarray(from, to), this.#length);
    else for (let i = from; i < to; i++) this.#block[this.#length + i - from] = bytes[i] ?? 0;
    this.#length = end;
  }

  /** What was pushed so far, not a copy. */
  bytes(): Uint8Array {
    return this.#block.subarray(0, this.#length);
  }
}
