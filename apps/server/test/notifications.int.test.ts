import { mintId, type PersonId } from '@butinerie/contracts';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNotifications, type NoticeToTell } from '../src/notifications/index.ts';
import { smtpMailer } from '../src/platform/mailer.ts';
import { anotherLook, openHouse, tokenOf, type House } from './support/accounts-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let house: House;
const open = async (...args: Parameters<typeof openHouse>): Promise<House> => {
  house = await openHouse(...args);
  return house;
};
beforeEach(() => open());
afterEach(() => house.close());

const rebound = (to: PersonId, actor: PersonId, about = 'Éteindre les écrans'): NoticeToTell => ({
  to,
  kind: 'idea-rebounded',
  challenge: mintId('challenge'),
  idea: mintId('idea'),
  about,
  actor,
});
async function tell(...notices: NoticeToTell[]): Promise<void> {
  await house.database.transaction((tx) => house.notifications.tell(tx, notices));
  house.notifications.announce(notices);
  await house.notifications.settled();
}
async function two(): Promise<{
  ana: Awaited<ReturnType<House['person']>>;
  bo: Awaited<ReturnType<House['person']>>;
}> {
  return {
    ana: await house.person('Ana Petit', [], 'ana@exemple.test'),
    bo: await house.person('Bo Grand', [], 'bo@exemple.test'),
  };
}

test('a day has one mail: the first act leaves at once, the others leave together the next morning, newest first', async () => {
  const { ana, bo } = await two();
  await tell(rebound(ana.id, bo.id));
  expect(house.mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
    ['ana@exemple.test', 'Un rebond sur votre idée'],
  ]);
  for (const about of ['Première', 'Deuxième', 'Troisième']) {
    house.clock.advance(HOUR);
    await tell(rebound(ana.id, bo.id, about));
  }
  house.clock.advance(4 * HOUR);
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(1);
  house.clock.set(new Date('2026-10-07T06:00:00.000Z'));
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(2);
  const { subject, text } = house.mailer.sent[1] ?? { subject: '', text: '' };
  expect(subject).toBe('3 rebonds sur vos idées');
  expect(text.indexOf('Troisième')).toBeLessThan(text.indexOf('Deuxième'));
  expect(text.indexOf('Deuxième')).toBeLessThan(text.indexOf('Première'));
  house.clock.advance(10 * DAY);
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(2);
});

test('what happens in the evening is mailed in the morning', async () => {
  const { ana, bo } = await two();
  house.clock.set(new Date('2026-10-06T19:30:00.000Z'));
  await tell(rebound(ana.id, bo.id));
  expect(house.mailer.sent).toHaveLength(0);
  house.clock.set(new Date('2026-10-07T05:31:00.000Z'));
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(1);
});

test('the clock alone wakes the outbox', async () => {
  const { ana, bo } = await two();
  house.clock.set(new Date('2026-10-06T19:30:00.000Z'));
  await tell(rebound(ana.id, bo.id));
  house.clock.set(new Date('2026-10-07T05:31:00.000Z'));
  await expect.poll(() => house.mailer.sent.length, { timeout: 10_000 }).toBe(1);
});

test('nobody is told of her own act', async () => {
  const { ana } = await two();
  await tell(rebound(ana.id, ana.id));
  expect((await ana.browser.get('/api/me/notices')).body).toMatchObject({ notices: [], unread: 0 });
  expect(house.mailer.sent).toHaveLength(0);
});

test('an act that fails tells nobody', async () => {
  const { ana, bo } = await two();
  const failed = house.database.transaction(async (tx) => {
    await house.notifications.tell(tx, [rebound(ana.id, bo.id)]);
    throw new Error('the act failed after telling');
  });
  await expect(failed).rejects.toThrow('the act failed');
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(0);
  expect((await ana.browser.get('/api/me/notices')).body).toMatchObject({ unread: 0 });
});

