/** The code of the mail begins the delay. A wrong one is counted, whatever else happens. */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type NameRequest,
  type NameRequestId,
  type Result,
} from '@butinerie/contracts';
import type { confirmNameChange as contract } from '@butinerie/contracts';
import { confirmNameChange as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { codeHash } from '../platform/mailed-code.ts';
import { sameSecret } from '../platform/tokens.ts';
import { shownOne, tellHer, type NamesDeps } from './deps.ts';

type Answer = Result<NameRequest, Failure<CodesOf<typeof contract> | 'not-found'>>;

export async function confirmNameChange(
  deps: NamesDeps,
  { id, typed }: { id: NameRequestId; typed: string },
  { person }: Speaker,
): Promise<Answer> {
  const confirmed = await deps.database.transaction(async (tx) => {
    const record = await deps.store.record(id, tx);
    if (record === null || record.person !== person || record.code === null)
      return refuse('not-found', { what: 'name-request' });
    const { code, change } = record;
    const right = sameSecret(code.hash, codeHash(id, typed));
    const decided = decide(record, { code, right, now: deps.clock.now() });
    const at = { id, from: record.state };
    if (!decided.ok) {
      if (decided.failure.code === 'wrong-code')
        await deps.store.move(tx, at, { code: { ...code, tries: code.tries + 1 } });
      // Kept as counted: only a refusal that is returned as such takes its transaction with it.
      return ok({ refused: decided });
    }
    const { dueAt } = decided.value;
    const patch = { state: 'waiting' as const, dueAt };
    await deps.store.move(tx, at, patch);
    await tellHer(deps, tx, { person, step: 'waiting', said: { change }, dueAt });
    return ok({ record: { ...record, ...patch } });
  });
  if (!confirmed.ok) return confirmed;
  if ('refused' in confirmed.value) return confirmed.value.refused;
  deps.notifications.announce([]);
  deps.changed();
  return ok(await shownOne(deps, confirmed.value.record));
}
