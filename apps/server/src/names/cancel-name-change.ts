/** Until the delay is over she, or an officer, takes the request back. */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type NameRequest,
  type NameRequestId,
  type Result,
} from '@butinerie/contracts';
import type { cancelNameChange as contract } from '@butinerie/contracts';
import { cancelNameChange as decide, mayOrderNameChange } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { shownOne, tellHer, type NamesDeps } from './deps.ts';

type Answer = Result<NameRequest, Failure<CodesOf<typeof contract> | 'not-found' | 'not-allowed'>>;

export async function cancelNameChange(deps: NamesDeps, id: NameRequestId, by: Speaker): Promise<Answer> {
  const cancelled = await deps.database.transaction(async (tx) => {
    const record = await deps.store.record(id, tx);
    if (record === null || (record.person !== by.person && !mayOrderNameChange(by)))
      return refuse('not-found', { what: 'name-request' });
    const decided = decide(record, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { state: from, person, change } = record;
    await deps.store.move(tx, { id, from }, { state: 'cancelled' });
    await tellHer(deps, tx, { person, step: 'cancelled', said: { change } });
    return ok({ ...record, state: 'cancelled' as const });
  });
  if (!cancelled.ok) return cancelled;
  deps.notifications.announce([]);
  deps.changed();
  return ok(await shownOne(deps, cancelled.value));
}