test('the inbox is hers alone, newest first, and is read by her alone', async () => {
  const { ana, bo } = await two();
  await tell(rebound(ana.id, bo.id, 'Première'));
  house.clock.advance(MINUTE);
  await tell(rebound(ana.id, bo.id, 'Deuxième'));
  const { body } = await ana.browser.get('/api/me/notices');
  const notices = body['notices'] as { id: string; about: string; actor: { name: string } }[];
  expect(notices.map(({ about, actor }) => [about, actor.name])).toEqual([
    ['Deuxième', 'Bo Grand'],
    ['Première', 'Bo Grand'],
  ]);
  const ids = notices.map(({ id }) => id);
  expect((await bo.browser.post('/api/me/notices/read', { notices: ids })).body).toEqual({ unread: 0 });
  expect((await ana.browser.get('/api/me/notices')).body).toMatchObject({ unread: 2 });
  expect((await ana.browser.post('/api/me/notices/read', { notices: ids.slice(0, 1) })).body).toEqual({
    unread: 1,
  });
});

test('with two servers on one database each mail leaves once', async () => {
  const { bo } = await two();
  const people: PersonId[] = [];
  for (let i = 0; i < 12; i++) people.push((await house.person(`P${i}`, [], `p${i}@exemple.test`)).id);
  const other = createNotifications({
    ...house.notificationsDeps,
    // The same collections: models are named once on a connection.
    database: { ...house.database, connection: anotherLook(house.database.connection) },
  });
  await house.database.transaction((tx) =>
    house.notifications.tell(
      tx,
      people.map((to) => rebound(to, bo.id)),
    ),
  );
  await Promise.all([other.settled(), house.notifications.settled(), other.settled()]);
  await other.stop();
  expect(house.mailer.sent.map(({ to }) => to).sort()).toEqual(
    people.map((_, index) => `p${index}@exemple.test`).sort(),
  );
});

test('a notice that arrives while a mail is written is in this mail or in the next, never lost and never twice', async () => {
  const { ana, bo } = await two();
  const abouts = Array.from({ length: 10 }, (_, index) => `Idée numéro ${index};`);
  await Promise.all(abouts.map((about) => tell(rebound(ana.id, bo.id, about))));
  house.clock.advance(DAY);
  await house.notifications.settled();
  const texts = house.mailer.sent.map(({ text }) => text).join('\n');
  for (const about of abouts) expect(texts.split(about)).toHaveLength(2);
  expect(house.mailer.sent.length).toBeLessThanOrEqual(2);
});

test('a mail server that is away is tried again, later and later, and given up in the end', async () => {
  const { ana, bo } = await two();
  house.mailer.failing = 2;
  await tell(rebound(ana.id, bo.id));
  expect(house.mailer.sent).toHaveLength(0);
  house.clock.advance(MINUTE);
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(0);
  house.clock.advance(5 * MINUTE);
  await house.notifications.settled();
  expect(house.mailer.sent).toHaveLength(1);

  house.mailer.failing = 1_000;
  house.clock.advance(DAY);
  await tell(rebound(ana.id, bo.id));
  for (let i = 0; i < 20; i++) {
    house.clock.advance(13 * HOUR);
    await house.notifications.settled();
  }
  const moderator = await house.person('Moderator', ['moderator']);
  const { body } = await moderator.browser.get('/api/mails');
  expect((body['mails'] as { state: string }[]).map(({ state }) => state)).toEqual(['failed', 'sent']);
});

test('without a mailbox nothing is mailed and the inbox has it', async () => {
  const { bo } = await two();
  const { id, browser } = await house.person('On paper');
  await tell(rebound(id, bo.id));
  expect(house.mailer.sent).toHaveLength(0);
  expect((await browser.get('/api/me/notices')).body).toMatchObject({ unread: 1 });
});

test('the link of a mail signs in and lands on the idea; once sent, the database has lost its token', async () => {
  const { ana, bo } = await two();
  const notice = rebound(ana.id, bo.id);
  await tell(notice);
  const url = /http:\S+/.exec(house.mailer.sent[0]?.text ?? '')?.[0] ?? '';
  expect(new URL(url).searchParams.get('vers')).toBe(`/idees/${notice.idea}`);
  const browser = house.browser();
  await browser.post('/api/sign-in/link', { token: tokenOf(url) });
  expect(await browser.who()).toBe(ana.id);
  const rows = await house.database.connection.collections['outbox']?.find({}).toArray();
  expect(JSON.stringify(rows)).not.toContain(tokenOf(url));
});

