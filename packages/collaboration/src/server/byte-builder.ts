/** Bytes that grow at their end, in one block that doubles when it is full. */

const FIRST = 64;

export class ByteBuilder {
  #block = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(bytes: Uint8Array): void {
    const end = this.#length + bytes.length;
    if (end > this.#block.length) {
      const larger = new Uint8Array(Math.max(FIRST, end, 2 * this.#block.length));
      larger.set(this.#block.subarray(0, this.#length));
      this.#block = larger;
    }
    this.#block.set(bytes, this.#length);
    this.#length = end;
  }

  /** What was pushed so far, not a copy. */
  bytes(): Uint8Array {
    return this.#block.subarray(0, this.#length);
  }
}
