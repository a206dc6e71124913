/**
 * The ledger in memory: tree and credits, read from the committed rows in order and nowhere else. Rows that do not hold
 * together stop signatures for good; what can still be read is read.
 */
import {
  CreditsFold,
  followsFrom,
  isKeyChange,
  MerkleTree,
  parseLeaf,
  readSignedLeaf,
  type KeyChange,
  type ReadEvent,
} from '@butinerie/attribution';
import { hash } from 'node:crypto';
import type { Log } from '../platform/log.ts';
import type { LedgerRow, LedgerStore } from './ledger.store.ts';

/** The platform's own SHA-256: a start hashes every leaf there is. */
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

function strictly(bytes: Uint8Array): ReadEvent | undefined {
  const leaf = parseLeaf(bytes);
  return leaf.ok ? leaf.value : undefined;
}

export interface LiveLedger {
  readonly tree: MerkleTree;
  readonly credits: CreditsFold;
  /** How the key that signs changed, in order. */
  readonly keyChanges: readonly KeyChange[];
  /** Why nothing may be signed any more; null while all is well. */
  fault(): string | null;
  /** The first reason stays. */
  distrust(reason: string): void;
  /** Everything committed before the call is in when it resolves. */
  catchUp(): Promise<void>;
}

export function liveLedger({ ledger, log }: { ledger: LedgerStore; log: Log }): LiveLedger {
  const tree = new MerkleTree(sha256);
  const credits = new CreditsFold();
  const keyChanges: KeyChange[] = [];
  let fault: string | null = null;
  let next = 0;
  /** Leaves below were signed for: their bytes are hashed again, their shape was looked at when they were written. */
  let signed: number | undefined;
  let reading: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  function distrust(reason: string): void {
    if (fault !== null) return;
    fault = reason;
    log.error({ reason }, 'the ledger does not hold together: nothing is signed any more');
  }

  function take(row: Pick<LedgerRow, 'n' | 'bytes'>, covered: boolean): void {
    const read = covered ? readSignedLeaf(row.bytes) : strictly(row.bytes);
    if (row.n !== tree.size) distrust(`leaf ${tree.size} is missing`);
    if (read?.event.n !== row.n) distrust(`leaf ${row.n} is not readable as number ${row.n}`);
    // A leaf after a hole has no place in the tree; the names in it still count.
    if (row.n === tree.size) tree.append(row.bytes);
    if (read !== undefined) count(read, row.n);
    if (read !== undefined && isKeyChange(read.event)) changeKey(read.event);
    next = row.n + 1;
  }

  function count(read: ReadEvent, n: number): void {
    try {
      credits.applyRead(read);
    } catch {
      distrust(`leaf ${n} has not the shape it was written in`);
    }
  }

  function changeKey(change: KeyChange): void {
    if (followsFrom(change, keyChanges)) keyChanges.push(change);
    else distrust(`leaf ${change.n} changes the key without the keys it names`);
  }

  async function readOn(): Promise<void> {
    const covers = (signed ??= await ledger.signedSize());
    for await (const row of ledger.from(next)) take(row, row.n < covers);
  }

  return {
    tree,
    credits,
    keyChanges,
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
