/**
 * Answers for cursors: a lazily walked answer over a fixed snapshot, cut into batches, forgotten when nobody asks.
 */
import { randomBytes } from 'node:crypto';
import { doc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandFailure, fail } from '../failure.ts';

const IDLE_MS = 10 * 60_000;
const BATCH_BYTES = 16 * 1024 * 1024 - 16 * 1024;

/** Who may go on with a cursor: the session and transaction that opened it. */
export interface Owner {
  session: string | undefined;
  transaction: bigint | undefined;
}

interface Cursor {
  namespace: string;
  documents: Iterator<Uint8Array>;
  /** The document that did not fit any more into the batch before. */
  held: Uint8Array | undefined;
  release: () => void;
  usedAt: number;
  owner: Owner;
}

export interface Source {
  namespace: string;
  documents: Iterable<Uint8Array>;
  release: () => void;
  owner: Owner;
  /** Members to add to the reply's cursor. */
  told?: Doc;
}

export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  private take(cursor: Cursor, most: number): { batch: Uint8Array[]; done: boolean } {
    const batch: Uint8Array[] = [];
    let bytes = 0;
    while (batch.length < most) {
      const next = cursor.held ?? nextOf(cursor.documents);
      cursor.held = undefined;
      if (next === undefined) return { batch, done: true };
      if (batch.length > 0 && bytes + next.length > BATCH_BYTES) {
        cursor.held = next;
        return { batch, done: false };
      }
      batch.push(next);
      bytes += next.length + 16;
    }
    return { batch, done: false };
  }

  /** The first batch; the cursor stays open only when there may be more. */
  start(source: Source, batchSize: number, single: boolean): Doc {
    const { namespace, release, owner } = source;
    const cursor: Cursor = {
      namespace,
      documents: source.documents[Symbol.iterator](),
      held: undefined,
      release,
      usedAt: this.now().getTime(),
      owner,
    };
    let id = 0n;
    try {
      const { batch, done } = this.take(cursor, batchSize);
      if (!done && !single) {
        id = randomBytes(8).readBigInt64BE() & 0x7fffffffffffffffn || 1n;
        this.open.set(id, cursor);
      }
      const told = source.told ?? new Map();
      return doc({ cursor: new Map([...doc({ firstBatch: batch, id, ns: namespace }), ...told]) });
    } finally {
      if (id === 0n) release();
    }
  }

  more(id: bigint, namespace: string, how: { batchSize: number; owner: Owner }): Doc {
    const cursor = this.open.get(id);
    if (!cursor) return fail(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      fail(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    if (cursor.owner.session !== how.owner.session || cursor.owner.transaction !== how.owner.transaction)
      throw new CommandFailure(
        50738,
        `Cannot run getMore on cursor ${id}, which was created in another session or transaction`,
      );
    cursor.usedAt = this.now().getTime();
    let done = true;
    try {
      const taken = this.take(cursor, how.batchSize);
      done = taken.done;
      return doc({ cursor: doc({ nextBatch: taken.batch, id: done ? 0n : id, ns: namespace }) });
    } finally {
      if (done) this.kill(id);
    }
  }

  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (!cursor) return false;
    this.open.delete(id);
    cursor.documents.return?.();
    cursor.release();
    return true;
  }

  sweep(): void {
    const old = this.now().getTime() - IDLE_MS;
    for (const [id, cursor] of this.open) if (cursor.usedAt < old) this.kill(id);
  }

  endOf(owner: Owner): void {
    for (const [id, cursor] of this.open)
      if (cursor.owner.session === owner.session && cursor.owner.transaction === owner.transaction)
        this.kill(id);
  }

  killAll(): void {
    for (const id of this.open.keys()) this.kill(id);
  }
}

function nextOf(documents: Iterator<Uint8Array>): Uint8Array | undefined {
  const next = documents.next();
  return next.done ? undefined : next.value;
}
