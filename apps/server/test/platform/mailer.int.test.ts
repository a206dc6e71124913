import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from '../../src/platform/mailer.ts';

const running: SMTPServer[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function relay(onMail: (raw: string) => Error | null): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (part: string) => (raw += part));
      stream.on('end', () => done(onMail(raw)));
    },
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}
const mail = {
  id: 'ml_1',
  to: 'lea@example.org',
  subject: 'Une idée',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
};

test('a mail arrives as text and as HTML, under an id that stays the same when it is sent again', async () => {
  let raw = '';
  const url = await relay((arrived) => {
    raw = arrived;
    return null;
  });
  const mailer = smtpMailer({ url, from: 'Butinerie <idees@example.org>' });
  await mailer.send(mail);
  mailer.stop();
  expect(raw).toContain('Message-ID: <ml_1@example.org>');
  expect(raw).toContain('From: Butinerie <idees@example.org>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
});

test('a mail that the server does not take is not sent', async () => {
  const url = await relay(() => new Error('mailbox full'));
  const mailer = smtpMailer({ url, from: 'idees@example.org' });
  await expect(mailer.send(mail)).rejects.toThrow(/mailbox full/);
  mailer.stop();
});

test('[NO8] what can be stopped says how in its header, in one click; what was asked for does not', async () => {
  const arrived: string[] = [];
  const url = await relay((raw) => {
    arrived.push(raw);
    return null;
  });
  const mailer = smtpMailer({ url, from: 'Butinerie <idees@example.org>', replyTo: 'mission@example.org' });
  await mailer.send({ ...mail, unsubscribe: 'https://idees.example.org/api/mails/stop/abc' });
  await mailer.send(mail);
  mailer.stop();
  const [list = '', asked = ''] = arrived;
  expect(list).toContain('Reply-To: mission@example.org');
  expect(list).toMatch(/^List-Id: <notices.example.org>/im);
  expect(list).toContain('List-Unsubscribe: <https://idees.example.org/api/mails/stop/abc>');
  expect(list).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(asked).not.toMatch(/^List-/m);
});
