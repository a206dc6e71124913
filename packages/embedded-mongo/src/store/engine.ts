/**
 * Answers for atomicity and isolation. A command outside a transaction is one block inside one lmdb commit. A
 * transaction reads one snapshot, keeps its writes to itself, holds the records and unique keys it wrote, and reaches
 * the disk in one commit. Who meets a held key waits when it is a plain command and gets a write conflict when it is a
 * transaction.
 */
import { fail, writeConflict } from '../failure.ts';
import { readU48, u48 } from '../bson/key.ts';
import type { Disk, Snapshot } from './disk.ts';
import { COMMIT_KEY } from './keys.ts';
import { View } from './view.ts';
import type { Base } from './view.ts';

export interface Transaction {
  view: View;
  snapshot: Snapshot;
  /** The commit its snapshot stands at. */
  since: number;
  /** Descriptions of collections it wrote into: their indexes may not change before it ends. */
  touched: Set<string>;
  ended: Promise<void>;
  end(): void;
  open: boolean;
}

/** Thrown inside a plain command that met a key held by a transaction; the command is undone, waits and runs again. */
class Held extends Error {
  readonly until: Promise<void>;

  constructor(until: Promise<void>) {
    super('held by a transaction');
    this.until = until;
  }
}

function commitNumber(base: Base): number {
  const bytes = base.get(COMMIT_KEY);
  return bytes ? readU48(Buffer.from(bytes).toString('latin1')) : 0;
}

export class Engine {
  private readonly disk: Disk;
  private readonly holders = new Map<string, Transaction>();
  private readonly open = new Set<Transaction>();
  /** When each exclusive key was last written, as far back as a snapshot may still be. */
  private readonly lastWrite = new Map<string, number>();
  private readonly recent: { commit: number; keys: string[] }[] = [];
  private commit: number;
  private durable: number;
  /** Descriptions of collections as plain commands find them: each looks one up for each of its documents. */
  private readonly descriptions = new Map<string, Uint8Array>();
  /** The last commit that changed one of them. Before it is on disk none is remembered: it may yet fail. */
  private described = 0;
  /** The newest state, as a write finds it. */
  private readonly latest: Base = {
    get: (key) => (key[0] === 'c' ? this.description(key) : this.disk.get(key)),
    scan: (range, limit) => this.disk.scan(range, limit),
  };

  constructor(disk: Disk) {
    this.disk = disk;
    this.commit = commitNumber(disk);
    this.durable = this.commit;
  }

  private description(key: string): Uint8Array | undefined {
    const found = this.descriptions.get(key) ?? this.disk.get(key);
    if (found && this.described <= this.durable) this.descriptions.set(key, found);
    return found;
  }

  /** The committed state now; a cursor that lives on takes `snapshot` instead. */
  read(): View {
    return new View(this.disk, () => fail(1, 'a read must not write'));
  }

  snapshot(): { view: View; release: () => void } {
    const snapshot = this.disk.snapshot();
    let held = true;
    return {
      view: new View(snapshot, () => fail(1, 'a read must not write')),
      // lmdb shares one read transaction among those who ask between two commits: to let it go twice would take it from
      // another reader.
      release: () => {
        if (held) snapshot.release();
        held = false;
      },
    };
  }

  async write<T>(work: (view: View) => T, patience: () => number = () => Infinity): Promise<T> {
    for (;;) {
      const outcome = await this.disk.write(() => this.attempt(work));
      if ('value' in outcome) {
        this.forget(outcome.commit);
        return outcome.value;
      }
      if (!(outcome.error instanceof Held)) throw outcome.error;
      await this.waitFor(outcome.error, patience());
    }
  }

  private attempt<T>(work: (view: View) => T): { value: T; commit: number } | { error: unknown } {
    try {
      const view = new View(this.latest, (key) => {
        const holder = this.holders.get(key);
        if (holder) throw new Held(holder.ended);
      });
      const value = work(view);
      this.apply(view.writes);
      return { value, commit: this.commit };
    } catch (error) {
      return { error };
    }
  }

  private async waitFor(held: Held, patience: number): Promise<void> {
    if (patience === Infinity) return held.until;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), Math.max(0, patience));
    });
    const expired = await Promise.race([held.until.then(() => false), late]);
    clearTimeout(timer);
    if (expired) fail(50, 'operation exceeded time limit');
  }

  /** Only inside a write transaction of the disk. */
  private apply(writes: Map<string, Uint8Array | null>): void {
    if (writes.size === 0) return;
    const commit = Buffer.from(u48(this.commit + 1), 'latin1');
    this.disk.apply([...writes, [COMMIT_KEY, commit]]);
    this.commit += 1;
    const keys: string[] = [];
    for (const key of writes.keys()) {
      if (key[0] !== 'r' && key[0] !== 'u' && key[0] !== 'c') continue;
      keys.push(key);
      this.lastWrite.set(key, this.commit);
      if (key[0] !== 'c') continue;
      this.descriptions.delete(key);
      this.described = this.commit;
    }
    this.recent.push({ commit: this.commit, keys });
  }

  /** Drops what no present or future snapshot can be older than; `commit` is on disk. */
  private forget(commit: number): void {
    this.durable = Math.max(this.durable, commit);
    let horizon = this.durable;
    for (const transaction of this.open) horizon = Math.min(horizon, transaction.since);
    while (this.recent[0] && this.recent[0].commit <= horizon) {
      const { commit, keys } = this.recent.shift() ?? { commit: 0, keys: [] };
      for (const key of keys) if (this.lastWrite.get(key) === commit) this.lastWrite.delete(key);
    }
  }

  begin(): Transaction {
    const snapshot = this.disk.snapshot();
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const transaction: Transaction = {
      view: new View(snapshot, (key) => {
        const holder = this.holders.get(key);
        if (holder === transaction) return;
        if (holder || (this.lastWrite.get(key) ?? 0) > transaction.since) writeConflict();
        this.holders.set(key, transaction);
      }),
      snapshot,
      since: commitNumber(snapshot),
      touched: new Set(),
      ended,
      end,
      open: true,
    };
    this.open.add(transaction);
    return transaction;
  }

  /** A transaction may write into a collection only while its description is the one the snapshot shows. */
  touch(transaction: Transaction, catalogKey: string): void {
    const holder = this.holders.get(catalogKey);
    if (holder && holder !== transaction) writeConflict();
    if ((this.lastWrite.get(catalogKey) ?? 0) > transaction.since) writeConflict();
    transaction.touched.add(catalogKey);
  }

  /** Before a plain command changes a collection's description: waits for the transactions that wrote into it. */
  changing(catalogKey: string): void {
    for (const transaction of this.open)
      if (transaction.touched.has(catalogKey)) throw new Held(transaction.ended);
  }

  async commitTransaction(transaction: Transaction, alongside: (view: View) => void): Promise<void> {
    try {
      const outcome = await this.disk.write(() => {
        try {
          alongside(transaction.view);
          this.apply(transaction.view.writes);
          return { commit: this.commit };
        } catch (error) {
          return { error };
        } finally {
          this.close(transaction);
        }
      });
      if ('error' in outcome) throw outcome.error;
      this.forget(outcome.commit);
    } finally {
      this.close(transaction);
    }
  }

  close(transaction: Transaction): void {
    if (!transaction.open) return;
    transaction.open = false;
    this.open.delete(transaction);
    for (const key of transaction.view.writes.keys())
      if (this.holders.get(key) === transaction) this.holders.delete(key);
    transaction.snapshot.release();
    transaction.end();
  }
}
