/**
 * Tells what was written once it is true: at once outside a transaction, after its end inside one; here and on the other
 * servers of the instance.
 */
import { z } from 'zod';
import type { Transaction } from './mongo.ts';
import type { WakeUps } from './servers/wake-ups.ts';

export interface Written<Id> {
  /** Called where something is written; a callback of a transaction that is retried may say so again. */
  readonly tell: (id: Id, tx: Transaction | undefined) => void;
  readonly on: (listener: (ids: ReadonlySet<Id>) => void) => void;
  /** Only what another server wrote. */
  readonly onElsewhere: (listener: (ids: ReadonlySet<Id>) => void) => void;
}

export function createWritten<Id extends string>(wakeUps: WakeUps, what: string): Written<Id> {
  const listeners: ((ids: ReadonlySet<Id>) => void)[] = [];
  const waiting = new WeakMap<Transaction, Set<Id>>();
  const elsewhere = wakeUps.topic(`written: ${what}`, z.array(z.string()));
  const hear = (ids: ReadonlySet<Id>): void => {
    for (const listener of listeners) listener(ids);
  };
  // Another server of the same store says so.
  const far = (listener: (ids: ReadonlySet<Id>) => void): void =>
    elsewhere.on((ids) => listener(new Set(ids as Id[])));
  far(hear);
  const announce = (ids: ReadonlySet<Id>): void => {
    hear(ids);
    elsewhere.tell([...ids]);
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
    onElsewhere: far,
  };
}