test('a requested link goes to the mailbox of who is known, and the answer is the same for everybody', async () => {
  await two();
  const browser = house.browser();
  const known = await browser.post('/api/sign-in/request', { mail: 'ANA@exemple.test' });
  const unknown = await browser.post('/api/sign-in/request', { mail: 'nobody@exemple.test' });
  expect(known).toEqual(unknown);
  await expect.poll(() => house.mailer.sent.length, { timeout: 10_000 }).toBe(1);
  const { to, subject, text } = house.mailer.sent[0] ?? { to: '', subject: '', text: '' };
  expect([to, subject]).toEqual(['ana@exemple.test', 'Votre lien de connexion']);
  const token = tokenOf(/http:\S+/.exec(text)?.[0] ?? '');
  house.clock.advance(2 * HOUR);
  expect(await browser.post('/api/sign-in/link', { token })).toMatchObject({
    status: 410,
    body: { reason: 'expired' },
  });
});

test('nobody fills a mailbox by asking for links', async () => {
  await two();
  for (let i = 0; i < 8; i++)
    await house.browser().post('/api/sign-in/request', { mail: 'ana@exemple.test' });
  await house.accounts.stop();
  await house.notifications.settled();
  expect(house.mailer.sent.length).toBeLessThanOrEqual(5);
  expect(house.mailer.sent.length).toBeGreaterThan(0);
});

