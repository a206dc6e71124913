/**
 * Gives and takes roles. What she may is asked of the rules; open pages of the person concerned hear of it at once. A
 * first role changes the locks.
 */
import {
  refuse,
  ok,
  type Failure,
  type Grant,
  type PersonId,
  type PersonRecord,
  type Result,
} from '@butinerie/contracts';
import { grantRole, revokeRole, sameGrant } from '@butinerie/domain';
import type { Notifications } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { changeLocks, NO_LOCK_CHANGED, type LocksChanged } from './change-locks.ts';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import { personRecord } from './list-people.ts';
import type { PersonStored } from './people.store.ts';

interface Change {
  readonly person: PersonId;
  readonly grant: Grant;
}
interface AskedBy {
  readonly by: Speaker;
  /** Called after the commit: the person's connections come back with her new roles. */
  readonly changed: (person: PersonId) => void;
}
interface GivenBy extends AskedBy {
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'>;
  /** Called after the commit: this session is over. */
  readonly ended: (session: string) => void;
}
type Given = Result<{ person: PersonStored; locks: LocksChanged }, Failure<'not-found'>>;

export async function giveRole(
  kit: Kit,
  change: Change,
  { by, changed, ended, notifications }: GivenBy,
): Promise<Result<PersonRecord, Failure<'not-allowed' | 'invalid-input' | 'not-found'>>> {
  const granted = grantRole(change, { by, now: kit.clock.now() });
  if (!granted.ok) return granted;
  const { directorate } = change.grant;
  if (directorate !== null && (await kit.directorates.byId(directorate)) === null)
    return refuse('not-found', { what: 'directorate' });
  const given = await kit.database.transaction(async (tx): Promise<Given> => {
    const found = await holder(kit, tx, change.person);
    if (!found.ok) return found;
    const { grants } = found.value;
    if (grants.some((held) => sameGrant(held, change.grant)))
      return ok({ person: found.value, locks: NO_LOCK_CHANGED });
    const person = await setGrants(kit, tx, found.value, [...grants, change.grant]);
    const first = grants.length === 0;
    return ok({ person, locks: first ? await changeLocks(kit, tx, person, notifications) : NO_LOCK_CHANGED });
  });
  if (!given.ok) return given;
  const { person, locks } = given.value;
  for (const session of locks.ended) ended(session);
  if (locks.mailed) notifications.announce([]);
  return tell(kit, ok(person), changed);
}

type Taken = Result<PersonStored, Failure<'not-allowed' | 'last-administrator' | 'not-found'>>;

export async function takeRole(
  kit: Kit,
  change: Change,
  { by, changed }: AskedBy,
): Promise<Result<PersonRecord, Failure<'not-allowed' | 'last-administrator' | 'not-found'>>> {
  const taken = await kit.database.transaction(async (tx): Promise<Taken> => {
    if (change.grant.role === 'admin') await kit.instance.touchAdministrators(tx);
    const administrators = (await kit.people.withRole('admin', tx)).map(({ _id }) => _id);
    const revoked = revokeRole(change, administrators, { by, now: kit.clock.now() });
    if (!revoked.ok) return revoked;
    const person = await holder(kit, tx, change.person);
    if (!person.ok) return person;
    const kept = person.value.grants.filter((held) => !sameGrant(held, change.grant));
    return ok(await setGrants(kit, tx, person.value, kept));
  });
  return tell(kit, taken, changed);
}

async function holder(
  kit: Kit,
  tx: Transaction,
  id: PersonId,
): Promise<Result<PersonStored, Failure<'not-found'>>> {
  const person = await kit.people.byId(id, tx);
  return person === null || !person.account ? refuse('not-found', { what: 'person' }) : ok(person);
}

async function setGrants(
  kit: Kit,
  tx: Transaction,
  person: PersonStored,
  grants: readonly Grant[],
): Promise<PersonStored> {
  await kit.people.amend(person._id, { grants }, tx);
  return { ...person, grants };
}

async function tell<F extends Failure>(
  kit: Kit,
  result: Result<PersonStored, F>,
  changed: AskedBy['changed'],
): Promise<Result<PersonRecord, F>> {
  if (!result.ok) return result;
  changed(result.value._id);
  return ok(await personRecord(kit, result.value));
}
