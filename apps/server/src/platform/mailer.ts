/** Sending a mail. Whether, when and how often is decided elsewhere; this only hands it to the mail server. */
import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  /** Makes the Message-ID: a mail sent again after a crash is the same mail to whoever compares. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Rejects when the server did not take it: the outbox tries again. */
  send(mail: OutgoingMail): Promise<void>;
}

export function smtpMailer(smtp: { url: string; from: string }): Mailer & { stop(): void } {
  const transport = createTransport(smtp.url, { from: smtp.from });
  const host = /@([^>\s]+)/.exec(smtp.from)?.[1] ?? 'localhost';
  return {
    async send({ id, ...mail }) {
      await transport.sendMail({
        ...mail,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    stop: () => transport.close(),
  };
}
