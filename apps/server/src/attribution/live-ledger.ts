/**
 * The ledger in memory: tree and credits, read from the committed rows in order and nowhere else. Rows that do not hold
 * together stop signatures for good; what can still be read is read.
 */
import { CreditsFold, MerkleTree } from '@butinerie/attribution';
import type { Log } from '../platform/log.ts';
import { eventOf, type LedgerRow, type LedgerStore } from './ledger.store.ts';

export interface LiveLedger {
  readonly tree: MerkleTree;
  readonly credits: CreditsFold;
  /** Why nothing may be signed any more; null while all is well. */
  fault(): string | null;
  /** The first reason stays. */
  distrust(reason: string): void;
  /** Everything committed before the call is in when it resolves. */
  catchUp(): Promise<void>;
}

export function liveLedger({ ledger, log }: { ledger: LedgerStore; log: Log }): LiveLedger {
  const tree = new MerkleTree();
  const credits = new CreditsFold();
  let fault: string | null = null;
  let next = 0;
  let reading: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  function distrust(reason: string): void {
    if (fault !== null) return;
    fault = reason;
    log.error({ reason }, 'the ledger does not hold together: nothing is signed any more');
  }

  function take(row: LedgerRow): void {
    const event = eventOf(row);
    if (row.n !== tree.size) distrust(`leaf ${tree.size} is missing`);
    if (event?.n !== row.n) distrust(`leaf ${row.n} is not readable as number ${row.n}`);
    // A leaf after a hole has no place in the tree; the names in it still count.
    if (row.n === tree.size) tree.append(row.bytes);
    if (event !== undefined) credits.apply(event);
    next = row.n + 1;
  }

  async function readOn(): Promise<void> {
    for await (const row of ledger.from(next)) take(row);
  }

  return {
    tree,
    credits,
    fault: () => fault,
    distrust,
    catchUp() {
      // A reading under way may have begun before the caller's commit; everybody who waits shares the next one.
      waiting ??= reading.then(() => {
        waiting = undefined;
        const mine = readOn();
        reading = mine.catch(() => undefined);
        return mine;
      });
      return waiting;
    },
  };
}
