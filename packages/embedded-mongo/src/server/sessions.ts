/**
 * Answers for logical sessions: which transaction each has, and the number it has come to.
 */
import { Binary } from 'bson';
import { decodeDoc } from '../bson/decode.ts';
import { isDoc } from '../bson/value.ts';
import type { Maybe } from '../bson/value.ts';
import { fail } from '../failure.ts';
import type { Engine, Transaction } from '../store/engine.ts';
import { keep, readKept } from './retries.ts';

export const SESSION_MINUTES = 30;
const TRANSACTION_MS = 60_000;

export interface Session {
  id: string;
  /** The highest number seen, of a retryable write or a transaction. */
  number: bigint;
  state: 'none' | 'running' | 'committed' | 'aborted';
  transaction: Transaction | undefined;
  /** Set while a commit is on its way, so that the same commit sent again waits for its outcome. */
  committing: Promise<void> | undefined;
  startedAt: number;
  usedAt: number;
}

export function noSuchTransaction(number: bigint): never {
  return fail(251, `Given transaction number ${number} does not match any in-progress transactions.`);
}

export class Sessions {
  private readonly engine: Engine;
  private readonly now: () => Date;
  private readonly known = new Map<string, Session>();

  constructor(engine: Engine, now: () => Date) {
    this.engine = engine;
    this.now = now;
  }

  find(lsid: Maybe): Session | undefined {
    if (lsid === undefined) return undefined;
    const id = isDoc(lsid) ? lsid.get('id') : undefined;
    if (!(id instanceof Binary) || id.position !== 16) return fail(9, "BSON field 'lsid.id' must be a UUID");
    const name = Buffer.from(id.buffer.subarray(0, 16)).toString('latin1');
    let session = this.known.get(name);
    if (!session) {
      const kept = readKept(this.engine.read(), name);
      const state = kept?.committed ? 'committed' : 'none';
      session = {
        id: name,
        number: kept?.number ?? -1n,
        state,
        transaction: undefined,
        committing: undefined,
        startedAt: 0,
        usedAt: 0,
      };
      this.known.set(name, session);
    }
    session.usedAt = this.now().getTime();
    return session;
  }

  start(session: Session, number: bigint): void {
    this.checkNumber(session, number);
    if (number === session.number)
      fail(
        117,
        `Only servers in a sharded cluster can start a new transaction at the active transaction number ${number}`,
      );
    this.abort(session);
    session.number = number;
    session.transaction = this.engine.begin();
    session.startedAt = this.now().getTime();
    session.state = 'running';
  }

  /** The running transaction of that number, or the refusal that says what became of it. */
  running(session: Session, number: bigint): Transaction {
    this.checkNumber(session, number);
    if (session.number === number && session.state === 'committed')
      fail(256, `Transaction with { txnNumber: ${number} } has been committed.`);
    if (session.number !== number || !session.transaction) return noSuchTransaction(number);
    return session.transaction;
  }

  checkNumber(session: Session, number: bigint): void {
    if (number < session.number)
      fail(
        225,
        `Cannot start transaction with { txnNumber: ${number} } on session because a newer transaction with txnNumber ${session.number} has already started on this session.`,
      );
  }

  /** A retryable write ends whatever transaction the session had. */
  retryable(session: Session, number: bigint): void {
    this.checkNumber(session, number);
    if (number > session.number) this.abort(session);
    else if (session.state !== 'none') fail(225, `Transaction number ${number} was used by a transaction`);
    session.number = number;
    session.state = 'none';
  }

  async commit(session: Session): Promise<void> {
    const { transaction } = session;
    if (!transaction) return;
    session.transaction = undefined;
    session.state = 'aborted';
    session.committing = this.finish(session, transaction);
    try {
      await session.committing;
    } finally {
      session.committing = undefined;
    }
  }

  private async finish(session: Session, transaction: Transaction): Promise<void> {
    const { number } = session;
    if (transaction.view.writes.size === 0) this.engine.close(transaction);
    else
      await this.engine.commitTransaction(transaction, (view) => {
        keep(view, session.id, { number, committed: true, statements: [] }, this.now());
      });
    if (session.number === number) session.state = 'committed';
  }

  abort(session: Session): void {
    if (!session.transaction) return;
    this.engine.close(session.transaction);
    session.transaction = undefined;
    session.state = 'aborted';
  }

  end(lsid: Maybe): void {
    const session = this.find(lsid);
    if (!session) return;
    this.abort(session);
    this.known.delete(session.id);
  }

  /** Ends transactions that live too long and forgets sessions nobody used for long. */
  async sweep(): Promise<void> {
    const now = this.now().getTime();
    const old = now - SESSION_MINUTES * 60_000;
    for (const session of this.known.values()) {
      if (session.transaction && now - session.startedAt > TRANSACTION_MS) this.abort(session);
      if (!session.transaction && session.usedAt < old) this.known.delete(session.id);
    }
    const stale = [...this.engine.read().range({ from: 's', to: 't', reverse: false })].filter(
      ([key, bytes]) => {
        const at = decodeDoc(bytes).get('at');
        return at instanceof Date && at.getTime() < old && !this.known.has(key.slice(1));
      },
    );
    if (stale.length > 0)
      await this.engine.write((view) => {
        for (const [key] of stale) view.delete(key);
      });
  }

  abortAll(): void {
    for (const session of this.known.values()) this.abort(session);
  }
}
