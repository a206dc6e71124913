/** An officer registers a request that the person signed: with its reference, after notice to her, and a delay. */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type NameChange,
  type NameRequest,
  type NameRequestId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { orderNameChange as contract } from '@butinerie/contracts';
import { orderedDueAt, orderNameChange as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { shownOne, tellHer, type NamesDeps } from './deps.ts';
import type { NameRequestRecord } from './names.store.ts';

type Answer = Result<NameRequest, Failure<CodesOf<typeof contract> | 'not-found' | 'not-allowed'>>;
interface Ordered {
  readonly id: NameRequestId;
  readonly person: PersonId;
  readonly change: NameChange;
  readonly reference: string;
}

export async function orderNameChange(deps: NamesDeps, ordered: Ordered, by: Speaker): Promise<Answer> {
  const { id, person, change, reference } = ordered;
  const askedAt = deps.clock.now();
  const dueAt = orderedDueAt(askedAt);
  const record: NameRequestRecord = {
    id,
    person,
    change,
    reference,
    askedAt,
    dueAt,
    by: by.person,
    state: 'waiting',
    doneAt: null,
    code: null,
  };
  const made = await deps.database.transaction(async (tx) => {
    const administrators = await deps.identities.administrators(tx);
    const decided = decide(await deps.store.of(person, tx), { by, person, administrators });
    if (!decided.ok) return decided;
    if (!(await deps.people.refs([person])).has(person)) return refuse('not-found', { what: 'person' });
    if ((await deps.store.record(id, tx)) !== null) return refuse('id-taken', { id });
    await deps.store.create(tx, record);
    await tellHer(deps, tx, { person, step: 'ordered', said: { change, reference }, dueAt });
    return ok(true);
  });
  if (!made.ok) return made;
  deps.notifications.announce([]);
  deps.changed();
  return ok(await shownOne(deps, record));
}
