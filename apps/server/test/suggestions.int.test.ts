/** Somebody who does not write in an idea says how a passage of it could be said instead. */
import { bodyOf } from '@butinerie/collaboration/document';
import {
  declineRebound,
  listNotices,
  mintId,
  readAuthorship,
  readIdea,
  readPassages,
  reboundOnIdea,
  takeRebound,
  type IdeaId,
  type NoticeKind,
  type Rebound,
} from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDesk, PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
let other: TestPerson;
const desk = createDesk();
const STANDS = 'La nuit.';

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
  other = await house.server.person({ name: 'Oda Exemple' });
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

const suggest = (
  idea: IdeaId,
  text: string,
  as: { by?: TestPerson; instead?: string } = {},
): Promise<Rebound> =>
  (as.by ?? house.reader).expect(reboundOnIdea, {
    params: { idea },
    body: { id: mintId('rebound'), text, instead: as.instead ?? STANDS },
  });
const seen = async (idea: IdeaId, rebound: Rebound): Promise<Rebound | undefined> =>
  (await other.expect(readIdea, { params: { idea } })).rebounds.find(({ id }) => id === rebound.id);
const textOf = async (idea: IdeaId): Promise<string> =>
  (await other.expect(readIdea, { params: { idea } })).text;
const reasonsOf = async (by: TestPerson, kind: NoticeKind, idea: IdeaId): Promise<string[]> =>
  (await by.expect(listNotices)).notices
    .filter((notice) => notice.kind === kind && notice.idea === idea)
    .map(({ reason }) => reason);
const wordsOf = async (idea: IdeaId): Promise<[string, string | undefined][]> => {
  const { text, people } = await other.expect(readAuthorship, { params: { idea } });
  return text.map((span) => [span.text, people.find(({ id }) => id === span.by)?.name]);
};

test('[S14] a changed sentence is shown as a suggestion, the text stays; accepted, the new words are the suggester’s', async () => {
  const idea = await house.idea(open.challenge, { shared: true });
  expect(await house.reader.expect(readPassages, { params: { idea } })).toEqual({ passages: [STANDS] });
  const made = await suggest(idea, 'La nuit et le week-end.');
  expect(made.suggestion).toEqual({ instead: STANDS, stands: true });
  expect(await textOf(idea)).toBe(STANDS);
  expect(await reasonsOf(house.author, 'change-suggested', idea)).toEqual(['']);
  expect(await reasonsOf(house.colleague, 'change-suggested', idea)).toEqual(['']);
  // Neither the suggester nor anybody else accepts it.
  const params = { rebound: made.id };
  expect(await house.reader.call(takeRebound, { params, body: {} })).toMatchObject({
    failure: { code: 'not-allowed' },
  });

  const page = await desk.page(house.colleague, idea);
  const body = { brought: 'Le week-end compte double.' };
  expect(await house.author.expect(takeRebound, { params, body })).toMatchObject({ answer: 'taken' });
  await expect.poll(() => page.text(), PATIENCE).toBe('La nuit et le week-end.');
  expect(await wordsOf(idea)).toEqual([
    ['La nuit', 'Ana Exemple'],
    [' et le week-end', 'Rémi Exemple'],
    ['.', 'Ana Exemple'],
  ]);
  const { credits, contributions } = await other.expect(readIdea, { params: { idea } });
  expect(credits.rebounders.map(({ name }) => name)).toEqual(['Rémi Exemple']);
  expect(contributions).toMatchObject([{ about: made.id, brought: body.brought }]);
  expect(await reasonsOf(house.reader, 'suggestion-taken', idea)).toEqual([body.brought]);
  // The answer was lost and asked for again: in the text once.
  await house.author.expect(takeRebound, { params, body });
  expect(await textOf(idea)).toBe('La nuit et le week-end.');
});

