/**
 * Answers for what one command or transaction sees: a base that does not change under it, and over it what it wrote
 * itself. Nothing reaches the base before the whole command has succeeded, so a refusal half way undoes itself.
 */
import { isExclusive } from './keys.ts';

export type Entry = [key: string, value: Uint8Array];

export interface Range {
  from: string;
  to: string;
  reverse: boolean;
}

export interface Base {
  get(key: string): Uint8Array | undefined;
  /** Up to `limit` entries with from <= key < to, in order. */
  scan(range: Range, limit: number): Entry[];
}

const FIRST_CHUNK = 32;
const LARGEST_CHUNK = 512;

export class View {
  readonly writes = new Map<string, Uint8Array | null>();
  private readonly base: Base;
  private readonly claim: (key: string) => void;
  private sorted: string[] | undefined;

  constructor(base: Base, claim: (key: string) => void) {
    this.base = base;
    this.claim = claim;
  }

  get(key: string): Uint8Array | undefined {
    const own = this.writes.get(key);
    return own === undefined ? this.base.get(key) : (own ?? undefined);
  }

  put(key: string, value: Uint8Array): void {
    this.write(key, value);
  }

  delete(key: string): void {
    this.write(key, null);
  }

  private write(key: string, value: Uint8Array | null): void {
    if (isExclusive(key)) this.claim(key);
    if (!this.writes.has(key)) this.sorted = undefined;
    this.writes.set(key, value);
  }

  private ownKeys(range: Range): string[] {
    this.sorted ??= [...this.writes.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const start = lowerBound(this.sorted, range.from);
    const end = lowerBound(this.sorted, range.to);
    const keys = this.sorted.slice(start, end);
    return range.reverse ? keys.reverse() : keys;
  }

  private *baseEntries(range: Range): Generator<Entry> {
    let { from, to } = range;
    for (let size = FIRST_CHUNK; ; size = Math.min(size * 2, LARGEST_CHUNK)) {
      const chunk = this.base.scan({ from, to, reverse: range.reverse }, size);
      yield* chunk;
      const last = chunk.at(-1);
      if (last === undefined || chunk.length < size) return;
      if (range.reverse) to = last[0];
      else from = last[0] + '\x00';
    }
  }

  /** Entries in order, own writes merged in. What is written during the walk need not be seen by it. */
  *range(range: Range): Generator<Entry> {
    const own = this.writes.size === 0 ? [] : this.ownKeys(range);
    let next = 0;
    const before = (a: string, b: string): boolean => (range.reverse ? a > b : a < b);
    const takeOwn = (key: string): Entry[] => {
      const value = this.writes.get(key);
      return value ? [[key, value]] : [];
    };
    for (const entry of this.baseEntries(range)) {
      while (next < own.length && before(own[next] ?? '', entry[0])) yield* takeOwn(own[next++] ?? '');
      if (own[next] === entry[0]) yield* takeOwn(own[next++] ?? '');
      else yield entry;
    }
    while (next < own.length) yield* takeOwn(own[next++] ?? '');
  }
}

function lowerBound(sorted: string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
