/** The one look-up of who is speaking, for HTTP and for sockets, and the life of a session: 30 days from the last use. */
import type { PersonId } from '@butinerie/contracts';
import type { Identify, Signed } from '../platform/identity.ts';
import { hashToken, newToken } from '../platform/tokens.ts';
import { calendarDay } from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import type { PersonStored } from './people.store.ts';
import type { EnteredBy } from './web-sessions.store.ts';

const DAY = 86_400_000;
export const SESSION_SECONDS = 30 * 86_400;
/** A session is prolonged when a day of it is gone: not every request has to write. */
const PROLONG_AFTER = DAY;
const OWNERS_KEPT = 10_000;

export function speakerFrom(person: PersonStored): Speaker {
  return {
    person: person._id,
    name: person.name,
    directorate: person.directorate,
    grants: person.grants,
    outside: person.organisation !== null,
  };
}

export function speakerOf(kit: Kit): Identify<Speaker> {
  /** A session is one person's from its first day to its last: both can be asked for at once. Whether it lives is read. */
  const whose = new Map<string, PersonId>();
  return async (cookieHeader): Promise<Signed<Speaker> | null> => {
    const token = kit.cookie.read(cookieHeader);
    if (token === undefined) return null;
    const now = kit.clock.now();
    const hash = hashToken(token);
    const known = whose.get(hash);
    const [session, expected] = await Promise.all([
      kit.sessions.livingOf({ hash, now }),
      known === undefined ? null : kit.people.asked(known),
    ]);
    if (session !== null && known === undefined) {
      if (whose.size >= OWNERS_KEPT) whose.clear();
      whose.set(hash, session.person);
    }
    const person = session === null ? null : (expected ?? (await kit.people.asked(session.person)));
    if (session === null || person === null || !person.account) return null;
    const full = now.getTime() + SESSION_SECONDS * 1000;
    if (full - session.expiresAt.getTime() >= PROLONG_AFTER) {
      await kit.sessions.prolong(session._id, new Date(full));
      await seen(kit, person, now);
    }
    return { speaker: speakerFrom(person), person: person._id, session: session._id };
  };
}

/** Returns the token that only the browser keeps. */
export async function startSession(
  kit: Kit,
  tx: Transaction,
  { person, enteredBy }: { person: PersonStored; enteredBy: EnteredBy },
): Promise<string> {
  const now = kit.clock.now();
  const token = newToken();
  await seen(kit, person, now, tx);
  await kit.sessions.insert(tx, {
    _id: hashToken(token),
    person: person._id,
    enteredBy,
    startedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  });
  return token;
}

async function seen(kit: Kit, person: PersonStored, now: Date, tx?: Transaction): Promise<void> {
  const lastSeenOn = calendarDay(now, 'Europe/Paris');
  if (person.lastSeenOn !== lastSeenOn) await kit.people.amend(person._id, { lastSeenOn }, tx);
}
