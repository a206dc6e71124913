/** A sealed text is destroyed everywhere, by two people and a command; names, credits, seals and proofs stand. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  askShredding,
  cancelShredding,
  confirmShredding,
  listMails,
  listReceipts,
  listShreddings,
  mintId,
  publishIdea,
  publishUnderPseudonym,
  readCreditHistory,
  readIdea,
  readReceipt,
  readVerificationKeys,
  saveDraft,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shred } from '../scripts/data/shred.ts';
import { apart, configOf, lookedThrough } from './support/at-the-data.ts';
import { PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const DAY = 86_400_000;
const SECRET = 'Madame Xylophonia Quatorze';
let house: WritingHouse;
let [officer, second]: TestPerson[] = [];
let closesAt: Date;
let idea: IdeaId;
/** By the second officer, under a pseudonym. */
let veiled: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  officer = await house.server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  second = await house.server.person({ name: 'Denis Exemple', roles: ['dpo'] });
  const open = await house.openChallenge();
  closesAt = open.closesAt;
  idea = mintId('idea');
  const words = { title: 'Un guichet de plus', text: `Comme l’a dit ${SECRET} au guichet.` };
  const body = { challenge: open.challenge, ...words, parents: [], grownFrom: null };
  await house.author.expect(saveDraft, { params: { idea }, body });
  await house.author.expect(publishIdea, { params: { idea } });
  veiled = mintId('idea');
  const draft = { idea: mintId('idea') };
  await second.expect(saveDraft, {
    params: draft,
    body: { ...body, text: 'Un texte sans nom, sur le même sujet.', underPseudonym: true },
  });
  await second.expect(publishUnderPseudonym, { params: draft, body: { as: veiled } });
});
afterAll(() => house.server.stop());

const asked = (over: object = {}) => ({
  id: mintId('shredding'),
  idea,
  motive: 'third-party' as const,
  reference: 'DPD-2026-7',
  title: false,
  ...over,
});
test('[SH1] [SH2] nothing is destroyed before the seal, nor by one person, nor by an author or another role', async () => {
  expect(await officer?.call(askShredding, { body: asked() })).toMatchObject({
    failure: { code: 'not-sealed' },
  });
  house.server.clock.set(new Date(closesAt.getTime() + 300_000));
  await expect
    .poll(async () => (await house.author.expect(readIdea, { params: { idea } })).seal !== null, PATIENCE)
    .toBe(true);
  for (const by of [house.author, house.moderator, house.server.administrator])
    expect(await by.call(askShredding, { body: asked() })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
  const body = asked();
  await officer?.expect(askShredding, { body });
  const params = { shredding: body.id };
  expect(await officer?.call(confirmShredding, { params, body: {} })).toMatchObject({
    failure: { code: 'not-allowed', why: 'second-person' },
  });
  expect(await house.author.call(confirmShredding, { params, body: {} })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(await house.moderator.call(listShreddings)).toMatchObject({ failure: { code: 'not-allowed' } });
  // Confirmed, its authors are told; cancelled, they are told too.
  await second?.expect(confirmShredding, { params, body: {} });
  await house.server.app.mailSettled();
  const told = () =>
    house.server.mails.filter(({ to }) => to.includes(house.author.mail)).map(({ subject }) => subject);
  expect(told()).toContainEqual(expect.stringContaining('va être détruit'));
  expect(told()).not.toContainEqual(expect.stringContaining('ne sera pas détruit'));
  await officer?.expect(cancelShredding, { params, body: {} });
  await house.server.app.mailSettled();
  expect(told()).toContainEqual(expect.stringContaining('ne sera pas détruit'));
});

test('[SH1] [SH2] what is written under a pseudonym is its author’s: she is told, in secret, and decides nothing about it', async () => {
  const body = asked({ idea: veiled });
  expect(await second?.call(askShredding, { body })).toMatchObject({ failure: { code: 'own-idea' } });
  await officer?.expect(askShredding, { body });
  const params = { shredding: body.id };
  expect(await second?.call(confirmShredding, { params, body: {} })).toMatchObject({
    failure: { code: 'own-idea' },
  });
  await house.server.administrator.expect(confirmShredding, { params, body: {} });
  await house.server.app.mailSettled();
  const told = house.server.mails.filter(({ subject }) => subject.includes('va être détruit'));
  expect(told.map(({ to }) => to)).toContainEqual(expect.stringContaining(second?.mail ?? '-'));
  // Its address tells who she is: the page of mails does not show it.
  const { mails } = await house.server.administrator.expect(listMails);
  const shown = mails.filter(({ subject }) => subject.includes('va être détruit'));
  expect(shown.map(({ to }) => to)).toEqual([expect.stringContaining(house.author.mail)]);
  await officer?.expect(cancelShredding, { params, body: {} });
});

test('[SH3] once its day has come its words are nowhere any more, and every proof stands', async () => {
  const vkeys = (await house.author.expect(readVerificationKeys)).split('\n').map((vkey) => ({ vkey }));
  const { receipts } = await house.author.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
  const kept = await house.author.expect(readReceipt, { params: { n } });
  const body = asked();
  await officer?.expect(askShredding, { body });
  await second?.expect(confirmShredding, { params: { shredding: body.id }, body: {} });
  await house.server.app.mailSettled();
  const before = await house.author.expect(readIdea, { params: { idea } });

  const { folder, clock } = house.server;
  const config = configOf(folder);
  const found = await house.server.without(async () => {
    // Not a day early.
    expect(await shred(config, { what: 'due', clock })).toEqual({ again: [], due: [] });
    clock.advance(15 * DAY);
    // A snapshot too long for one document goes on in others.
    const part = { _id: 'part' as never, doc: idea, seq: 1, bytes: Buffer.from(SECRET) };
    await apart(folder, ({ connection }) => connection.collection('docSnapshotParts').insertOne(part));
    expect(await shred(config, { what: 'due', clock })).toEqual({ again: [], due: [`${idea}  DPD-2026-7`] });
    expect(await shred(config, { what: 'due', clock })).toEqual({ again: [], due: [] });
    return lookedThrough(folder, 'Xylophonia');
  });
  expect(found).toEqual({ holding: [], findings: [] });

  const page = await house.author.expect(readIdea, { params: { idea } });
  expect(page.shredded).toMatchObject({ motive: 'third-party', reference: 'DPD-2026-7' });
  expect([page.title, page.text, page.seal?.text]).toEqual([before.title, '', '']);
  expect([page.credits, page.seal?.logRoot]).toEqual([before.credits, before.seal?.logRoot]);
  const { events } = await house.author.expect(readCreditHistory, { params: { idea } });
  expect(events.map(({ kind }) => kind)).toContain('content.shredded');
  // Her own copy still proves what she wrote; the one given today no longer opens it.
  const verdict = verifyReceipt(kept, { vkeys });
  expect(verdict.valid && verdict.facts.text).toContain('Xylophonia');
  const today = await house.author.expect(readReceipt, { params: { n } });
  expect([verifyReceipt(today, { vkeys }).valid, today.includes('Xylophonia')]).toEqual([true, false]);
});
