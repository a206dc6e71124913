/** The four ways in. Each ends in the same session; none tells whether an address is known. */
import {
  ok,
  refuse,
  type Failure,
  type PersonId,
  type Result,
  type SessionState,
} from '@butinerie/contracts';
import type { Call } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { sessionState } from './session-state.ts';
import type { PersonStored } from './people.store.ts';
import { useLink } from './sign-in-links.ts';
import type { EnteredBy } from './web-sessions.store.ts';
import { SESSION_SECONDS, startSession } from './web-sessions.ts';

type SignedIn<C extends 'link-unknown' | 'not-a-demonstration' | 'not-found' | 'too-many-requests'> = Promise<
  Result<SessionState, Failure<C>>
>;

interface Entering {
  readonly person: PersonStored;
  readonly enteredBy: EnteredBy;
}

/** Admitted and signed in by one commit: a door that a role closes meanwhile lets nobody through. */
async function enter<F extends Failure>(
  kit: Kit,
  request: Call,
  admit: (tx: Transaction) => Promise<Result<Entering, F>>,
): Promise<Result<SessionState, F>> {
  const entered = await kit.database.transaction(async (tx) => {
    const admitted = await admit(tx);
    if (!admitted.ok) return admitted;
    const { person } = admitted.value;
    await kit.people.touchDoors(tx, [person._id]);
    return ok({ person: person._id, token: await startSession(kit, tx, admitted.value) });
  });
  if (!entered.ok) return entered;
  // A browser has one session: the one it had is over, so that a shared machine keeps none behind the other.
  if (request.session !== null) await kit.sessions.end(request.session);
  await kit.sessions.forget(kit.clock.now());
  request.keepSession(entered.value.token, SESSION_SECONDS);
  return ok(await sessionState(kit, entered.value.person));
}

export async function signInWithLink(kit: Kit, token: string, request: Call): SignedIn<'link-unknown'> {
  return enter(kit, request, async (tx) => {
    const used = await useLink(kit, tx, token);
    if (!used.ok) return used;
    const person = await kit.people.byId(used.value.person, tx);
    if (person === null || !person.account) return refuse('link-unknown', { reason: 'unknown' });
    return ok({ person, enteredBy: used.value.kind });
  });
}

export async function signInAsDemonstration(
  kit: Kit,
  person: PersonId,
  request: Call,
): SignedIn<'not-a-demonstration' | 'not-found'> {
  const instance = await kit.instance.read();
  if (!instance.demonstration) return refuse('not-a-demonstration', { instance: instance.id });
  // Only the parts on offer: a demonstration is no master key to everybody in it.
  const offered = instance.parts.some((part) => part.person === person);
  return enter(kit, request, async (tx) => {
    const found = offered ? await kit.people.byId(person, tx) : null;
    return found === null
      ? refuse('not-found', { what: 'person' })
      : ok({ person: found, enteredBy: 'demonstration' });
  });
}

export async function signInWithPassword(
  kit: Kit,
  given: { mail: string; password: string },
  request: Call,
): SignedIn<'link-unknown' | 'too-many-requests'> {
  const person = await kit.people.byMail(given.mail);
  const matches = await passwordMatches(person?.passwordHash ?? null, given.password);
  if (!matches.ok) return matches;
  if (person === null || !matches.value) return refuse('link-unknown', { reason: 'password' });
  return enter(kit, request, async (tx) => {
    const now = await kit.people.byId(person._id, tx);
    // Another one since, or none: checking took a while.
    if (now?.account !== true || now.passwordHash !== person.passwordHash)
      return refuse('link-unknown', { reason: 'password' });
    return ok({ person: now, enteredBy: 'password' });
  });
}

/** Whoever knew the old password, or holds an open session elsewhere, is out. */
export async function setPassword(
  kit: Kit,
  person: PersonId,
  given: { password: string; session: string },
): Promise<Result<string[], Failure<'not-signed-in' | 'too-many-requests'>>> {
  const hashed = await hashPassword(given.password);
  if (!hashed.ok) return hashed;
  const set = await kit.database.transaction(async (tx): Promise<Result<null, Failure<'not-signed-in'>>> => {
    await kit.people.touchDoors(tx, [person]);
    // Hashing took a while, in which this very session may have ended.
    if ((await kit.sessions.living(given.session, kit.clock.now(), tx)) === null)
      return refuse('not-signed-in', { path: 'password' });
    await kit.people.amend(person, { passwordHash: hashed.value }, tx);
    return ok(null);
  });
  return set.ok ? ok(await kit.sessions.endAll(person, given.session)) : set;
}
