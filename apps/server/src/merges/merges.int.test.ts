/** Two ideas become one by consent and two again, through the server's doors: texts, names, supports, leaves. */
import { verifyReceipt } from '@butinerie/attribution';
import {
  answerMerge,
  findSimilar,
  listIdeas,
  listMerges,
  listNotices,
  listReceipts,
  mintId,
  proposeMerge,
  publishIdea,
  readIdea,
  readReceipt,
  readVerificationKeys,
  reboundOnIdea,
  saveDraft,
  supportIdea,
  takeRebound,
  undoMerge,
  type ChallengeId,
  type IdeaId,
  type MergeId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../../test/support/test-server.ts';
import { openWritingHouse, type WritingHouse } from '../../test/support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
let source: IdeaId;
let target: IdeaId;

const HERS = { title: 'Éteindre les écrans', text: 'La nuit,\n\nà 20 heures  ; l’œil 👁️ y gagne.' };
const HIS = { title: 'Couper les écrans le soir', text: 'Un minuteur par étage.\nC’est tout.' };

async function published(by: TestPerson, words: { title: string; text: string }): Promise<IdeaId> {
  const idea = mintId('idea');
  const body = { challenge, ...words, parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea }, body });
  await by.expect(publishIdea, { params: { idea } });
  return idea;
}
const page = (idea: IdeaId, by: TestPerson = house.reader) => by.expect(readIdea, { params: { idea } });
const kinds = async (of: TestPerson) =>
  (await of.expect(listNotices)).notices.map(({ kind }) => kind).filter((kind) => /merge/.test(kind));
const answer = (by: TestPerson, merge: MergeId, said: 'agree' | 'refuse') =>
  by.call(answerMerge, { params: { merge }, body: { answer: said, reason: '' } });
async function receiptsOf(person: TestPerson): Promise<string[]> {
  const { receipts } = await person.expect(listReceipts);
  return Promise.all(receipts.map(({ n }) => person.expect(readReceipt, { params: { n } })));
}
async function asked(): Promise<MergeId> {
  const id = mintId('merge');
  const body = { id, into: target, reason: 'Les deux disent la même chose.' };
  await house.moderator.expect(proposeMerge, { params: { idea: source }, body });
  return id;
}

beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
  target = await published(house.author, HERS);
  source = await published(house.colleague, HIS);
});
afterAll(() => house.server.stop());

test('[S17] [ME1] [ME2] one agreement alone changes nothing, and a refusal ends the question', async () => {
  const body = { id: mintId('merge'), into: target, reason: 'x' };
  const params = { idea: source };
  expect(await house.reader.call(proposeMerge, { params, body })).toMatchObject({
    failure: { code: 'not-allowed', why: 'not-a-moderator' },
  });
  const merge = await asked();
  expect(await house.moderator.call(proposeMerge, { params, body })).toMatchObject({
    failure: { code: 'already-answered' },
  });
  expect(await kinds(house.author)).toEqual(['merge-proposed']);
  expect(await kinds(house.colleague)).toEqual(['merge-proposed']);
  // Nobody else reads who hesitates.
  expect((await house.reader.expect(listMerges, { params })).merges).toEqual([]);
  expect(await answer(house.moderator, merge, 'agree')).toMatchObject({ failure: { code: 'not-allowed' } });

  const half = await answer(house.author, merge, 'agree');
  expect(half).toMatchObject({ value: { state: 'open', awaited: [{ id: house.colleague.id }] } });
  expect((await page(source)).state).toBe('published');
  expect((await page(target)).credits.originators.map(({ id }) => id)).toEqual([house.author.id]);
  expect(await answer(house.colleague, merge, 'refuse')).toMatchObject({ value: { state: 'refused' } });
  expect(await answer(house.author, merge, 'agree')).toMatchObject({ ok: true, value: { state: 'refused' } });
  expect((await page(source)).state).toBe('published');
  expect((await page(target)).state).toBe('published');
});

