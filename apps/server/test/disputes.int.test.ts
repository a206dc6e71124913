/** The names of an idea disputed, completed by consent, closed: through the doors of a running server. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerDispute,
  answerMerge,
  closeDispute,
  consentToCorrection,
  listDisputes,
  listNotices,
  listReceipts,
  mintId,
  openDispute,
  proposeCorrection,
  proposeMerge,
  publishUnderPseudonym,
  readCreditHistory,
  readIdea,
  readReceipt,
  readVerificationKeys,
  saveDraft,
  secondCorrection,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leavesOf } from './support/the-register.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let second: TestPerson;
let idea: IdeaId;
let challenge: ChallengeId;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Milo Exemple', roles: ['moderator'] });
  ({ challenge } = await house.openChallenge());
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

const TEXT = 'L’idée vient de notre réunion du 3 : je l’avais proposée avec Ana.';
const originators = async (of = idea) =>
  (await house.reader.expect(readIdea, { params: { idea: of } })).credits.originators.map(({ id }) => id);
const kinds = async () =>
  (await house.reader.expect(readCreditHistory, { params: { idea } })).events.map(({ kind }) => kind);

test('[T8b] [DS2] somebody forgotten is added after two moderators and the originator’s own consent, last, and can prove it', async () => {
  const id = mintId('dispute');
  const at = { params: { idea, dispute: id } };
  const opened = await house.reader.expect(openDispute, { params: { idea }, body: { id, text: TEXT } });
  expect([opened.text, opened.acts, opened.closed]).toEqual([TEXT, ['answer'], null]);
  const told = (await house.author.expect(listNotices)).notices;
  expect(told.find(({ kind }) => kind === 'dispute-moved')?.reason).toBe(TEXT);
  await house.author.expect(answerDispute, { ...at, body: { text: 'C’est vrai.' } });

  const body = { add: house.reader.id, why: 'Le compte rendu de la réunion le dit.' };
  for (const by of [house.author, house.sponsor, house.reader])
    expect(await by.call(proposeCorrection, { ...at, body })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
  const nobody = { ...body, add: mintId('person') };
  expect(await house.moderator.call(proposeCorrection, { ...at, body: nobody })).toEqual({
    ok: false,
    failure: { code: 'not-found', what: 'person' },
  });
  await house.moderator.expect(proposeCorrection, { ...at, body });
  expect(await house.moderator.call(secondCorrection, { ...at, body: {} })).toMatchObject({
    failure: { code: 'second-person-needed' },
  });
  const consent = (by: TestPerson) => by.call(consentToCorrection, { ...at, body: { answer: 'accept' } });
  expect(await consent(house.author)).toMatchObject({ failure: { code: 'already-answered' } });
  await second.expect(secondCorrection, { ...at, body: {} });
  expect(await consent(house.colleague)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await originators()).toEqual([house.author.id]);

  expect((await consent(house.author)).ok).toBe(true);
  expect(await originators()).toEqual([house.author.id, house.reader.id]);
  expect((await kinds()).slice(-4)).toEqual([
    'dispute.opened',
    'dispute.answered',
    'correction.consented',
    'correction.added',
  ]);
  const vkeys = (await house.reader.expect(readVerificationKeys))
    .trim()
    .split('\n')
    .map((vkey) => ({ vkey }));
  const { receipts } = await house.reader.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'correction.added')?.n ?? -1;
  const receipt = await house.reader.expect(readReceipt, { params: { n } });
  expect(verifyReceipt(receipt, { vkeys }).valid).toBe(true);

  const close = { ...at, body: { text: 'Un nom a été ajouté, d’un commun accord.' } };
  expect(await house.author.call(closeDispute, close)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect((await second.expect(closeDispute, close)).closed?.by.id).toBe(second.id);
  expect(await house.reader.call(answerDispute, { ...at, body: { text: 'Merci.' } })).toMatchObject({
    failure: { code: 'already-answered', answer: 'closed' },
  });
});

test('one refusal leaves every name as it was; a dispute survives a restart with its dates', async () => {
  const names = await originators();
  const id = mintId('dispute');
  const at = { params: { idea, dispute: id } };
  await house.colleague.expect(openDispute, { params: { idea }, body: { id, text: 'Il manque Dora.' } });
  expect(
    await house.colleague.call(openDispute, {
      params: { idea },
      body: { id: mintId('dispute'), text: 'Encore.' },
    }),
  ).toMatchObject({ failure: { code: 'already-answered' } });
  await house.moderator.expect(proposeCorrection, {
    ...at,
    body: { add: house.sponsor.id, why: 'À voir.' },
  });
  await second.expect(secondCorrection, { ...at, body: {} });
  await house.server.restart();
  await house.author.expect(consentToCorrection, { ...at, body: { answer: 'refuse' } });
  const { disputes } = await house.reader.expect(listDisputes, { params: { idea } });
  const found = disputes.find((dispute) => dispute.id === id);
  expect(found?.correction?.refusedBy?.id).toBe(house.author.id);
  expect(found?.openedAt).toBe(house.server.clock.now().toISOString());
  expect(await originators()).toEqual(names);
  const elsewhere = await house.reader.call(answerDispute, {
    params: { idea: mintId('idea'), dispute: id },
    body: { text: 'Ailleurs.' },
  });
  expect(elsewhere).toMatchObject({ failure: { code: 'not-found' } });
});

/** Published under a pseudonym of the author's. */
async function masked(): Promise<IdeaId> {
  const as = mintId('idea');
  const params = { idea: await house.draft(challenge) };
  await house.author.expect(publishUnderPseudonym, { params, body: { as } });
  return as;
}
/** The colleague's question about an idea, with a name proposed by two moderators. */
async function proposedOn(of: IdeaId, add: TestPerson) {
  const at = { params: { idea: of, dispute: mintId('dispute') } };
  const body = { id: at.params.dispute, text: 'Il manque un nom.' };
  await house.colleague.expect(openDispute, { params: { idea: of }, body });
  await house.moderator.expect(proposeCorrection, { ...at, body: { add: add.id, why: 'Le compte rendu.' } });
  await second.expect(secondCorrection, { ...at, body: {} });
  return at;
}
async function aDayLater(): Promise<void> {
  house.server.clock.advance(86_400_000);
  await house.server.app.mailSettled();
}
/** All that the others may read of an idea. */
async function toldOthers(of: IdeaId): Promise<string> {
  const told: unknown[] = [];
  for (const by of [house.reader, house.colleague, house.moderator, second])
    told.push(
      (await by.expect(listDisputes, { params: { idea: of } })).disputes,
      await by.expect(readCreditHistory, { params: { idea: of } }),
      (await by.expect(listNotices)).notices.filter((notice) => notice.idea === of),
    );
  return JSON.stringify([told, await leavesOf(house.reader, of)]);
}

