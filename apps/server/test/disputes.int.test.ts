/** The names of an idea disputed, completed by consent, closed: through the doors of a running server. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerDispute,
  closeDispute,
  consentToCorrection,
  listDisputes,
  listNotices,
  listReceipts,
  mintId,
  openDispute,
  proposeCorrection,
  readCreditHistory,
  readIdea,
  readReceipt,
  readVerificationKeys,
  secondCorrection,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let second: TestPerson;
let idea: IdeaId;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Milo Exemple', roles: ['moderator'] });
  const { challenge } = await house.openChallenge();
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

const TEXT = 'L’idée vient de notre réunion du 3 : je l’avais proposée avec Ana.';
const originators = async () =>
  (await house.reader.expect(readIdea, { params: { idea } })).credits.originators.map(({ id }) => id);
const kinds = async () =>
  (await house.reader.expect(readCreditHistory, { params: { idea } })).events.map(({ kind }) => kind);

test('[T8b] somebody forgotten is added after two moderators and the originator’s own consent, last, and can prove it', async () => {
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
