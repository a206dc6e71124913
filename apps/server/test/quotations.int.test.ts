/** A passage pasted from an older idea: found once the texts are sealed, asked of its author, credited by her or not. */
import {
  answerQuotation,
  listNotices,
  listQuotations,
  mintId,
  publishIdea,
  publishUnderPseudonym,
  readChallenge,
  readCreditHistory,
  readIdea,
  saveDraft,
  setFields,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE } from './support/open-pages.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const QUOTED =
  'Installer dans chaque bâtiment une minuterie qui éteint les écrans à vingt heures sauf demande contraire';
const OTHER =
  'À la cantine, un panneau dit chaque midi combien de kilos de pain ont été jetés la veille par nous tous';
/** What the challenge itself asks is nobody's, whoever quotes it. */
const FIELD =
  'Dans quels bâtiments du département faut-il commencer, et qui doit être prévenu avant que cela ne change ?';
const HOSTILE = '<img src=x onerror=alert(1)> =SUM(1) 🐝';
let house: WritingHouse;
let challenge: ChallengeId;
const ideas: Record<'first' | 'pasted' | 'again' | 'both' | 'own', IdeaId> = {
  first: mintId('idea'),
  pasted: mintId('idea'),
  again: mintId('idea'),
  both: mintId('idea'),
  own: mintId('idea'),
};

async function drafted(by: TestPerson, title: string, text: string, idea = mintId('idea')): Promise<IdeaId> {
  const body = { challenge, title, text, parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea }, body });
  return idea;
}
async function published(by: TestPerson, idea: IdeaId, title: string, text: string): Promise<void> {
  await drafted(by, title, text, idea);
  await by.expect(publishIdea, { params: { idea } });
  house.server.clock.advance(60_000);
}
const asked = async (by: TestPerson, idea: IdeaId) =>
  (await by.expect(listQuotations, { params: { idea } })).quotations;
const rebounders = async (idea: IdeaId) =>
  (await house.reader.expect(readIdea, { params: { idea } })).credits.rebounders.map(({ id }) => id);
const told = async (by: TestPerson, kind: string) =>
  (await by.expect(listNotices)).notices.filter((notice) => notice.kind === kind);

beforeAll(async () => {
  house = await openWritingHouse();
  const open = await house.openChallenge();
  challenge = open.challenge;
  const { author, colleague, moderator, reader } = house;
  const { version } = await moderator.expect(readChallenge, { params: { challenge } });
  const field = { id: mintId('field'), kind: 'short' as const, fr: FIELD, en: '', helpFr: '', helpEn: '' };
  const fields = [{ ...field, required: false, limit: null, options: [], retired: false }];
  await moderator.expect(setFields, { params: { challenge }, body: { fields, version } });
  await published(author, ideas.first, 'Une minuterie', `Voici l’idée. ${QUOTED}. ${FIELD} Partout.`);
  await published(colleague, ideas.pasted, 'Tout éteindre', `${QUOTED}. Et les lampes.`);
  const again = await drafted(author, 'La minuterie, encore', `Je redis : ${QUOTED}.`);
  await author.expect(publishUnderPseudonym, { params: { idea: again }, body: { as: ideas.own } });
  await published(reader, ideas.again, 'Le pain', `${OTHER}.`);
  await published(colleague, ideas.both, 'Le pain perdu', `Midi : ${OTHER} ! ${FIELD} À la cantine.`);
  house.server.clock.set(new Date(open.closesAt.getTime() + 200_000));
}, 120_000);
afterAll(() => house.server.stop());

test('[T21] [QT1] [QT2] the newer idea’s author is asked, with the passage and the idea it comes from; nobody else is', async () => {
  const { author, colleague, reader, moderator } = house;
  const found = () =>
    Promise.all([ideas.pasted, ideas.own, ideas.both].map((idea) => asked(moderator, idea)));
  await expect.poll(async () => (await found()).map(({ length }) => length), PATIENCE).toEqual([1, 1, 1]);
  expect(await asked(colleague, ideas.pasted)).toMatchObject([
    {
      source: { id: ideas.first, title: 'Une minuterie' },
      people: [{ id: author.id }],
      passage: QUOTED,
      answer: 'open',
      mayAnswer: true,
    },
  ]);
  expect(await asked(author, ideas.first)).toEqual([]);
  expect(await asked(reader, ideas.pasted)).toEqual([]);
  expect(await asked(moderator, ideas.pasted)).toMatchObject([{ answer: 'open', mayAnswer: false }]);
  // Herself under a pseudonym is asked like anybody: that nobody is would tell whose it is.
  expect(await asked(moderator, ideas.own)).toMatchObject([{ people: [{ id: author.id }], answer: 'open' }]);
  expect((await told(colleague, 'quotation-found')).map(({ idea, reason }) => [idea, reason])).toEqual(
    expect.arrayContaining([
      [ideas.pasted, 'Une minuterie'],
      [ideas.both, 'Le pain'],
    ]),
  );
  expect(await told(author, 'quotation-found')).toMatchObject([{ idea: ideas.own }]);
  expect(await rebounders(ideas.pasted)).toEqual([]);
});

test('[T21] [QT3] [QT4] she credits it: the older idea’s originator joins the contributions for good, and is told', async () => {
  const { author, colleague, moderator, reader } = house;
  const answer = {
    params: { idea: ideas.pasted, source: ideas.first },
    body: { answer: 'credit' as const, reason: '' },
  };
  for (const by of [author, reader, moderator])
    expect(await by.call(answerQuotation, answer)).toMatchObject({ ok: false });
  expect(await colleague.expect(answerQuotation, answer)).toMatchObject({
    answer: 'credited',
    mayAnswer: false,
    answered: { by: { id: colleague.id } },
  });
  expect(await colleague.call(answerQuotation, answer)).toMatchObject({
    failure: { code: 'already-answered' },
  });
  expect(await rebounders(ideas.pasted)).toEqual([author.id]);
  expect(await told(author, 'contribution-credited')).toMatchObject([
    { idea: ideas.pasted, reason: 'Une minuterie', actor: { id: colleague.id } },
  ]);
  const { events } = await author.expect(readCreditHistory, { params: { idea: ideas.pasted } });
  expect(events.at(-1)).toMatchObject({ kind: 'contributor.credited', person: { id: author.id } });
});

test('[T21] [QT4] declined, it is kept with its reason, letter by letter, and moderators read it', async () => {
  const { colleague, moderator } = house;
  const params = { idea: ideas.both, source: ideas.again };
  const declined = (reason: string) =>
    colleague.call(answerQuotation, { params, body: { answer: 'decline', reason } });
  expect(await declined('🐝'.repeat(201))).toMatchObject({ failure: { code: 'text-too-long' } });
  expect(await declined(HOSTILE)).toMatchObject({ ok: true });
  expect(await asked(moderator, ideas.both)).toMatchObject([
    { answer: 'declined', answered: { by: { id: colleague.id }, reason: HOSTILE } },
  ]);
  expect(await rebounders(ideas.both)).toEqual([]);
});

test('[QT1] a start after that asks nothing anew', async () => {
  const before = await told(house.colleague, 'quotation-found');
  await house.server.restart();
  expect(await asked(house.colleague, ideas.pasted)).toMatchObject([{ answer: 'credited' }]);
  expect(await told(house.colleague, 'quotation-found')).toHaveLength(before.length);
});