test('without mail server the mails are read on a page by moderators, who never hold the link of a role', async () => {
  await house.close();
  await open({ mailPage: true });
  const { ana, bo } = await two();
  const director = await house.person('Director', ['sponsor'], 'director@exemple.test');
  const moderator = await house.person('Moderator', ['moderator']);
  const admin = await house.person('Admin', ['admin']);
  await tell(rebound(ana.id, bo.id), rebound(director.id, bo.id));
  expect((await bo.browser.get('/api/mails')).status).toBe(403);
  const seen = async (browser: typeof bo.browser) => {
    const { body } = await browser.get('/api/mails');
    const mails = body['mails'] as { to: string; state: string; text: string }[];
    return Object.fromEntries(
      mails.map(({ to, state, text }) => [to, [state, /#[\w-]{43}/.test(text)] as const]),
    );
  };
  expect(await seen(moderator.browser)).toEqual({
    'ana@exemple.test': ['shown', true],
    'director@exemple.test': ['shown', false],
  });
  expect(await seen(admin.browser)).toEqual({
    'ana@exemple.test': ['shown', true],
    'director@exemple.test': ['shown', true],
  });
  const over = async () =>
    ((await moderator.browser.get('/api/mails')).body['mails'] as { linkOver: boolean }[]).map(
      ({ linkOver }) => linkOver,
    );
  expect(await over()).toEqual([false, false]);
  // The link of a mail of notices is good for a week; nobody has to hand it over afterwards.
  house.clock.advance(8 * DAY);
  expect(await over()).toEqual([true, true]);
});

test('a real mail server receives a mail in two parts, whose hostile title is text and adds no header', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const mailer = smtpMailer({
    url: `smtp://127.0.0.1:${address.port}`,
    from: 'La Butinerie <b@exemple.test>',
  });
  const { ana, bo } = await two();
  const posting = createNotifications({
    ...house.notificationsDeps,
    database: { ...house.database, connection: anotherLook(house.database.connection) },
    mailer,
  });
  await house.database.transaction((tx) =>
    posting.tell(tx, [rebound(ana.id, bo.id, 'T\r\nBcc: x@exemple.test\r\n<script>alert(1)</script>')]),
  );
  await posting.settled();
  await posting.stop();
  mailer.stop();
  await new Promise<void>((resolve) => server.close(resolve));
  expect(received).toHaveLength(1);
  const [mail = ''] = received;
  const headers = mail.slice(0, mail.indexOf('\r\n\r\n'));
  expect(headers).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(headers).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(headers).not.toMatch(/^Bcc/im);
  expect(mail.slice(mail.indexOf('Content-Type: text/html'))).not.toContain('<script>');
});

test('[NO8] one post to the address in the header, without a session, stops the mails and not the inbox', async () => {
  const { ana, bo } = await two();
  await tell(rebound(ana.id, bo.id));
  const stop = new URL(house.mailer.sent[0]?.unsubscribe ?? '');
  expect(stop.pathname).toMatch(/^\/api\/mails\/stop\/[\w-]{20,}$/);
  const posted = await fetch(house.address + stop.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(posted.status).toBe(204);
  const opened = await fetch(house.address + stop.pathname, { redirect: 'manual' });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/avis/courriels']);
  const preferred = (await ana.browser.get('/api/me/mail-preferences')).body;
  expect(new Set(Object.values(preferred as object))).toEqual(new Set(['never']));
  house.clock.advance(DAY);
  await tell(rebound(ana.id, bo.id), { ...rebound(ana.id, bo.id), kind: 'idea-answered' });
  expect(house.mailer.sent.map(({ subject }) => subject)).toEqual([
    'Un rebond sur votre idée',
    'La réponse à votre idée',
  ]);
  expect((await ana.browser.get('/api/me/notices')).body).toMatchObject({ unread: 3 });
  const nobody = await fetch(`${house.address}/api/mails/stop/nobody`, { method: 'POST' });
  expect(nobody.status).toBe(204);
});

test('[NO7] who prefers once a week gets one mail on Monday morning, with all of it', async () => {
  const { ana, bo } = await two();
  const [reminders, receipts] = ['daily', 'daily'];
  const preferences = { conversation: 'weekly', followed: 'never', reminders, receipts };
  await ana.browser.put('/api/me/mail-preferences', preferences);
  expect((await ana.browser.get('/api/me/mail-preferences')).body).toEqual(preferences);
  await tell(rebound(ana.id, bo.id, 'Mardi'));
  house.clock.advance(DAY);
  await tell(rebound(ana.id, bo.id, 'Mercredi'));
  house.clock.set(new Date('2026-10-12T05:29:00.000Z'));
  await house.notifications.settled();
  expect(house.mailer.sent).toEqual([]);
  house.clock.set(new Date('2026-10-12T05:30:00.000Z'));
  await house.notifications.settled();
  expect(house.mailer.sent.map(({ subject }) => subject)).toEqual(['2 rebonds sur vos idées']);
});

test('[NO6] the sixth mail of seven days waits', async () => {
  const { ana, bo } = await two();
  // Tuesday to Friday, then Monday; on the next Tuesday the first is a week old.
  for (let day = 0; day < 10; day++) {
    await tell(rebound(ana.id, bo.id, `Jour ${day}`));
    house.clock.advance(DAY);
    await house.notifications.settled();
  }
  const rows = await house.database.connection.collections['outbox']?.find({ state: 'sent' }).toArray();
  const days = (rows ?? []).map((row) => Math.floor((row['sentAt'] as Date).getTime() / DAY));
  for (const day of days)
    expect(days.filter((other) => other >= day && other - day < 7).length).toBeLessThanOrEqual(5);
  expect([days.length > 5, new Set(days).size]).toEqual([true, days.length]);
});

test('[NO9] who follows an idea hears once of what is new on it, and whoever stops following does not', async () => {
  const { ana, bo } = await two();
  const cleo = await house.person('Cléo Marin', [], 'cleo@exemple.test');
  const notice = rebound(ana.id, bo.id);
  const path = `/api/ideas/${notice.idea}/follow`;
  await cleo.browser.put(path, { followed: true });
  await ana.browser.put(path, { followed: true });
  const { body: follows } = await cleo.browser.get('/api/me/follows');
  expect(follows).toEqual({ ideas: [notice.idea], challenges: [], notes: [] });
  await tell(notice);
  const kinds = async (who: typeof cleo) =>
    ((await who.browser.get('/api/me/notices')).body['notices'] as { kind: string }[]).map(
      ({ kind }) => kind,
    );
  expect([await kinds(cleo), await kinds(ana), await kinds(bo)]).toEqual([
    ['followed-idea'],
    ['idea-rebounded'],
    [],
  ]);
  await cleo.browser.put(path, { followed: false });
  await tell(notice);
  expect(await kinds(cleo)).toEqual(['followed-idea']);
});

test('the link of a mail of notices signs in for a week', async () => {
  const { ana, bo } = await two();
  await tell(rebound(ana.id, bo.id));
  const token = tokenOf(/http:\S+/.exec(house.mailer.sent[0]?.text ?? '')?.[0] ?? '');
  house.clock.advance(7 * DAY + MINUTE);
  expect(await house.browser().post('/api/sign-in/link', { token })).toMatchObject({ status: 410 });
});
