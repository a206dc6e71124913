/** Tells what was written once it is true: at once outside a transaction, after its end inside one. */
import type { Transaction } from './mongo.ts';

export interface Written<Id> {
  /** Called where something is written; a callback of a transaction that is retried may say so again. */
  readonly tell: (id: Id, tx: Transaction | undefined) => void;
  readonly on: (listener: (ids: ReadonlySet<Id>) => void) => void;
}

export function createWritten<Id>(): Written<Id> {
  const listeners: ((ids: ReadonlySet<Id>) => void)[] = [];
  const waiting = new WeakMap<Transaction, Set<Id>>();
  const announce = (ids: ReadonlySet<Id>): void => {
    for (const listener of listeners) listener(ids);
  };
  return {
    tell(id, tx) {
      if (tx === undefined) return announce(new Set([id]));
      const known = waiting.get(tx);
      if (known !== undefined) return void known.add(id);
      const ids = new Set([id]);
      waiting.set(tx, ids);
      // Also after one that was given up: whoever listens reads what is there.
      tx.once('ended', () => announce(ids));
    },
    on: (listener) => void listeners.push(listener),
  };
}
