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
import type { Kit } from './deps.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { sessionState } from './session-state.ts';
import { useLink } from './sign-in-links.ts';
import { SESSION_SECONDS, startSession } from './web-sessions.ts';

type SignedIn<C extends 'link-unknown' | 'not-a-demonstration' | 'not-found'> = Promise<
  Result<SessionState, Failure<C>>
>;

async function enter(kit: Kit, person: PersonId, request: Call): Promise<{ ok: true; value: SessionState }> {
  // A browser has one session: the one it had is over, so that a shared machine keeps none behind the other.
  if (request.session !== null) await kit.sessions.end(request.session);
  request.keepSession(await startSession(kit, person), SESSION_SECONDS);
  return ok(await sessionState(kit, person));
}

export async function signInWithLink(kit: Kit, token: string, request: Call): SignedIn<'link-unknown'> {
  const used = await useLink(kit, token);
  if (!used.ok) return used;
  const person = await kit.people.byId(used.value);
  if (person === null || !person.account) return refuse('link-unknown', { reason: 'unknown' });
  return enter(kit, person._id, request);
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
  return offered ? enter(kit, person, request) : refuse('not-found', { what: 'person' });
}

export async function signInWithPassword(
  kit: Kit,
  given: { mail: string; password: string },
  request: Call,
): SignedIn<'link-unknown'> {
  const person = await kit.people.byMail(given.mail);
  const matches = await passwordMatches(person?.passwordHash ?? null, given.password);
  if (person === null || !matches || !person.account) return refuse('link-unknown', { reason: 'password' });
  return enter(kit, person._id, request);
}

/** Whoever knew the old password, or holds an open session elsewhere, is out. */
export async function setPassword(kit: Kit, person: PersonId, given: { password: string; session: string }) {
  await kit.people.amend(person, { passwordHash: await hashPassword(given.password) });
  return kit.sessions.endAll(person, given.session);
}
