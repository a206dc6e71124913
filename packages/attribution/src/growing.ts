/**
 * Answers for a table that only grows and whose every state stays readable: adding to the latest costs the same however
 * large it is, because states share one table and each knows how many of its changes are its own past.
 */

interface Change<Value> {
  readonly at: number;
  readonly value: Value;
}

export class Growing<Value> {
  /** By key, its values in the order in which they came. */
  readonly #changes: Map<string, readonly Change<Value>[]>;
  readonly #last: { at: number };
  readonly #at: number;

  private constructor(changes: Map<string, readonly Change<Value>[]>, last: { at: number }, at: number) {
    this.#changes = changes;
    this.#last = last;
    this.#at = at;
  }

  static empty<Value>(): Growing<Value> {
    return new Growing(new Map(), { at: 0 }, 0);
  }

  get(key: string): Value | undefined {
    return this.#changes.get(key)?.findLast(({ at }) => at <= this.#at)?.value;
  }

  /** The state with this value as well; this one stays as it is. */
  with(key: string, value: Value): Growing<Value> {
    // Somebody went on from here already, or it is the beginning that all share: on with a table of its own.
    if (this.#at !== this.#last.at || this.#at === 0) return this.#apart().#add(key, value);
    return this.#add(key, value);
  }

  #add(key: string, value: Value): Growing<Value> {
    const at = this.#at + 1;
    this.#last.at = at;
    this.#changes.set(key, [...(this.#changes.get(key) ?? []), { at, value }]);
    return new Growing(this.#changes, this.#last, at);
  }

  #apart(): Growing<Value> {
    const own = new Map<string, readonly Change<Value>[]>();
    for (const [key, changes] of this.#changes) {
      const before = changes.filter(({ at }) => at <= this.#at);
      if (before.length > 0) own.set(key, before);
    }
    return new Growing(own, { at: this.#at }, this.#at);
  }
}
