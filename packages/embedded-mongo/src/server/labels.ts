/**
 * Answers for the labels of a refusal, from which a driver knows whether it may send a write or a transaction again.
 */
import { toNumber } from '../bson/numbers.ts';
import type { Doc } from '../bson/value.ts';
import { isDoc, isNumber } from '../bson/value.ts';

/** What MongoDB counts as gone with the next primary: its category RetriableError. */
const RETRIABLE = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Of these another try of the whole transaction may succeed: conflicts and snapshots that are gone. */
const TRANSIENT = new Set([24, 112, 239, 246, 267]);
const NO_SUCH_TRANSACTION = 251;

function transient(code: number, ending: boolean, concern: boolean): boolean {
  if (TRANSIENT.has(code)) return true;
  if (code === NO_SUCH_TRANSACTION) return !ending || !concern;
  return !ending && RETRIABLE.has(code);
}

export function labelsFor(body: Doc, code: number | undefined, concernCode?: number): string[] {
  if (!body.has('txnNumber')) return [];
  const [name = ''] = body.keys();
  const ending = name === 'commitTransaction' || name === 'abortTransaction';
  const found: string[] = [];
  const inTransaction = body.has('autocommit');
  if (inTransaction && code !== undefined && transient(code, ending, concernCode !== undefined))
    found.push('TransientTransactionError');
  if (
    (!inTransaction || ending) &&
    [code, concernCode].some((one) => one !== undefined && RETRIABLE.has(one))
  )
    found.push('RetryableWriteError');
  return found;
}

export function concernCodeOf(reply: Doc): number | undefined {
  const concern = reply.get('writeConcernError');
  const code = isDoc(concern) ? concern.get('code') : undefined;
  return isNumber(code) ? toNumber(code) : undefined;
}
