/**
 * Destroys the texts whose day has come, and again those that a backup of before brought back, with no server running:
 * the one place that changes rows to which others only add, and so the one that needs another account. What was done is
 * written down beside the key as well.
 */
import type { IdeaId, PersonId } from '@butinerie/contracts';
import type { CreditAct } from '../attribution/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Destroyed, DestroyedTexts } from './destroyed-texts.ts';
import { shredText } from './shred-text.ts';
import { shreddingsStore, type ShreddingRecord } from './shreddings.store.ts';
import { whatIsBack } from './what-is-back.ts';

interface AccountDeps {
  readonly database: Database;
  readonly account: DestroyedTexts;
  /** What the register says of the destruction of this text, as its second person may prove it; null where it says nothing. */
  readonly proofOf: (idea: IdeaId, second: PersonId) => Promise<{ readonly receipt: string | null } | null>;
}
export interface ShredDeps extends AccountDeps {
  readonly clock: Clock;
  readonly record: (tx: Transaction, acts: readonly CreditAct[]) => Promise<number>;
}

export async function shredDue(deps: ShredDeps): Promise<readonly ShreddingRecord[]> {
  const store = shreddingsStore(deps.database.connection);
  const done: ShreddingRecord[] = [];
  for (const due of await store.due(deps.clock.now())) {
    const shredded = await deps.database.transaction(async (tx) => {
      const { id, second } = due;
      const at = deps.clock.now();
      const moved = await store.move(tx, { id, from: 'waiting' }, { state: 'done', doneAt: at });
      if (!moved || second === null) return false;
      await deps.record(tx, [actOf({ ...due, second })]);
      await shredText(deps.database, tx, { ...due, at });
      return true;
    });
    if (shredded) done.push(due);
  }
  await keepAccount(deps);
  return done;
}

/** What the account says and the database forgot. The same act by the same two people, said again where it is not there. */
export async function shredAgain(deps: ShredDeps): Promise<readonly Destroyed[]> {
  const store = shreddingsStore(deps.database.connection);
  const back = await whatIsBack(deps.database, deps.account);
  for (const entry of back) {
    const said = await deps.proofOf(entry.idea, entry.second);
    await deps.database.transaction(async (tx) => {
      const { receipt: _receipt, ...record } = entry;
      await store.put(tx, { ...record, state: 'done' });
      if (said === null) await deps.record(tx, [actOf(entry)]);
      await shredText(deps.database, tx, { ...entry, at: entry.doneAt });
    });
  }
  return back;
}

/** Writes down what was done and is not in the account yet: the database says it until then. */
export async function keepAccount({ database, account, proofOf }: AccountDeps): Promise<void> {
  const known = new Map((account.read() ?? []).map((entry) => [entry.id, entry]));
  const added: Destroyed[] = [];
  for (const { state, ...record } of await shreddingsStore(database.connection).all()) {
    const { second, dueAt, doneAt } = record;
    if (state !== 'done' || second === null || dueAt === null || doneAt === null) continue;
    if ((known.get(record.id)?.receipt ?? null) !== null) continue;
    const { receipt } = (await proofOf(record.idea, second)) ?? { receipt: null };
    if (!known.has(record.id) || receipt !== null) added.push({ ...record, second, dueAt, doneAt, receipt });
  }
  if (added.length > 0 || account.read() === null) account.keep(added);
}

function actOf({
  idea,
  by,
  second,
  motive,
  reference,
}: Omit<Destroyed, 'receipt' | 'askedAt' | 'dueAt' | 'doneAt'>): CreditAct {
  return { act: 'content.shredded', idea, by, second, motive, reference };
}
