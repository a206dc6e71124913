/** Turns a row of the outbox into a mail: at the moment it may leave, with the mailbox and the names of that moment. */
import type { Language } from '@butinerie/contracts';
import type { Mailbox } from '../accounts/index.ts';
import { nextSendingTime } from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import { composeMail, type MailBlock, type MailContent, type WrittenMail } from './compose-mail.ts';
import type { Kit, MailedReceipts } from './deps.ts';
import { blocksOf, landingPath, subjectOf } from './digest.ts';
import { FRAME_WORDS } from './frame-words.ts';
import type { OutboxRow } from './outbox.store.ts';
import { STOP_PATH } from './stop-mails.ts';
import { sendingRules } from './tell.ts';

type Reachable = Mailbox & { readonly mail: string };

/** The mail; null when there is nothing to send now. What carries notices is committed as written before it leaves. */
export async function writeMail(kit: Kit, taken: OutboxRow): Promise<WrittenMail | null> {
  const mailbox = (await kit.people.mailboxes([taken.person])).get(taken.person) ?? outsider(taken);
  const reachable = mailbox === null || mailbox.mail === null ? null : { ...mailbox, mail: mailbox.mail };
  if (taken.content !== null) {
    if (reachable !== null) return contentMail(kit, taken.content, reachable);
    await kit.outbox.drop(taken._id);
    return null;
  }
  return kit.database.transaction(async (tx) => {
    const row = await kit.outbox.row(tx, taken._id);
    if (row === null || row.written !== null) return row?.written ?? null;
    if (reachable === null) return drop(kit, tx, row);
    const written = await writeNotices(kit, tx, { row, mailbox: reachable });
    if (written !== null) await kit.outbox.write(tx, row._id, written);
    return written?.written ?? null;
  });
}

const outsider = ({ person, mailbox }: OutboxRow): Mailbox | null =>
  mailbox ? { person, ...mailbox } : null;

/** No mailbox, no mail: her notices are in her inbox. */
async function drop(kit: Kit, tx: Transaction, row: OutboxRow): Promise<null> {
  const waiting = await kit.notices.waitingForMail(tx, row.person);
  await kit.notices.carried(
    tx,
    waiting.map(({ _id }) => _id),
    null,
  );
  await kit.outbox.drop(row._id, tx);
  return null;
}

async function writeNotices(
  kit: Kit,
  tx: Transaction,
  { row, mailbox }: { row: OutboxRow; mailbox: Reachable },
): Promise<{ written: WrittenMail; sealed: boolean } | null> {
  const notices = await kit.notices.waitingForMail(tx, row.person);
  const now = kit.clock.now();
  const last = await kit.outbox.lastOfNotices(tx, row.person);
  // One that could not leave yet counts as leaving now: two mails never follow each other on one day.
  const sentAt = last.map((left) => (left === 'waiting' ? now : left));
  const allowedAt = nextSendingTime(now, await sendingRules(kit, 'notices', sentAt));
  if (allowedAt > now) {
    await kit.outbox.postpone(tx, row._id, allowedAt);
    return null;
  }
  const wanted = (await kit.preferences.of([row.person], tx))(row.person).receipts !== 'never';
  const receipts = wanted ? await kit.receipts.take(tx, row.person) : NO_RECEIPTS;
  const [newest] = notices;
  if (newest === undefined && receipts.files.length === 0) return drop(kit, tx, row);
  const { language } = mailbox;
  const actors = notices.flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const refs = await kit.people.refs(actors);
  const signedIn = await kit.people.signInLink(
    row.person,
    'notices',
    newest === undefined ? RECEIPTS : landingPath(newest),
    tx,
  );
  await kit.notices.carried(
    tx,
    notices.map(({ _id }) => _id),
    row._id,
  );
  const unsubscribe = new URL(`${STOP_PATH}/${await kit.preferences.tokenOf(tx, row.person)}`, kit.publicUrl)
    .href;
  const composed = composeMail({
    to: mailbox.mail,
    name: mailbox.name,
    language,
    subject:
      newest === undefined
        ? FRAME_WORDS[language].receiptsSubject
        : subjectOf(notices, language, kit.ownWords),
    blocks: [
      ...blocksOf(notices, {
        language,
        ownWords: kit.ownWords,
        names: new Map([...refs].map(([id, { name }]) => [id, name])),
        linkTo: (path) => landingOn(signedIn, path),
      }),
      ...receiptsBlock(receipts, language, landingOn(signedIn, RECEIPTS)),
    ],
    footer: FRAME_WORDS[language].digestFooter(
      kit.ownWords.platform(kit.instanceName),
      new URL('/avis/courriels', kit.publicUrl).href,
    ),
  });
  const files = receipts.files.length === 0 ? {} : { files: receipts.files };
  const sealed = receipts.sealed === true || notices.some((notice) => notice.sealed === true);
  return { written: { ...composed, unsubscribe, ...files }, sealed };
}

const RECEIPTS = '/mes-credits';
const NO_RECEIPTS: MailedReceipts = { files: [], more: 0 };

function receiptsBlock({ files, more }: MailedReceipts, language: Language, url: string): MailBlock[] {
  const { receiptsHere, receiptsLink } = FRAME_WORDS[language];
  return files.length === 0
    ? []
    : [{ text: receiptsHere(files.length, more), link: { url, label: receiptsLink } }];
}

/** The same link, landing elsewhere: one token in a mail is enough. */
function landingOn(signInLink: string, path: string): string {
  const url = new URL(signInLink);
  url.searchParams.set('vers', path);
  return url.href;
}

function contentMail(kit: Kit, content: MailContent, mailbox: Reachable): WrittenMail {
  const { language } = mailbox;
  const last = content.paragraphs.length - 1;
  const composed = composeMail({
    to: mailbox.mail,
    name: mailbox.name,
    language,
    subject: content.subject,
    blocks:
      last < 0
        ? [{ text: '', link: content.link }]
        : content.paragraphs.map((text, index) => ({ text, link: index === last ? content.link : null })),
    footer: FRAME_WORDS[language].doorFooter(kit.ownWords.platform(kit.instanceName)),
  });
  return { ...composed, ...(content.files === undefined ? {} : { files: content.files }) };
}