test('[T2] [S17] [ME2] [ME3] [ME4] the last agreement makes both originators of one idea; the other stays readable, supports where they were', async () => {
  await house.reader.expect(supportIdea, { params: { idea: source }, body: { supported: true } });
  const held = [await receiptsOf(house.author), await receiptsOf(house.colleague)];
  const merge = await asked();
  // She who proposes it makes neither idea anybody’s.
  expect(await answer(house.moderator, merge, 'agree')).toMatchObject({ failure: { code: 'not-allowed' } });
  await answer(house.author, merge, 'agree');
  expect(await answer(house.colleague, merge, 'agree')).toMatchObject({
    value: { state: 'merged', merged: { source: HIS, target: HERS }, acts: ['undoMerge'] },
  });
  const [one, other] = [await page(target), await page(source)];
  expect(one.credits.originators.map(({ id }) => id)).toEqual([house.author.id, house.colleague.id]);
  expect(other).toMatchObject({ state: 'merged', supported: true, ...HIS });
  expect(one.supported).toBe(false);
  // What each of them held of her own idea still proves it, and what they get now does too.
  const now = [await receiptsOf(house.author), await receiptsOf(house.colleague)];
  for (const [at, receipts] of held.entries()) expect(now[at]?.length).toBeGreaterThan(receipts.length);
  const vkeys = (await house.author.expect(readVerificationKeys)).trim().split('\n');
  for (const receipt of [...held, ...now].flat())
    expect(verifyReceipt(receipt, { vkeys: vkeys.map((vkey) => ({ vkey })) }).valid).toBe(true);
  expect((await page(source, house.colleague)).acts).not.toContain('updateIdea');
  expect((await page(target, house.colleague)).acts).toContain('updateIdea');
  const { merges } = await house.reader.expect(listMerges, { params: { idea: source } });
  expect(merges.map(({ state, target: { id } }) => [state, id])).toEqual([['merged', target]]);
  expect(await kinds(house.reader)).toEqual(['supported-merged']);
  const { ideas } = await house.reader.expect(listIdeas, { params: { challenge } });
  expect(ideas.map(({ id }) => id)).toEqual([target]);
  const typed = { title: 'Un minuteur par étage pour les écrans', except: [] };
  const alike = await house.reader.expect(findSimilar, { params: { challenge }, body: typed });
  expect(alike.ideas.map(({ id }) => id)).not.toContain(source);
});

test('[ME5] [ME6] undone by one of them, both texts are byte for byte as before, every name stays and consent is asked anew', async () => {
  // Written in together since: a rebound that one of them took into the text.
  const body = { id: mintId('rebound'), text: 'Sauf à l’accueil.' };
  await house.reader.expect(reboundOnIdea, { params: { idea: target }, body });
  await house.colleague.expect(takeRebound, { params: { rebound: body.id } });
  const common = (await page(target)).text;
  expect(common).toContain(body.text);
  const { merges } = await house.author.expect(listMerges, { params: { idea: target } });
  const merged = merges.find(({ state }) => state === 'merged');
  const params = { merge: merged?.id ?? mintId('merge') };
  expect(await house.moderator.call(undoMerge, { params })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const undone = await house.colleague.expect(undoMerge, { params });
  expect(undone).toMatchObject({ state: 'undone', undone: { became: { text: common } } });
  expect(await house.colleague.expect(undoMerge, { params })).toEqual(undone);
  const bytes = ({ title, text }: { title: string; text: string }) => Buffer.from(`${title}\0${text}`);
  const [one, other] = [await page(target), await page(source)];
  expect(bytes(one).equals(bytes(HERS))).toBe(true);
  expect(bytes(other).equals(bytes(HIS))).toBe(true);
  expect(other).toMatchObject({ state: 'published', supported: true });
  expect(other.credits.originators.map(({ id }) => id)).toEqual([house.colleague.id]);
  expect(one.credits.originators.map(({ id }) => id)).toEqual([house.author.id, house.colleague.id]);

  const again = await asked();
  await answer(house.colleague, again, 'agree');
  expect((await page(source)).state).toBe('published');
  expect(await answer(house.author, again, 'agree')).toMatchObject({ value: { state: 'merged' } });
});
