/** A link asked for on the sign-in page: the answer never waits for the look-up, so it tells nothing by its time. */
import type { Notifications } from '../notifications/index.ts';
import type { Rate } from '../platform/rates.ts';
import type { Kit } from './deps.ts';
import { makeLink } from './sign-in-links.ts';
import { linkMail } from './account-mails.ts';

/** More would let anybody fill somebody's mailbox. */
export const LINKS_FOR_A_MAILBOX: Rate = { points: 5, seconds: 3_600 };

export async function sendRequestedLink(
  kit: Kit,
  mail: string,
  notifications: Pick<Notifications, 'mailNow' | 'announce'>,
): Promise<void> {
  const person = await kit.people.byMail(mail);
  if (person === null || !person.account || person.mail === null) return;
  const { name } = await kit.instance.read();
  await kit.database.transaction(async (tx) => {
    const { url } = await makeLink(kit, { person: person._id, kind: 'request', path: '/' }, tx);
    await notifications.mailNow(tx, {
      person: person._id,
      ...linkMail('requested', { language: person.language, instance: name, url }, kit.ownWords),
      purpose: 'requested',
    });
  });
  notifications.announce([]);
}
