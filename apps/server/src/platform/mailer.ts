/** Sending a mail. Whether, when and how often is decided elsewhere; this only hands it to the mail server. */
import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  /** Makes the Message-ID: a mail sent again after a crash is the same mail to whoever compares. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click stops mails of this kind (RFC 8058); a mail that somebody asked for has none. */
  readonly unsubscribe?: string;
  readonly files?: readonly MailFile[];
}

/** A text file that comes with a mail. */
export interface MailFile {
  readonly name: string;
  readonly text: string;
}

export interface Mailer {
  /** Rejects when the server did not take it: the outbox tries again. */
  send(mail: OutgoingMail): Promise<void>;
}

export function smtpMailer(smtp: {
  url: string;
  from: string;
  replyTo?: string | undefined;
}): Mailer & { stop(): void } {
  const transport = createTransport(smtp.url, { from: smtp.from });
  const host = /@([^>\s]+)/.exec(smtp.from)?.[1] ?? 'localhost';
  return {
    async send({ id, unsubscribe, files = [], ...mail }) {
      const list = unsubscribe === undefined ? {} : listHeaders(unsubscribe, host);
      await transport.sendMail({
        ...mail,
        attachments: files.map(({ name, text }) => ({
          filename: name,
          content: text,
          contentType: 'text/plain; charset=utf-8',
        })),
        // A mailbox that somebody reads: whoever answers a mail is heard.
        replyTo: smtp.replyTo ?? smtp.from,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...list },
      });
    },
    stop: () => transport.close(),
  };
}

/** RFC 2919 and RFC 8058: what lets a mail program file such mails together, and stop them in one click. */
function listHeaders(unsubscribe: string, host: string): Record<string, string> {
  return {
    'List-Id': `<notices.${host}>`,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