test('[S14] one that is not accepted stays readable with the reason, and the text as it was', async () => {
  const idea = await house.idea(open.challenge);
  const made = await suggest(idea, 'Le jour.');
  const params = { rebound: made.id };
  const long = await house.author.call(declineRebound, { params, body: { reason: 'é'.repeat(201) } });
  expect(long).toMatchObject({ failure: { code: 'text-too-long', limit: 200, length: 201 } });
  const reason = 'Il s’agit de la nuit.';
  await house.author.expect(declineRebound, { params, body: { reason } });
  expect(await seen(idea, made)).toMatchObject({ answer: 'declined', reason, text: 'Le jour.' });
  expect(await textOf(idea)).toBe(STANDS);
  expect(await reasonsOf(house.reader, 'suggestion-declined', idea)).toEqual([reason]);
});

test('[S14] two suggest about one sentence: the second is shown as late, with both texts, and may go to the end', async () => {
  const idea = await house.idea(open.challenge);
  const first = await suggest(idea, 'La nuit, sauf au standard.');
  const second = await suggest(idea, 'Chaque nuit.', { by: other });
  await house.author.expect(takeRebound, { params: { rebound: first.id }, body: {} });
  expect((await seen(idea, second))?.suggestion).toEqual({ instead: STANDS, stands: false });
  const params = { rebound: second.id };
  expect(await house.author.call(takeRebound, { params, body: {} })).toMatchObject({
    failure: { code: 'passage-changed', passage: STANDS },
  });
  expect(await seen(idea, second)).toMatchObject({ answer: 'open', text: 'Chaque nuit.' });
  expect(await textOf(idea)).toBe('La nuit, sauf au standard.');
  await house.author.expect(takeRebound, { params, body: { place: 'end' } });
  expect(await textOf(idea)).toBe('La nuit, sauf au standard.\nChaque nuit.');
  expect((await wordsOf(idea)).at(-1)).toEqual(['Chaque nuit.', 'Oda Exemple']);
});

test('[S14] an author types in the sentence meanwhile: nothing of hers is overwritten, the suggestion waits', async () => {
  const idea = await house.idea(open.challenge);
  const made = await suggest(idea, 'La nuit, partout.');
  const page = await desk.page(house.author, idea);
  page.session.doc.transact(() => {
    const line = bodyOf(page.session.doc).get(0);
    const text = line instanceof Y.XmlElement ? line.get(0) : undefined;
    if (text instanceof Y.XmlText) text.insert(0, 'Surtout : ');
  });
  await page.saved();
  expect(await house.author.call(takeRebound, { params: { rebound: made.id }, body: {} })).toMatchObject({
    failure: { code: 'passage-changed' },
  });
  expect(page.text()).toBe('Surtout : La nuit.');
});

test('[S14] what never stood in the text, or changes nothing, is refused; sent twice it is one', async () => {
  const idea = await house.idea(open.challenge);
  const send = (body: { text: string; instead: string }, id = mintId('rebound')) =>
    house.reader.call(reboundOnIdea, { params: { idea }, body: { id, ...body } });
  expect(await send({ text: 'Jamais.', instead: 'Ana se moque de tous.' })).toMatchObject({
    failure: { code: 'passage-changed' },
  });
  expect(await send({ text: ` ${STANDS} `, instead: STANDS })).toMatchObject({
    failure: { code: 'nothing-suggested' },
  });
  const id = mintId('rebound');
  const twice = [
    await send({ text: 'Le soir.', instead: STANDS }, id),
    await send({ text: 'Le soir.', instead: STANDS }, id),
  ];
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await other.expect(readIdea, { params: { idea } })).rebounds).toHaveLength(1);
});

test('[S14] one that is being accepted at the seal is in the text or refused, and its credit stays', async () => {
  const idea = await house.idea(open.challenge);
  const made = await suggest(idea, 'La nuit, toutes.');
  house.server.clock.set(new Date(open.closesAt.getTime() + 200_000));
  const refused = await house.author.call(takeRebound, { params: { rebound: made.id }, body: {} });
  expect(refused).toMatchObject({ ok: false });
  await expect
    .poll(async () => (await other.expect(readIdea, { params: { idea } })).seal !== null, PATIENCE)
    .toBe(true);
  const page = await other.expect(readIdea, { params: { idea } });
  expect(page.seal?.text).toBe(STANDS);
  expect(page.rebounds).toMatchObject([{ answer: 'open', text: 'La nuit, toutes.' }]);
  expect(page.credits.rebounders.map(({ name }) => name)).toEqual(['Rémi Exemple']);
});
