/**
 * Answers for ending a transaction.
 */
import type { Doc } from '../bson/value.ts';
import { isNumber } from '../bson/value.ts';
import { toWhole } from '../bson/numbers.ts';
import { fail } from '../failure.ts';
import type { Command, Context } from '../server/context.ts';
import type { Session } from '../server/sessions.ts';
import { noSuchTransaction } from '../server/sessions.ts';

function current(context: Context): { session: Session; number: bigint } {
  const { session, number, body, database, command } = context;
  if (database !== 'admin') fail(13, `${command} may only be run against the admin database.`);
  if (
    !session ||
    number === undefined ||
    body.get('autocommit') !== false ||
    !isNumber(body.get('txnNumber'))
  )
    return fail(125, `${command} must be run within a transaction`);
  return { session, number: toWhole(number) ?? number };
}

async function commit(context: Context): Promise<Doc> {
  const { session, number } = current(context);
  const { sessions, cursors } = context.services;
  if (session.number === number) await session.committing;
  if (session.number === number && session.state === 'committed') return new Map();
  const transaction = sessions.running(session, number);
  cursors.endOf({ session: session.id, transaction: number });
  if (transaction.open) await sessions.commit(session);
  else noSuchTransaction(number);
  return new Map();
}

function abort(context: Context): Doc {
  const { session, number } = current(context);
  const { sessions, cursors } = context.services;
  sessions.running(session, number);
  cursors.endOf({ session: session.id, transaction: number });
  sessions.abort(session);
  return new Map();
}

export const TRANSACTION_COMMANDS: [string, Command][] = [
  ['commitTransaction', { run: commit, fields: ['recoveryToken'] }],
  ['abortTransaction', { run: abort, fields: ['recoveryToken'] }],
];
