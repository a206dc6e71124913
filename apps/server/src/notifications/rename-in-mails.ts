/** A name that was replaced or effaced leaves the mails that did not leave yet: what they say is what is so when they do. */
import type { PersonId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';
import { escapeHtml, oneLine, type MailContent, type WrittenMail } from './compose-mail.ts';
import type { Kit } from './deps.ts';

export interface NameChanged {
  readonly person: PersonId;
  /** She, and the pseudonyms that showed her name once opened. */
  readonly selves: readonly PersonId[];
  readonly was: string;
  readonly name: string;
  /** Nobody reads the mails that were written to her. */
  readonly effaced: boolean;
}

export async function renameInMails(
  kit: Pick<Kit, 'outbox' | 'notices'>,
  tx: Transaction,
  changed: NameChanged,
): Promise<void> {
  const { person, was, name } = changed;
  if (was === '') return;
  // Whatever is being written or handed over at this moment with the name of a moment ago is written again.
  await kit.outbox.touchOpen(tx);
  const rows = await kit.outbox.unsent(tx);
  const naming = await kit.notices.mailsOfActors(tx, changed.selves);
  const plain = replacing(was, name);
  const markup = replacing(escapeHtml(oneLine(was)), escapeHtml(name));
  for (const { _id, person: to, written, content } of rows) {
    if (written !== null && to === person && changed.effaced) await kit.outbox.drop(_id, tx);
    // Another person of the same name keeps hers where nothing of this one is told.
    else if (written !== null && (to === person || naming.has(_id))) {
      const next: WrittenMail = {
        ...written,
        subject: plain(written.subject),
        text: plain(written.text),
        html: markup(written.html),
      };
      await kit.outbox.reword(tx, _id, { written: next });
    } else if (written === null && content !== null && to !== person) {
      const next: MailContent = {
        ...content,
        subject: plain(content.subject),
        paragraphs: content.paragraphs.map(plain),
      };
      await kit.outbox.reword(tx, _id, { content: next });
    }
  }
}

/** The whole name, never a part of a longer word. */
function replacing(was: string, name: string): (text: string) => string {
  const literal = oneLine(was).replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`, 'gu');
  return (text) => text.replace(whole, () => name);
}
