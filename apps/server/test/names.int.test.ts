/** What becomes of a name: by its bearer alone, after a delay, with every proof standing. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerDispute,
  askNameChange,
  cancelNameChange,
  confirmNameChange,
  invitePeople,
  listMails,
  listNameRequests,
  listReceipts,
  mintId,
  openDispute,
  orderNameChange,
  readCheckpoint,
  readCreditHistory,
  readIdea,
  readLeaf,
  readMyNameRequests,
  readReceipt,
  readSession,
  readVerificationKeys,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mailer } from '../src/platform/mailer.ts';
import { PATIENCE } from './support/open-pages.ts';
import { createSmallInstance, known, person, proposed } from './support/small-instance.ts';
import { createTestServer, type TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DONE = 'Votre demande sur votre nom est faite';
let house: WritingHouse;
let idea: IdeaId;
let officer: TestPerson;
/** Whether the mail server refuses what it is handed. */
let away = false;
beforeAll(async () => {
  const through: Mailer = {
    send: () => (away ? Promise.reject(new Error('the mail server is away')) : Promise.resolve()),
  };
  house = await openWritingHouse(await createTestServer({ through }));
  officer = await house.server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  const { challenge } = await house.openChallenge();
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

const erase = { kind: 'erase' } as const;
const creditsNow = async () => (await house.moderator.expect(readIdea, { params: { idea } })).credits;
/** All there are: of two that leave at once either may be the last. */
const mailsTo = async (mail: string): Promise<string[]> => {
  await house.server.app.mailSettled();
  return house.server.mails.filter(({ to }) => to.includes(mail)).map(({ text }) => text);
};

async function ask(by: TestPerson, change: typeof erase | { kind: 'pseudonym'; name: string }) {
  const { id } = await by.expect(askNameChange, { body: { id: mintId('nameRequest'), change } });
  const codes = (await mailsTo(by.mail)).flatMap((text) => /(\d{4} \d{4})/.exec(text)?.[1] ?? []);
  return { params: { request: id }, code: codes.at(-1) ?? '' };
}

test('[T31] nobody effaces somebody else: no role asks, confirms or orders it but her, and an officer with a reference', async () => {
  const body = { id: mintId('nameRequest'), person: house.author.id, change: erase, reference: 'DPD-1' };
  for (const by of [house.server.administrator, house.moderator, house.sponsor, house.colleague]) {
    expect(await by.call(orderNameChange, { body })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await by.call(listNameRequests)).toMatchObject({ failure: { code: 'not-allowed' } });
  }
  const { params, code } = await ask(house.author, erase);
  // The code alone, in other hands, confirms nothing; nor does it cancel.
  for (const by of [house.server.administrator, officer])
    expect(await by.call(confirmNameChange, { params, body: { code } })).toMatchObject({
      failure: { code: 'not-found' },
    });
  expect(await house.server.administrator.call(cancelNameChange, { params, body: {} })).toMatchObject({
    failure: { code: 'not-found' },
  });
  const wrong = code.startsWith('0000') ? '1111 1111' : '0000 0000';
  expect(await house.author.call(confirmNameChange, { params, body: { code: wrong } })).toEqual({
    ok: false,
    failure: { code: 'wrong-code', triesLeft: 4 },
  });
  expect((await creditsNow()).originators.map(({ name }) => name)).toEqual(['Ana Exemple']);
  await house.author.expect(cancelNameChange, { params, body: {} });
});

test('[NM5] mails that did not leave yet say the new name, and none that was written to who is effaced leaves', async () => {
  house.server.clock.advance(DAY);
  const leaver = await house.server.person({ name: 'Zoé Partante' });
  const gone = await house.server.person({ name: 'Yann Sortant' });
  for (const [by, change] of [
    [leaver, { kind: 'pseudonym', name: 'Zoé Partante-Roux' }],
    [gone, erase],
  ] as const) {
    const { params, code } = await ask(by, change);
    await by.expect(confirmNameChange, { params, body: { code } });
  }
  // What was to be told of the closing has left the day before.
  house.server.clock.advance(6 * DAY);
  const seal = async () => (await house.moderator.expect(readIdea, { params: { idea } })).seal;
  await expect.poll(seal, PATIENCE).not.toBeNull();
  await house.server.app.mailSettled();
  house.server.clock.advance(DAY - HOUR);
  await house.server.app.mailSettled();
  away = true;
  for (const by of [leaver, gone]) {
    const id = mintId('dispute');
    await by.expect(openDispute, { params: { idea }, body: { id, text: 'Il manque un nom.' } });
    const at = { params: { idea, dispute: id }, body: { text: 'Nous regardons.' } };
    await house.moderator.expect(answerDispute, at);
  }
  await house.server.app.mailSettled();
  const unsent = async () =>
    (await house.server.administrator.expect(listMails)).mails.filter(({ state }) => state === 'waiting');
  const said = (mails: readonly { text: string; html: string }[]) =>
    mails.map(({ text, html }) => text + html);
  const before = await unsent();
  expect(before.map(({ to }) => to)).toEqual(expect.arrayContaining([leaver.mail, gone.mail]));
  const toColleague = before.filter(({ to }) => to === house.colleague.mail);
  expect(said(toColleague)[0]).toContain('Zoé Partante');

  house.server.clock.advance(HOUR);
  const done = async () =>
    (await officer.expect(listNameRequests)).requests.filter(({ state }) => state === 'done').length;
  await expect.poll(done, PATIENCE).toBe(2);
  const old = /Zoé Partante(?!-Roux)|Yann Sortant/;
  const waiting = (await unsent()).filter(({ subject }) => subject !== DONE);
  expect(waiting.map(({ to }) => to)).toContain(house.colleague.mail);
  expect(waiting.map(({ to }) => to)).not.toContain(gone.mail);
  expect(said(waiting).filter((text) => old.test(text))).toEqual([]);

  const left = house.server.mails.length;
  away = false;
  house.server.clock.advance(DAY);
  await house.server.app.mailSettled();
  const mails = house.server.mails.slice(left);
  expect(mails.filter(({ to }) => to.includes(gone.mail)).map(({ subject }) => subject)).toEqual([DONE]);
  const told = mails.filter(({ to }) => to.includes(house.colleague.mail));
  expect(said(told).join('')).toContain('Zoé Partante-Roux');
  expect(said(mails.filter(({ to }) => !to.includes(gone.mail))).join('')).not.toMatch(old);
});

test('[T31] at her own wish her name goes after the delay and a mail; credit, slot and every proof stay', async () => {
  const vkeys = (await house.author.expect(readVerificationKeys))
    .trim()
    .split('\n')
    .map((vkey) => ({ vkey }));
  const { receipts } = await house.author.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
  const kept = await house.author.expect(readReceipt, { params: { n } });
  const { leaf } = await house.colleague.expect(readLeaf, { params: { n } });

  const { params, code } = await ask(house.author, erase);
  const confirmed = await house.author.expect(confirmNameChange, { params, body: { code } });
  expect(confirmed).toMatchObject({ state: 'waiting' });
  expect((await mailsTo(house.author.mail)).join('\n')).toContain('vous pouvez annuler à tout moment');
  house.server.clock.advance(7 * DAY - 1_000);
  expect((await creditsNow()).originators.map(({ name }) => name)).toEqual(['Ana Exemple']);
  house.server.clock.advance(1_000);
  const names = async () => (await creditsNow()).originators.map(({ name }) => name);
  await expect.poll(names, PATIENCE).toEqual(['Auteur·rice dont l’identité a été effacée à sa demande']);
  expect((await creditsNow()).originators.map(({ id }) => id)).toEqual([house.author.id]);
  expect((await house.author.expect(readSession)).me).toBeNull();
  await house.server.app.mailSettled();
  const told = house.server.mails.filter(({ to }) => to.includes(house.author.mail));
  expect(told.map(({ subject }) => subject)).toContain('Votre demande sur votre nom est faite');

  // The leaf is byte for byte what it was, and the receipt she kept still says who she was.
  expect((await house.colleague.expect(readLeaf, { params: { n } })).leaf).toBe(leaf);
  const verdict = verifyReceipt(kept, { vkeys });
  expect([verdict.valid, verdict.valid && verdict.facts.identity?.held.name]).toEqual([true, 'Ana Exemple']);
  const { events } = await house.colleague.expect(readCreditHistory, { params: { idea } });
  expect(events.find(({ kind }) => kind === 'idea.proposed')?.by?.id).toBe(house.author.id);
  expect(Number((await house.colleague.expect(readCheckpoint)).split('\n')[1])).toBeGreaterThan(n);

  // Her mailbox invited again is somebody else, to whom nothing of hers comes back by itself.
  const again = mintId('person');
  const row = { id: again, name: 'Ana Exemple', directorate: 'Solidarités', mail: house.author.mail };
  await house.server.administrator.expect(invitePeople, { body: { rows: [row], send: false } });
  expect((await creditsNow()).originators.map(({ id }) => id)).toEqual([house.author.id]);
});

test('[S38] who leaves may keep a pseudonym instead of a name: everywhere, and credit does not move', async () => {
  const before = (await creditsNow()).coauthors;
  const { params, code } = await ask(house.colleague, { kind: 'pseudonym', name: 'C. E., Routes' });
  await house.colleague.expect(confirmNameChange, { params, body: { code } });
  await house.server.restart();
  house.server.clock.advance(7 * DAY);
  const names = async () => (await creditsNow()).coauthors.map(({ name }) => name);
  await expect.poll(names, PATIENCE).toEqual(['C. E., Routes']);
  expect((await creditsNow()).coauthors.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const { receipts } = await house.colleague.expect(listReceipts);
  expect(receipts.map(({ kind }) => kind)).toContain('person.rectified');
});

test('an officer acts on a signed request: its reference is told to her, she may cancel, and it is committed in the leaf', async () => {
  const order = () => ({
    body: {
      id: mintId('nameRequest'),
      person: house.reader.id,
      change: erase,
      reference: 'Courrier 2026-118',
    },
  });
  const first = await officer.expect(orderNameChange, order());
  expect((await mailsTo(house.reader.mail)).join('\n')).toContain('Courrier 2026-118');
  await house.reader.expect(cancelNameChange, { params: { request: first.id }, body: {} });
  expect((await house.reader.expect(readMyNameRequests)).requests[0]?.state).toBe('cancelled');

  const second = await officer.expect(orderNameChange, order());
  house.server.clock.advance(15 * DAY);
  const state = async () =>
    (await officer.expect(listNameRequests)).requests.find(({ id }) => id === second.id)?.state;
  await expect.poll(state, PATIENCE).toBe('done');
  const { receipts } = await officer.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'person.erased')?.n ?? -1;
  const { leaf } = await officer.expect(readLeaf, { params: { n } });
  expect(JSON.parse(leaf)).toMatchObject({ by: officer.id, p: house.reader.id, ref: expect.any(String) });
  expect(leaf).not.toContain('2026-118');
  expect(await officer.expect(readReceipt, { params: { n } })).toContain('Courrier 2026-118');
});

test('[T31] what opened the name is gone from the database, and the whole ledger still verifies', async () => {
  const small = await createSmallInstance();
  try {
    await small.record(known('a'), known('b'), proposed('1', 'a'), proposed('2', 'b'));
    const before = (await small.verify()).findings.filter(({ problem }) => problem !== 'idea-missing');
    await small.database.transaction(async (tx) => {
      await small.attribution.record(tx, [
        { act: 'person.erased', person: person('a'), by: person('a'), reference: null },
      ]);
      await small.attribution.closeIdentity(tx, person('a'));
    });
    const kept = await small.database.connection.collection('openings').find().toArray();
    const texts = JSON.stringify([
      ...kept,
      ...(await small.database.connection.collection('personas').find().toArray()),
    ]);
    expect([texts.includes('Personne A'), texts.includes('Personne B')]).toEqual([false, true]);
    const after = (await small.verify()).findings.filter(({ problem }) => problem !== 'idea-missing');
    expect([before, after]).toEqual([[], []]);
    expect((await small.restarted().head()).ok).toBe(true);
  } finally {
    await small.stop();
  }
});
