import { mintId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, tokenOf, TUESDAY, type House } from './support/accounts-house.ts';

const DAY = 86_400_000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const enter = (token: string) => house.browser().post('/api/sign-in/link', { token });
const row = (name: string, mail: string | null = null, directorate = 'Routes') => ({
  id: mintId('person'),
  name,
  directorate,
  mail,
});

test('a fresh instance offers one link to its first administrator, which works once', async () => {
  const first = await house.accounts.firstAdministratorLink();
  const second = await house.accounts.firstAdministratorLink();
  expect(second).toMatch(/^http:\/\/localhost:3000\/entrer#[\w-]{43}$/);
  expect(await enter(tokenOf(first ?? ''))).toMatchObject({ status: 410, body: { reason: 'revoked' } });
  const browser = house.browser();
  const signedIn = await browser.post('/api/sign-in/link', { token: tokenOf(second ?? '') });
  expect(signedIn.body).toMatchObject({ me: { grants: [{ role: 'admin' }] } });
  expect(await enter(tokenOf(second ?? ''))).toMatchObject({ status: 410, body: { reason: 'used' } });
  expect(await house.accounts.firstAdministratorLink()).toBeNull();
  const { body } = await browser.get('/api/session');
  const me = (body['me'] as { id: string }).id;
  expect(
    await browser.delete(`/api/people/${me}/roles`, { role: 'admin', challenge: null, directorate: null }),
  ).toMatchObject({ status: 409, body: { code: 'last-administrator' } });
});

test('an invitation opens again and again for sixty days, then not any more', async () => {
  const { id } = await house.person('Ana Petit');
  const token = tokenOf(await house.accounts.people.signInLink(id, 'invitation', '/idees/x'));
  expect((await enter(token)).status).toBe(200);
  house.clock.advance(59 * DAY);
  expect((await enter(token)).status).toBe(200);
  house.clock.advance(2 * DAY);
  expect(await enter(token)).toMatchObject({ status: 410, body: { reason: 'expired' } });
  house.clock.set(TUESDAY);
});

test('of many uses of a link that works once, at the same moment, one wins', async () => {
  const { id } = await house.person('Bo Grand');
  const token = tokenOf(await house.accounts.people.signInLink(id, 'request', '/'));
  const answers = await Promise.all(Array.from({ length: 8 }, () => enter(token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(7);
});

test('a made-up token opens nothing', async () => {
  expect(await enter('x'.repeat(43))).toMatchObject({ status: 410, body: { reason: 'unknown' } });
});

test('the database holds no token, neither of a link nor of a cookie', async () => {
  const { id, browser } = await house.person('Cy Rond');
  const token = tokenOf(await house.accounts.people.signInLink(id, 'slip', '/'));
  const collections = house.database.connection.collections;
  const everything = JSON.stringify([
    await collections['links']?.find({}).toArray(),
    await collections['webSessions']?.find({}).toArray(),
  ]);
  expect(everything).toContain(id);
  expect(everything).not.toContain(token);
  expect(everything).not.toContain(browser.cookie().split('=')[1]);
});

test('signing out ends the session for whoever copied the cookie too', async () => {
  const { id, browser } = await house.person('Di Carre');
  const stolen = browser.steal();
  expect(await stolen.who()).toBe(id);
  expect((await browser.post('/api/sign-out', { everywhere: false })).status).toBe(200);
  expect(await stolen.who()).toBeNull();
});

test('signing out everywhere ends the other browsers of this person and nobody else', async () => {
  const { id, browser } = await house.person('El Vert');
  const other = house.browser();
  await other.post('/api/sign-in/link', {
    token: tokenOf(await house.accounts.people.signInLink(id, 'invitation', '/')),
  });
  const stranger = await house.person('Fa Bleu');
  expect(await other.who()).toBe(id);
  await browser.post('/api/sign-out', { everywhere: true });
  expect(await other.who()).toBeNull();
  expect(await stranger.browser.who()).toBe(stranger.id);
});

test('a session lasts thirty days from its last use', async () => {
  const { id, browser } = await house.person('Gil Noir');
  house.clock.advance(29 * DAY);
  expect(await browser.who()).toBe(id);
  house.clock.advance(29 * DAY);
  expect(await browser.who()).toBe(id);
  house.clock.advance(31 * DAY);
  expect(await browser.who()).toBeNull();
  house.clock.set(TUESDAY);
});

test('a password is optional; setting one ends the other sessions; a wrong one and an unknown mailbox answer alike', async () => {
  const { id, browser } = await house.person('Hé Lys', [], 'He.Lys@exemple.test');
  const elsewhere = house.browser();
  await elsewhere.post('/api/sign-in/link', {
    token: tokenOf(await house.accounts.people.signInLink(id, 'invitation', '/')),
  });
  expect(await elsewhere.who()).toBe(id);
  expect((await browser.put('/api/me/password', { password: 'douze caractères' })).status).toBe(200);
  expect(await elsewhere.who()).toBeNull();
  expect(await browser.who()).toBe(id);
  const tryWith = (mail: string, password: string) =>
    house.browser().post('/api/sign-in/password', { mail, password });
  expect((await tryWith('he.lys@exemple.test', 'douze caractères')).status).toBe(200);
  const wrong = await tryWith('he.lys@exemple.test', 'douze caracteres');
  const unknown = await tryWith('nobody@exemple.test', 'douze caractères');
  expect(wrong.status).toBe(410);
  expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  const stored = await house.database.connection.collections['people']?.findOne({
    mailKey: 'he.lys@exemple.test',
  });
  expect(stored?.['passwordHash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('no instance but a demonstration lets anybody in by choosing a person', async () => {
  const { id } = await house.person('Ivy');
  expect(await house.browser().post('/api/sign-in/demonstration', { person: id })).toMatchObject({
    status: 409,
    body: { code: 'not-a-demonstration' },
  });
  const turned = await house.database.transaction((tx) =>
    house.accounts.markDemonstration(tx, { name: 'Essai', parts: [{ person: id, part: 'author' }] }),
  );
  expect(turned).toBe(false);
});

test('one malformed row refuses the whole list and names it: nobody is made, nothing is written to the ledger', async () => {
  const { browser } = await house.person('Moderator', ['moderator']);
  await house.person('Known', [], 'known@exemple.test');
  const before = house.acts.length;
  const rows = [row('Jo', 'jo@exemple.test'), row('Ka', 'KNOWN@exemple.test'), row('Li', 'JO@exemple.test')];
  expect(await browser.post('/api/people', { rows, send: true })).toMatchObject({
    status: 422,
    body: {
      code: 'invalid-people',
      rows: [
        { row: 1, reasons: ['mail-twice-in-list'] },
        { row: 2, reasons: ['mail-known'] },
        { row: 3, reasons: ['mail-twice-in-list'] },
      ],
    },
  });
  const { body } = await browser.get('/api/people');
  expect((body['people'] as { name: string }[]).map(({ name }) => name)).not.toContain('Jo');
  expect(house.acts.length).toBe(before);
});

test('an accepted list makes people, their directorates and their lines in the ledger; sent again it changes nothing', async () => {
  const { browser } = await house.person('Second', ['moderator']);
  const rows = [
    row('Mia', 'mia@exemple.test', 'Direction de l’Été'),
    row('Noé', null, 'direction de l ete'),
    row('Oz', 'oz@exemple.test', ' DIRECTION DE L’ÉTÉ '),
  ];
  const sentBefore = house.mailer.sent.length;
  const answer = await browser.post('/api/people', { rows, send: true });
  expect(answer.body).toEqual({ invited: rows.map(({ id }) => id), mails: 2, withoutMailbox: 1 });
  expect((await browser.post('/api/people', { rows, send: true })).body).toEqual(answer.body);
  await house.notifications.settled();
  expect(house.mailer.sent.slice(sentBefore).map(({ to }) => to)).toEqual([
    'mia@exemple.test',
    'oz@exemple.test',
  ]);
  const ids = new Set<string>(rows.map(({ id }) => id));
  expect(house.acts.filter((act) => act.act === 'person.known' && ids.has(act.person))).toMatchObject(
    rows.map(({ name }) => ({ name, directorate: 'Direction de l’Été' })),
  );
  const { body } = await browser.get('/api/directorates');
  expect(
    (body['directorates'] as { name: string }[]).filter(
      ({ name }) => /t[ée]/i.test(name) && /direction/i.test(name),
    ),
  ).toHaveLength(1);
  const link = /http:\S+/.exec(house.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
  expect((await enter(tokenOf(link))).body).toMatchObject({ me: { name: 'Oz' } });
});

test('an agent sees no list of people, invites nobody and prints no slip', async () => {
  const { id, browser } = await house.person('Agent');
  const refused = { status: 403, body: { code: 'not-allowed' } };
  expect(await browser.get('/api/people')).toMatchObject(refused);
  expect(await browser.post('/api/people', { rows: [row('X')], send: false })).toMatchObject(refused);
  const other = await house.person('Other agent');
  expect(await browser.post('/api/people/slips', { people: [other.id] })).toMatchObject(refused);
  expect(
    await browser.put(`/api/people/${id}/roles`, { role: 'admin', challenge: null, directorate: null }),
  ).toMatchObject(refused);
});

test('a slip shows its address as a QR code; printing it again ends the one on paper', async () => {
  const { browser } = await house.person('Printer', ['moderator']);
  const { id } = await house.person('On paper');
  const print = async () => {
    const { body } = await browser.post('/api/people/slips', { people: [id] });
    const [slip] = body['slips'] as { url: string; qr: string; person: { directorate: string } }[];
    if (slip === undefined) throw new Error('no slip');
    return slip;
  };
  const lost = await print();
  expect((await enter(tokenOf(lost.url))).status).toBe(200);
  const slip = await print();
  expect(slip.qr).toMatch(/^<svg[^]*<\/svg>\s*$/);
  expect(slip.person.directorate).toBe('Routes');
  expect((await enter(tokenOf(slip.url))).status).toBe(200);
  expect(await enter(tokenOf(lost.url))).toMatchObject({ status: 410, body: { reason: 'revoked' } });
});

test('a moderator cannot print the way into an account that has a role', async () => {
  const { browser } = await house.person('Curious', ['moderator']);
  const { id } = await house.person('Boss', ['admin']);
  expect(await browser.post('/api/people/slips', { people: [id] })).toMatchObject({ status: 403 });
});

test('a role given counts from the next request, a role taken too', async () => {
  const admin = await house.person('Admin', ['admin']);
  const { id, browser } = await house.person('Promoted');
  const asked = await house.accounts.people.signInLink(id, 'request', '/');
  await browser.post('/api/sign-in/link', { token: tokenOf(asked) });
  const role = { role: 'moderator', challenge: null, directorate: null };
  expect((await admin.browser.put(`/api/people/${id}/roles`, role)).body).toMatchObject({ grants: [role] });
  expect((await admin.browser.put(`/api/people/${id}/roles`, role)).body).toMatchObject({ grants: [role] });
  expect((await browser.get('/api/people')).status).toBe(200);
  expect((await admin.browser.delete(`/api/people/${id}/roles`, role)).body).toMatchObject({ grants: [] });
  expect((await browser.get('/api/people')).status).toBe(403);
});

test('a first role ends what a moderator may have held: slips, invitations, what came in by them, a password', async () => {
  const admin = await house.person('Giver', ['admin']);
  const mod = await house.person('Handing', ['moderator']);
  const { id, browser } = await house.person('Una', [], 'una@exemple.test');
  const { body } = await mod.browser.post('/api/people/slips', { people: [id] });
  const [slip] = body['slips'] as { url: string }[];
  const hidden = house.browser();
  await hidden.post('/api/sign-in/link', { token: tokenOf(slip?.url ?? '') });
  expect((await hidden.put('/api/me/password', { password: 'le mien, douze' })).status).toBe(200);
  const byPassword = house.browser();
  await byPassword.post('/api/sign-in/password', { mail: 'una@exemple.test', password: 'le mien, douze' });
  const invitation = await house.accounts.people.signInLink(id, 'invitation', '/');
  await browser.post('/api/sign-in/link', { token: tokenOf(invitation) });
  const own = house.browser();
  const asked = await house.accounts.people.signInLink(id, 'request', '/');
  await own.post('/api/sign-in/link', { token: tokenOf(asked) });
  for (const open of [hidden, byPassword, browser, own]) expect(await open.who()).toBe(id);
  const unused = await house.accounts.people.signInLink(id, 'request', '/');

  const role = { role: 'moderator', challenge: null, directorate: null };
  expect((await admin.browser.put(`/api/people/${id}/roles`, role)).status).toBe(200);
  for (const open of [hidden, byPassword, browser]) expect(await open.who()).toBeNull();
  expect(await own.who()).toBe(id);
  for (const url of [slip?.url ?? '', invitation, unused])
    expect(await enter(tokenOf(url))).toMatchObject({ status: 410, body: { reason: 'revoked' } });
  const again = { mail: 'una@exemple.test', password: 'le mien, douze' };
  expect((await house.browser().post('/api/sign-in/password', again)).status).toBe(410);

  await house.notifications.settled();
  const mail = house.mailer.sent.findLast(({ to }) => to === 'una@exemple.test');
  expect(mail?.subject).toBe('Un rôle vous est confié, avec un nouveau lien');
  const fresh = /http:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect((await enter(tokenOf(fresh))).body).toMatchObject({ me: { id } });
  const second = { role: 'juror', challenge: null, directorate: null };
  expect((await admin.browser.put(`/api/people/${id}/roles`, second)).status).toBe(200);
  expect((await enter(tokenOf(fresh))).status).toBe(200);
});

test('where mails are read on a page, every way in ends with a first role and an administrator hands the new one', async () => {
  const page = await openHouse({ mailPage: true });
  try {
    const admin = await page.person('Giver', ['admin']);
    const mod = await page.person('Handing', ['moderator']);
    const { id, browser } = await page.person('Vic');
    const asked = await page.accounts.people.signInLink(id, 'request', '/');
    await browser.post('/api/sign-in/link', { token: tokenOf(asked) });
    const role = { role: 'moderator', challenge: null, directorate: null };
    await admin.browser.put(`/api/people/${id}/roles`, role);
    expect(await browser.who()).toBeNull();
    expect((await mod.browser.post('/api/people/slips', { people: [id] })).status).toBe(403);
    const { body } = await admin.browser.post('/api/people/slips', { people: [id] });
    const [slip] = body['slips'] as { url: string }[];
    await browser.post('/api/sign-in/link', { token: tokenOf(slip?.url ?? '') });
    expect(await browser.who()).toBe(id);
  } finally {
    await page.close();
  }
});

test('slips printed and used while a role is being given open nothing once it is given', async () => {
  const admin = await house.person('Giving', ['admin']);
  const mod = await house.person('Racing', ['moderator']);
  const role = { role: 'moderator', challenge: null, directorate: null };
  for (let round = 0; round < 2; round++) {
    const { id } = await house.person(`Wes ${round}`);
    const racing = async () => {
      const { body } = await mod.browser.post('/api/people/slips', { people: [id] });
      const browser = house.browser();
      for (const { url } of (body['slips'] ?? []) as { url: string }[])
        await browser.post('/api/sign-in/link', { token: tokenOf(url) });
      return browser;
    };
    const [first, second] = await Promise.all([
      racing(),
      racing(),
      admin.browser.put(`/api/people/${id}/roles`, role),
    ]);
    expect([await first.who(), await second.who()]).toEqual([null, null]);
  }
});

test('an imported author is the same person by source or mail, cannot sign in, and is claimed by her invitation', async () => {
  const { browser } = await house.person('Inviter', ['moderator']);
  const challenge = mintId('challenge');
  const pia = { name: 'Pia', mail: 'pia@exemple.test', directorate: 'Routes', source: '7' };
  const author = { ...pia, challenge };
  const ensure = (change: Partial<Omit<typeof author, 'mail'>> & { mail?: string | null }) =>
    house.database.transaction((tx) => house.accounts.people.ensureAuthor(tx, { ...author, ...change }));
  const id = await ensure({});
  expect(await ensure({ mail: 'other@exemple.test' })).toBe(id);
  expect(await ensure({ source: '8' })).toBe(id);
  // « 7 » of another file is somebody else.
  expect(await ensure({ challenge: mintId('challenge'), mail: null })).not.toBe(id);
  const token = tokenOf(await house.accounts.people.signInLink(id, 'invitation', '/'));
  expect(await enter(token)).toMatchObject({ status: 410, body: { reason: 'unknown' } });
  const { body } = await browser.post('/api/people', { rows: [row('Pia', 'PIA@exemple.test')], send: false });
  expect(body).toMatchObject({ invited: [id] });
  expect(await enter(token)).toMatchObject({ status: 200 });
});

test('a demonstration, marked at its birth, lets in by its parts and by nothing else', async () => {
  const fresh = await openHouse();
  try {
    const author = row('Une autrice');
    const other = row('Autre');
    const marked = await fresh.database.transaction(async (tx) => {
      const done = await fresh.accounts.markDemonstration(tx, {
        name: 'Essai',
        parts: [{ person: author.id, part: 'author' }],
      });
      await fresh.accounts.people.invite(tx, [author, other]);
      return done;
    });
    expect(marked).toBe(true);
    const browser = fresh.browser();
    expect((await browser.get('/api/session')).body).toMatchObject({
      instance: { demonstration: true, name: 'Essai', mailPage: false, embeddedDatabase: true },
      demonstrationRoles: [{ person: author.id, part: 'author', directorate: 'Routes' }],
    });
    expect((await browser.post('/api/sign-in/demonstration', { person: other.id })).status).toBe(404);
    await browser.post('/api/sign-in/demonstration', { person: author.id });
    expect(await browser.who()).toBe(author.id);
  } finally {
    await fresh.close();
  }
});

test('the language of a person is hers to choose', async () => {
  const { browser } = await house.person('Sue');
  expect((await browser.put('/api/me/language', { language: 'en' })).body).toMatchObject({ language: 'en' });
});