test('[DS5] an idea that was merged may have two names of hers: she agrees for each, in an act of its own', async () => {
  const target = await house.idea(challenge);
  const source = await masked();
  const [mask = house.author.id] = await originators(source);
  const merge = mintId('merge');
  const body = { id: merge, into: target, reason: 'Elles proposent la même chose.' };
  await house.moderator.expect(proposeMerge, { params: { idea: source }, body });
  const agree = { params: { merge }, body: { answer: 'agree' as const, reason: '' } };
  await house.author.expect(answerMerge, agree);
  await house.author.expect(answerMerge, agree);
  expect(await originators(target)).toEqual([house.author.id, mask]);

  const at = await proposedOn(target, house.sponsor);
  const consents = () => house.author.call(consentToCorrection, { ...at, body: { answer: 'accept' } });
  const once = await consents();
  expect(once).toMatchObject({ value: { correction: { consented: [{ id: mask }], addedAt: null } } });
  expect(once.ok && once.value.acts).toContain('consent');
  expect(await originators(target)).toEqual([house.author.id, mask]);
  expect((await consents()).ok).toBe(true);
  expect(await originators(target)).toEqual([house.author.id, mask, house.sponsor.id]);
  expect(await consents()).toMatchObject({ failure: { code: 'already-answered' } });
  const leaves = (await leavesOf(house.reader, target)).filter(({ k }) => k === 'correction.consented');
  expect(leaves.map(({ by }) => by)).toEqual([mask, house.author.id]);
});

