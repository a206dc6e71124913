/**
 * A first role changes the locks. Until then a moderator may have held what signs this person in (a slip, a mail on the
 * mail page, a password set through either), and would act in her role with it: all of it ends in the role's own
 * transaction. She who had a way in gets a new one by mail; without mailbox or mail server an administrator hands it.
 */
import type { Notifications } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { linkMail } from './account-mails.ts';
import type { Kit } from './deps.ts';
import type { PersonStored } from './people.store.ts';
import { makeLink } from './sign-in-links.ts';
import type { EnteredBy } from './web-sessions.store.ts';

export interface LocksChanged {
  /** The sessions that are over, so that their sockets can be closed. */
  readonly ended: readonly string[];
  readonly mailed: boolean;
}
export const NO_LOCK_CHANGED: LocksChanged = { ended: [], mailed: false };

export async function changeLocks(
  kit: Kit,
  tx: Transaction,
  person: PersonStored,
  notifications: Pick<Notifications, 'mailNow'>,
): Promise<LocksChanged> {
  await kit.people.touchDoors(tx, [person._id]);
  const linkEnded = await kit.links.revokeAll(tx, person._id, kit.clock.now());
  const ended = await kit.sessions.endBut(tx, person._id, hersAlone(kit));
  if (person.passwordHash !== null) await kit.people.amend(person._id, { passwordHash: null }, tx);
  const hadAWayIn = linkEnded || ended.length > 0 || person.passwordHash !== null;
  if (person.mail === null || !hadAWayIn) return { ended, mailed: false };
  const { name: instance } = await kit.instance.read(tx);
  const { url } = await makeLink(kit, { person: person._id, kind: 'invitation', path: '/' }, tx);
  await notifications.mailNow(tx, {
    person: person._id,
    ...linkMail('role', { language: person.language, instance, url }, kit.ownWords),
  });
  return { ended, mailed: true };
}

/** The doors nobody else could have come in by. A mail that is read on a page is no proof of who reads it. */
function hersAlone({ mailPage }: Kit): readonly EnteredBy[] {
  return mailPage ? ['administrator', 'demonstration'] : ['administrator', 'demonstration', 'request'];
}
