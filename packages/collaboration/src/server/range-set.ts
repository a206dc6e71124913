/** Sorted, disjoint ranges of clocks, for the deleted ids of each client: add, and what of a range is not in yet. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

export class RangeSet {
  /** Flat pairs [from, to), ascending; touching spans are joined. */
  readonly #edges: number[] = [];

  get spans(): number {
    return this.#edges.length / 2;
  }

  *[Symbol.iterator](): Generator<Span> {
    for (let i = 0; i < this.#edges.length; i += 2) {
      yield { from: this.#edges[i] ?? 0, to: this.#edges[i + 1] ?? 0 };
    }
  }

  /** The first span that ends at or after `clock`, as an index into the pairs. */
  #find(clock: number): number {
    let low = 0;
    let high = this.#edges.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edges[2 * middle + 1] ?? 0) < clock) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }

  missing(from: number, to: number): readonly Span[] {
    const out: Span[] = [];
    let at = from;
    for (let i = this.#find(from); i < this.#edges.length && at < to; i += 2) {
      const start = this.#edges[i] ?? 0;
      if (start >= to) break;
      if (start > at) out.push({ from: at, to: start });
      at = Math.max(at, this.#edges[i + 1] ?? 0);
    }
    if (at < to) out.push({ from: at, to });
    return out;
  }

  add(from: number, to: number): void {
    const first = this.#find(from);
    let last = first;
    let start = from;
    let end = to;
    while (last < this.#edges.length && (this.#edges[last] ?? 0) <= to) {
      start = Math.min(start, this.#edges[last] ?? start);
      end = Math.max(end, this.#edges[last + 1] ?? end);
      last += 2;
    }
    this.#edges.splice(first, last - first, start, end);
  }
}
