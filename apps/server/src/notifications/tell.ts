/** Writes notices and mails in the transaction of the act they tell of: told exactly if the act happened. */
import {
  mintId,
  type ChallengeId,
  type MailRhythm,
  type NoticeKind,
  type PersonId,
} from '@butinerie/contracts';
import {
  mailRhythmOf,
  nextReceiptsMail,
  nextSendingTime,
  nextWeeklyMail,
  type MailPurpose,
  type SendingRules,
} from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { MailToSend, NoticeToTell } from './index.ts';
import { withFollowers } from './with-followers.ts';

/** To a person with a mailbox; `sealed` where that she is meant is a secret between her and the server. */
export type Addressed = NoticeToTell & { readonly sealed?: true };

/** What is said to a pseudonym is said to who is behind it; who follows the idea besides hears of it once. */
export async function addressed(
  kit: Pick<Kit, 'follows' | 'ownerOf'>,
  told: readonly NoticeToTell[],
  tx?: Transaction,
): Promise<Addressed[]> {
  const ownerOf = kit.ownerOf ?? ((person: PersonId) => person);
  const known = told.map((notice): Addressed => {
    const to = ownerOf(notice.to);
    return to === notice.to ? notice : { ...notice, to, sealed: true };
  });
  // Nobody is told of what she did herself.
  return (await withFollowers(kit, known, tx)).filter(
    ({ to, actor }) => actor === null || ownerOf(actor) !== to,
  );
}

/** Nobody hears of a challenge that is not for her, whoever thought of telling her. */
async function toThoseItIsFor(
  { among }: Pick<Kit, 'among'>,
  notices: readonly Addressed[],
): Promise<readonly Addressed[]> {
  if (among === undefined) return notices;
  const people = new Map<ChallengeId, Set<PersonId>>();
  for (const { challenge, to } of notices)
    if (challenge !== null) people.set(challenge, (people.get(challenge) ?? new Set()).add(to));
  const allowed = new Map<ChallengeId, ReadonlySet<PersonId>>();
  for (const [challenge, asked] of people) allowed.set(challenge, await among(challenge, asked));
  return notices.filter(
    ({ challenge, to }) => challenge === null || allowed.get(challenge)?.has(to) === true,
  );
}

export async function tell(kit: Kit, tx: Transaction, told: readonly NoticeToTell[]): Promise<void> {
  const notices = await toThoseItIsFor(kit, await addressed(kit, told, tx));
  if (notices.length === 0) return;
  const now = kit.clock.now();
  const people = new Set(notices.map(({ to }) => to));
  const mailboxes = await kit.people.mailboxes(people);
  const preferred = await kit.preferences.of([...people], tx);
  // No mailbox, no mail: nothing gathers that would be thrown away when it is written.
  const rhythmFor = (to: PersonId, kind: NoticeKind): MailRhythm =>
    (mailboxes.get(to)?.mail ?? null) === null ? 'never' : mailRhythmOf(kind, preferred(to));
  await kit.notices.insert(
    tx,
    notices.map(
      ({
        to,
        kind,
        challenge,
        idea,
        note = null,
        about,
        actor,
        reason = '',
        until = null,
        sealed = false,
      }) => ({
        _id: mintId('notice'),
        to,
        kind,
        challenge,
        idea,
        note,
        about,
        actor,
        reason,
        until,
        sealed,
        at: now,
        readAt: null,
        toMail: rhythmFor(to, kind) !== 'never',
        mail: null,
      }),
    ),
  );
  const peopleWith = (rhythm: MailRhythm): PersonId[] => [
    ...new Set(notices.filter(({ to, kind }) => rhythmFor(to, kind) === rhythm).map(({ to }) => to)),
  ];
  const daily = peopleWith('daily');
  const weekly = peopleWith('weekly').filter((person) => !daily.includes(person));
  // When the last mail of each left is looked up once, when this one is written; until then it only has to be day.
  if (daily.length > 0) {
    const dueAt = nextSendingTime(now, await sendingRules(kit, 'notices', []));
    await kit.outbox.gather(tx, daily, { now, dueAt });
  }
  if (weekly.length > 0)
    await kit.outbox.gather(tx, weekly, { now, dueAt: nextWeeklyMail(now, kit.timeZone) });
}

/** Receipts are made when the mail is written; until then a row of the outbox says that there will be one. */
export async function promiseReceipts(kit: Kit, tx: Transaction, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return;
  const mailboxes = await kit.people.mailboxes(people);
  const reached = people.filter((person) => (mailboxes.get(person)?.mail ?? null) !== null);
  if (reached.length === 0) return;
  const preferred = await kit.preferences.of(reached, tx);
  const now = kit.clock.now();
  const wanting = (rhythm: MailRhythm) => reached.filter((person) => preferred(person).receipts === rhythm);
  const [daily, weekly] = [wanting('daily'), wanting('weekly')];
  if (daily.length > 0)
    await kit.outbox.gather(tx, daily, { now, dueAt: nextReceiptsMail(now, kit.timeZone) });
  if (weekly.length > 0)
    await kit.outbox.gather(tx, weekly, { now, dueAt: nextWeeklyMail(now, kit.timeZone) });
}

export async function mailAllNow(kit: Kit, tx: Transaction, mails: readonly MailToSend[]): Promise<void> {
  if (mails.length === 0) return;
  const now = kit.clock.now();
  const dueFor = async (purpose: MailPurpose): Promise<Date> =>
    // A page disturbs nobody in the evening.
    kit.mailer === null ? now : nextSendingTime(now, await sendingRules(kit, purpose, []));
  const due = { requested: await dueFor('requested'), invitation: await dueFor('invitation') };
  const ownerOf = kit.ownerOf ?? ((person: PersonId) => person);
  await kit.outbox.add(
    tx,
    mails.map(({ person, mailbox = null, purpose = 'requested', subject, paragraphs, link, files }) => ({
      person: ownerOf(person),
      sealed: ownerOf(person) !== person,
      mailbox,
      purpose,
      dueAt: due[purpose],
      createdAt: now,
      content: {
        subject,
        paragraphs: [...paragraphs],
        link: { url: link.url, label: link.label },
        ...(files === undefined ? {} : { files: [...files] }),
      },
    })),
  );
}

export async function sendingRules(
  kit: Kit,
  purpose: MailPurpose,
  sentAt: readonly Date[],
): Promise<SendingRules> {
  const closingDays = (await kit.closingDays?.()) ?? [];
  return { purpose, sentAt, closingDays, timeZone: kit.timeZone };
}