test('[DS5] a moderator proposes no pseudonym of her own; who is named under one speaks as it from then on', async () => {
  const of = await house.idea(challenge);
  const hers = mintId('idea');
  const draft = mintId('idea');
  const words = { title: 'Un stylo par table', text: 'Un seul.', parents: [], grownFrom: null };
  await house.moderator.expect(saveDraft, { params: { idea: draft }, body: { challenge, ...words } });
  await house.moderator.expect(publishUnderPseudonym, { params: { idea: draft }, body: { as: hers } });
  const [mask = house.moderator.id] = await originators(hers);
  const third = await house.server.person({ name: 'Mona Exemple', roles: ['moderator'] });
  const at = { params: { idea: of, dispute: mintId('dispute') } };
  await house.colleague.expect(openDispute, {
    params: { idea: of },
    body: { id: at.params.dispute, text: TEXT },
  });
  const body = { add: mask, why: 'Le compte rendu.' };
  const own = { ok: false, failure: { code: 'own-idea', idea: of } };
  expect(await house.moderator.call(proposeCorrection, { ...at, body })).toEqual(own);
  await third.expect(proposeCorrection, { ...at, body });
  expect(await house.moderator.call(secondCorrection, { ...at, body: {} })).toEqual(own);
  await second.expect(secondCorrection, { ...at, body: {} });
  await house.author.expect(consentToCorrection, { ...at, body: { answer: 'accept' } });
  expect(await originators(of)).toEqual([house.author.id, mask]);
  const read = await house.moderator.expect(readIdea, { params: { idea: of } });
  expect(read.mine).toBe('originator');
});

test('[DS5] an author under a pseudonym consents as the pseudonym, and nothing that others read or get tells who it is', async () => {
  // What was said of her other ideas has left.
  await aDayLater();
  const before = house.server.mails.length;
  const of = await masked();
  const at = await proposedOn(of, house.reader);
  const asked = (await house.author.expect(listNotices)).notices;
  expect(asked.find(({ kind }) => kind === 'correction-asked')).toMatchObject({ idea: of });
  const offered = (await house.author.expect(listDisputes, { params: { idea: of } })).disputes[0];
  expect(offered?.acts).toContain('consent');
  for (const other of [house.colleague, house.reader, house.moderator, house.server.administrator])
    expect(await other.call(consentToCorrection, { ...at, body: { answer: 'accept' } })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
  const [mask] = await originators(of);
  await house.author.expect(consentToCorrection, { ...at, body: { answer: 'accept' } });
  expect(await originators(of)).toEqual([mask, house.reader.id]);
  const consent = (await leavesOf(house.reader, of)).find(({ k }) => k === 'correction.consented');
  expect(consent).toMatchObject({ by: mask });
  expect((await house.author.expect(listReceipts)).receipts.map(({ kind }) => kind)).toContain(
    'correction.consented',
  );
  await aDayLater();
  const mails = house.server.mails.slice(before).filter(({ to }) => !to.includes(house.author.mail));
  expect(mails.length).toBeGreaterThan(0);
  const told = `${JSON.stringify(mails)} ${await toldOthers(of)}`;
  // As a word: three letters stand in a digest or a key by chance.
  const named = /(?<![\w+/-])Ana(?![\w+/=-])/.test(told);
  expect([told.includes(mask ?? '?'), named, told.includes(house.author.id)]).toEqual([true, false, false]);
});
