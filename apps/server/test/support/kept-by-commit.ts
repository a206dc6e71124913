/** What a stand-in keeps counts once its commit stands: work that met a conflict is done anew, what failed was never. */
import type { Database, Transaction } from '../../src/platform/mongo.ts';

export interface KeptByCommit {
  readonly keep: <T>(tx: Transaction, list: T[], items: readonly T[]) => void;
  /** The same database, whose transactions decide about what was kept in them. */
  readonly within: (database: Database) => Database;
}

export function keptByCommit(): KeptByCommit {
  const undoing = new WeakMap<Transaction, (() => void)[]>();
  const forget = (tx: Transaction): void => {
    for (const undo of undoing.get(tx)?.splice(0) ?? []) undo();
  };
  return {
    keep(tx, list, items) {
      list.push(...items);
      const undo = (): void => items.forEach((item) => void list.splice(list.indexOf(item), 1));
      undoing.set(tx, [...(undoing.get(tx) ?? []), undo]);
    },
    within: (database) => ({
      ...database,
      async transaction(work) {
        let begun: Transaction | undefined;
        try {
          return await database.transaction((tx) => {
            forget((begun = tx));
            return work(tx);
          });
        } catch (error) {
          if (begun !== undefined) forget(begun);
          throw error;
        }
      },
    }),
  };
}
