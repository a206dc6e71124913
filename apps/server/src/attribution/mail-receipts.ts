/**
 * What a mail of hers carries: the receipts of the acts that name her since the last one. Whoever acts in her name is
 * found out by the mail that follows.
 */
import type { MailedReceipts } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { eventOf } from './ledger.store.ts';
import { readReceipt, type ReceiptDeps, type Selves } from './receipts.ts';
import type { WitnessesStore } from './witnesses.store.ts';

/** A mail that is read, not one that is filled. */
const MOST = 20;

interface Deps extends Omit<ReceiptDeps, 'ideas'> {
  readonly witnesses: WitnessesStore;
}

/** Being known is no act: its receipt is on the page. */
export const isWorthMailing = (kind: string): boolean => kind !== 'person.known';

export async function takeReceipts(deps: Deps, tx: Transaction, selves: Selves): Promise<MailedReceipts> {
  const [person, ...pseudonyms] = selves;
  if (person === undefined) return { files: [], more: 0 };
  const upTo = await deps.witnesses.mailedUpTo(tx, person);
  const waiting = (await deps.ledger.naming(selves)).filter(
    (row) => row.n > upTo && isWorthMailing(eventOf(row)?.k ?? ''),
  );
  const files = [];
  for (const { n } of waiting.slice(-MOST)) {
    const receipt = await readReceipt(deps, n, selves);
    // A register that does not sign gives no receipts; they wait.
    if (!receipt.ok) return { files: [], more: 0 };
    files.push({ name: `butinerie-recu-${n}.txt`, text: receipt.value });
  }
  const last = waiting.at(-1);
  if (last !== undefined) await deps.witnesses.markMailed(tx, person, last.n);
  // One of a pseudonym's tells by its address who is behind it.
  const sealed = waiting.some(({ names }) => pseudonyms.some((pseudonym) => names.includes(pseudonym)));
  return { files, more: waiting.length - files.length, sealed };
}
