/** Writes notices and mails in the transaction of the act they tell of: told exactly if the act happened. */
import { mintId } from '@butinerie/contracts';
import { GOES_TO_MAIL, nextSendingTime, type MailPurpose, type SendingRules } from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { MailToSend, NoticeToTell } from './index.ts';

/** Nobody is told of what she did herself. */
export function toOthers(notices: readonly NoticeToTell[]): NoticeToTell[] {
  return notices.filter(({ to, actor }) => to !== actor);
}

export async function tell(kit: Kit, tx: Transaction, told: readonly NoticeToTell[]): Promise<void> {
  const notices = toOthers(told);
  if (notices.length === 0) return;
  const now = kit.clock.now();
  await kit.notices.insert(
    tx,
    notices.map(({ to, kind, challenge, idea, about, actor, reason = '', until = null }) => ({
      _id: mintId('notice'),
      to,
      kind,
      challenge,
      idea,
      about,
      actor,
      reason,
      until,
      at: now,
      readAt: null,
      toMail: GOES_TO_MAIL[kind],
      mail: null,
    })),
  );
  const people = [...new Set(notices.filter(({ kind }) => GOES_TO_MAIL[kind]).map(({ to }) => to))];
  if (people.length === 0) return;
  // When the last mail of each left is looked up once, when this one is written; until then it only has to be day.
  const dueAt = nextSendingTime(now, await sendingRules(kit, 'notices', null));
  await kit.outbox.gather(tx, people, { now, dueAt });
}

export async function mailAllNow(kit: Kit, tx: Transaction, mails: readonly MailToSend[]): Promise<void> {
  if (mails.length === 0) return;
  const now = kit.clock.now();
  const dueFor = async (purpose: MailPurpose): Promise<Date> =>
    // A page disturbs nobody in the evening.
    kit.mailer === null ? now : nextSendingTime(now, await sendingRules(kit, purpose, null));
  const due = { requested: await dueFor('requested'), invitation: await dueFor('invitation') };
  await kit.outbox.add(
    tx,
    mails.map(({ person, purpose = 'requested', subject, paragraphs, link }) => ({
      person,
      purpose,
      dueAt: due[purpose],
      createdAt: now,
      content: { subject, paragraphs: [...paragraphs], link: { url: link.url, label: link.label } },
    })),
  );
}

export async function sendingRules(
  kit: Kit,
  purpose: MailPurpose,
  lastSentAt: Date | null,
): Promise<SendingRules> {
  const closingDays = (await kit.closingDays?.()) ?? [];
  return { purpose, lastSentAt, closingDays, timeZone: kit.timeZone };
}
