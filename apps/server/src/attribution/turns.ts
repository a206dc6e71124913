/**
 * Transactions that append go one after the other within this server. They would all write the same head, so that of
 * fifty at once one commits and forty-nine start over, again and again. Only speed hangs on it: the head does the rest.
 */
import mongoose from 'mongoose';
import type { Transaction } from '../platform/mongo.ts';

export type TakeTurn = (tx: Transaction) => Promise<void>;

/** Resolves when it is the transaction's turn, which lasts until its session ends, retries included. */
export function turns(): TakeTurn {
  const taken = new WeakSet<Transaction>();
  let last: Promise<unknown> | undefined;
  return async (tx) => {
    if (taken.has(tx)) return;
    taken.add(tx);
    const before = last;
    const over = new Promise<void>((resolve) => void tx.once('ended', () => resolve()));
    const mine: Promise<unknown> = Promise.all([before, over]).then(() => {
      if (last === mine) last = undefined;
    });
    last = mine;
    if (before === undefined) return;
    // Nobody waits with writes of her own open: the one whose turn it is may need the same rows. And what was read
    // before the wait is old after it, so the driver calls the work again.
    await tx.abortTransaction();
    await before;
    const again = new mongoose.mongo.MongoError('its turn came');
    again.addErrorLabel('TransientTransactionError');
    throw again;
  };
}
