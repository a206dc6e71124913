/** Invites a list of people: all of it or nothing, each with her line in the ledger and, if wanted, her mail. */
import { ok, refuse, type Failure, type PeopleRow, type PersonId, type Result } from '@butinerie/contracts';
import { acceptPeopleRows, checkPeopleRows, mailKey, mayInvitePeople } from '@butinerie/domain';
import type { MailsToMany } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { linkMail } from './account-mails.ts';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import type { PersonStored } from './people.store.ts';
import { cleanCell } from '../platform/tables/clean-cell.ts';
import { registerPeople } from './register-people.ts';
import { makeLinks } from './sign-in-links.ts';

export interface Invitation {
  readonly rows: readonly PeopleRow[];
  readonly send: boolean;
}
interface Invited {
  invited: PersonId[];
  mails: number;
  withoutMailbox: number;
}

export async function invitePeople(
  kit: Kit,
  { rows: given, send }: Invitation,
  asked: { by: Speaker; notifications: MailsToMany },
): Promise<Result<Invited, Failure<'invalid-people' | 'not-allowed' | 'invalid-input'>>> {
  if (!mayInvitePeople(asked.by))
    return refuse('not-allowed', { act: 'invitePeople', why: 'moderators-and-administrators' });
  if (new Set(given.map(({ id }) => id)).size < given.length)
    return refuse('invalid-input', { issues: [{ path: 'body.rows', message: 'each row has its own id' }] });
  const rows = given.map((row) => ({
    ...row,
    name: cleanCell(row.name),
    directorate: cleanCell(row.directorate),
  }));
  const { name: instance } = await kit.instance.read();
  return kit.database.transaction(async (tx) => {
    const accepted = await accept(kit, tx, rows);
    if (!accepted.ok) return accepted;
    const claimed = await claim(kit, tx, rows);
    const fresh = await registerPeople(
      kit,
      tx,
      rows.filter(({ id }) => !claimed.has(id)),
    );
    if (send) await mailInvitations(kit, tx, { to: [...claimed.values(), ...fresh], instance, ...asked });
    // Counted from the list, not from what was new: the same list sent again has the same answer and no second mail.
    const withMailbox = rows.filter(({ mail }) => mail !== null).length;
    return ok({
      invited: rows.map(({ id }) => claimed.get(id)?._id ?? id),
      mails: send ? withMailbox : 0,
      withoutMailbox: rows.length - withMailbox,
    });
  });
}

async function mailInvitations(
  kit: Kit,
  tx: Transaction,
  {
    to,
    instance,
    notifications,
  }: { to: readonly PersonStored[]; instance: string; notifications: MailsToMany },
): Promise<void> {
  const reachable = to.filter(({ mail }) => mail !== null);
  const links = await makeLinks(
    kit,
    reachable.map(({ _id }) => ({ person: _id, kind: 'invitation', path: '/' })),
    tx,
  );
  await notifications.mailAllNow(
    tx,
    reachable.map(({ _id, language }, index) => {
      const link = links[index];
      if (link === undefined) throw new Error('an invitation without its link');
      return {
        person: _id,
        ...linkMail('invitation', { language, instance, url: link.url }, kit.ownWords),
        purpose: 'invitation',
      };
    }),
  );
}

async function accept(kit: Kit, tx: Transaction, rows: readonly PeopleRow[]) {
  const holders = await kit.people.byMails(
    rows.flatMap(({ mail }) => (mail === null ? [] : [mail])),
    tx,
  );
  const known = new Map<string, PersonId>();
  for (const holder of holders)
    if (holder.account && holder.mail !== null) known.set(mailKey(holder.mail), holder._id);
  return acceptPeopleRows(
    checkPeopleRows(
      rows.map((listed, index) => ({ ...listed, row: index + 1 })),
      known,
    ),
  );
}

/** An author an import named by her mail is the same person: she gets her account, by the id she has. */
async function claim(
  kit: Kit,
  tx: Transaction,
  rows: readonly PeopleRow[],
): Promise<Map<PersonId, PersonStored>> {
  const mails = rows.flatMap(({ mail }) => (mail === null ? [] : [mail]));
  const waiting = new Map(
    (await kit.people.byMails(mails, tx)).flatMap((person) =>
      person.account || person.mail === null ? [] : [[mailKey(person.mail), person] as const],
    ),
  );
  const claimed = new Map<PersonId, PersonStored>();
  for (const { id, mail } of rows) {
    const person = mail === null ? undefined : waiting.get(mailKey(mail));
    if (person === undefined) continue;
    await kit.people.amend(person._id, { account: true, invitedAt: kit.clock.now() }, tx);
    claimed.set(id, person);
  }
  return claimed;
}
