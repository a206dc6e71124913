/**
 * Texts that lie side by side in a block, as one: people who began together in an empty paragraph made one each. A
 * change goes into the text it stands in, so that every letter keeps the id under which it was typed.
 */
import type * as Y from 'yjs';

export interface Words {
  delete(at: number, count: number): void;
  insert(at: number, text: string): void;
}

export const sideBySide = (texts: readonly Y.Text[]): Words => ({
  delete(at, count) {
    let start = 0;
    for (const text of texts) {
      const { length } = text;
      const [first, end] = [Math.max(0, at - start), Math.min(length, at + count - start)];
      if (end > first) text.delete(first, end - first);
      start += length;
    }
  },
  /** Between two of them it belongs to what it is written behind. */
  insert(at, added) {
    let start = 0;
    for (const text of texts) {
      if (at <= start + text.length) return text.insert(at - start, added);
      start += text.length;
    }
    throw new RangeError(`${at} lies behind the end, ${start}`);
  },
});
