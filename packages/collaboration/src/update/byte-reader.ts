/**
 * Reads bytes with one reading only: canonical numbers, strict UTF-8, nothing past the end. The first fault is kept and
 * every later read answers zero, so that callers test `fault` at each turn of a loop and nothing is ever thrown.
 */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const LONGEST_NUMBER = 8;
const SHORT = 24;

export type Fault = 'malformed-update' | 'forbidden-content' | 'forbidden-root' | 'too-large';

export class ByteReader {
  readonly bytes: Uint8Array;
  position = 0;
  fault: Fault | null = null;
  /** What a developer reads beside the code. */
  detail = '';

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  fail(fault: Fault, detail: string): void {
    if (this.fault !== null) return;
    this.fault = fault;
    this.detail = `${detail} at byte ${this.position}`;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined || this.fault !== null) {
      this.fail('malformed-update', 'ends too soon');
      return 0;
    }
    this.position++;
    return value;
  }

  /** A number has one spelling: no trailing zero group, no more than 2⁵³ − 1. */
  number(): number {
    let value = 0;
    let scale = 1;
    for (let length = 1; length <= LONGEST_NUMBER; length++) {
      const group = this.byte();
      value += (group & 0x7f) * scale;
      if (group < 0x80) {
        const canonical = (group !== 0 || length === 1) && value <= Number.MAX_SAFE_INTEGER;
        if (!canonical) this.fail('malformed-update', 'number not canonical');
        return this.fault === null ? value : 0;
      }
      scale *= 128;
    }
    this.fail('malformed-update', 'number too long');
    return 0;
  }

  /** A signed number: six bits and a sign in the first byte, then groups of seven. Minus zero is refused. */
  signed(): number {
    const first = this.byte();
    const sign = (first & 0x40) === 0 ? 1 : -1;
    let value = first & 0x3f;
    if (first >= 0x80) {
      const before = this.position;
      const rest = this.number();
      if (rest === 0) this.fail('malformed-update', 'number not canonical');
      if (this.position - before >= LONGEST_NUMBER) this.fail('malformed-update', 'number too long');
      value += rest * 64;
    }
    if (value > Number.MAX_SAFE_INTEGER || (value === 0 && sign < 0)) {
      this.fail('malformed-update', 'number not canonical');
    }
    return this.fault === null ? sign * value : 0;
  }

  text(longest: number): string {
    const length = this.number();
    const end = this.position + length;
    if (this.fault !== null || end > this.bytes.length) {
      this.fail('malformed-update', 'text ends too soon');
      return '';
    }
    if (length > longest) {
      this.fail('forbidden-content', `text longer than ${longest} bytes`);
      return '';
    }
    const short = this.#ascii(end);
    if (short !== null) return short;
    try {
      const text = utf8.decode(this.bytes.subarray(this.position, end));
      this.position = end;
      return text;
    } catch {
      // TextDecoder has no other way to say that bytes are not UTF-8.
      this.fail('malformed-update', 'text is not UTF-8');
      return '';
    }
  }

  /** One key at a time is what most updates carry, and a TextDecoder costs more than all the rest of one. */
  #ascii(end: number): string | null {
    if (end - this.position > SHORT) return null;
    let text = '';
    for (let i = this.position; i < end; i++) {
      const unit = this.bytes[i] ?? 0x80;
      if (unit >= 0x80) return null;
      text += String.fromCharCode(unit);
    }
    this.position = end;
    return text;
  }

  atEnd(): boolean {
    return this.position === this.bytes.length;
  }
}
