/** Families of ideas, and what is earned downstream: who reads it, by which way, and who hears of it. */
import {
  adoptIdea,
  answerIdea,
  confirmResults,
  listDirectorates,
  listImpact,
  listNotices,
  mintId,
  proposeResults,
  publishIdea,
  readLineage,
  readSelection,
  reboundOnIdea,
  saveDraft,
  withdrawIdea,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../../test/support/test-server.ts';
import { openWritingHouse, type WritingHouse } from '../../test/support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;
let closesAt: Date;
let first: IdeaId;
let middle: IdeaId;
let last: IdeaId;

async function published(by: TestPerson, title: string, parents: IdeaId[] = []): Promise<IdeaId> {
  const idea = mintId('idea');
  const body = { challenge, title, text: `${title}, en détail.`, parents, grownFrom: null };
  await by.expect(saveDraft, { params: { idea }, body });
  await by.expect(publishIdea, { params: { idea } });
  return idea;
}
const lineageOf = (idea: IdeaId, by: TestPerson = house.reader) =>
  by.expect(readLineage, { params: { idea } });
const toldOf = async (by: TestPerson, kind: string) =>
  (await by.expect(listNotices)).notices.filter((notice) => notice.kind === kind);

beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge, closesAt } = await house.openChallenge());
  first = await published(house.author, 'Éteindre les écrans');
  const rebound = { id: mintId('rebound'), text: 'Le soir aussi.' };
  await house.sponsor.expect(reboundOnIdea, { params: { idea: first }, body: rebound });
  const other = await published(house.sponsor, 'Compter les lampes');
  middle = await published(house.colleague, 'Une minuterie par étage', [first, other]);
  last = await published(house.reader, 'Des minuteries partout', [middle, first]);
});
afterAll(() => house.server.stop());

test('[IM3] the family of an idea: several parents, parents before children, titles and names', async () => {
  const { family, impact, more } = await lineageOf(middle);
  expect(family.at(-1)).toMatchObject({ id: last, title: 'Des minuteries partout' });
  expect(family.map(({ id, parents }) => [id, parents.length])).toEqual(
    expect.arrayContaining([
      [first, 0],
      [middle, 2],
      [last, 2],
    ]),
  );
  expect(family[0]?.originators.length).toBe(1);
  expect([impact, more]).toEqual([[], false]);
});

test('[ID5] no idea is made its own ancestor, and nothing grows from what was not published', async () => {
  const own = mintId('idea');
  const draft = (parents: IdeaId[]) => ({ challenge, title: 'X', text: 'Y', parents, grownFrom: null });
  await house.author.expect(saveDraft, { params: { idea: own }, body: draft([first]) });
  for (const parents of [[own], [first, own]])
    expect((await house.author.call(saveDraft, { params: { idea: own }, body: draft(parents) })).ok).toBe(
      false,
    );
  const child = mintId('idea');
  const asked = await house.author.call(saveDraft, { params: { idea: child }, body: draft([own]) });
  expect(asked).toMatchObject({ failure: { code: 'not-found', what: 'parent' } });
});

test('[IM1] a draft or an idea that was taken back is as if it were not there, and nothing is read through it', async () => {
  const hidden = await published(house.colleague, 'Une piste à retirer', [first]);
  const beyond = await published(house.author, 'Une suite', [hidden]);
  expect((await lineageOf(first)).family.map(({ id }) => id)).toContain(beyond);
  const body = { reason: '', askedBySomebody: 'unsaid' } as const;
  await house.colleague.expect(withdrawIdea, { params: { idea: hidden }, body });
  const seen = (await lineageOf(first)).family.map(({ id }) => id);
  expect(seen).not.toContain(hidden);
  expect(seen).not.toContain(beyond);
});

test('[IM1] [IM2] what the last of them earns is read on the first, with the way, and each person upstream hears of it once', async () => {
  const { server, moderator, sponsor } = house;
  const second = await server.person({ name: 'Mina Exemple', roles: ['moderator'] });
  server.clock.set(new Date(closesAt.getTime() + 121_000));
  const params = { challenge };
  // Once the last of them is sealed.
  await expect
    .poll(async () => (await moderator.expect(readSelection, { params })).acts, { timeout: 20_000 })
    .toContain('answerIdea');
  let board = await moderator.expect(readSelection, { params });
  for (const { idea } of board.entries) {
    const chosen = idea === last;
    const outcome = chosen ? ('selected' as const) : ('not_selected' as const);
    const motive = chosen ? null : ('uncertain_effect' as const);
    const body = {
      outcome,
      motive,
      reason: 'Une raison écrite, assez longue. '.repeat(4),
      version: board.version,
    };
    board = await moderator.expect(answerIdea, { params: { challenge, idea }, body });
  }
  board = await moderator.expect(proposeResults, { params, body: { version: board.version } });
  await second.expect(confirmResults, { params, body: { version: board.version } });

  const { impact } = await lineageOf(first);
  expect(impact).toMatchObject([
    { idea: { id: last }, earned: 'selected', path: [{ id: first }, { id: last }] },
  ]);
  expect((await house.author.expect(listImpact)).impact).toEqual(impact);
  expect((await house.reader.expect(listImpact)).impact).toEqual([]);
  for (const [person, through] of [
    [house.author, 'Éteindre les écrans'],
    [house.sponsor, 'Éteindre les écrans'],
    [house.colleague, 'Une minuterie par étage'],
  ] as const)
    expect(await toldOf(person, 'lineage-selected')).toMatchObject([{ idea: last, reason: through }]);
  expect(await toldOf(house.reader, 'lineage-selected')).toEqual([]);

  const { directorates } = await sponsor.expect(listDirectorates);
  const directorate = directorates.find(({ name }) => name === 'Bâtiments');
  if (directorate === undefined) throw new Error('the directorate is not known');
  const dueOn = new Date(server.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const body = {
    directorate: directorate.id,
    pilot: house.colleague.id,
    promise: 'Minuteries dans tous les bâtiments.',
    milestone: { title: 'Premier étage équipé', dueOn },
    halfDays: 6,
  };
  await sponsor.expect(adoptIdea, { params: { idea: last }, body });
  await sponsor.expect(adoptIdea, { params: { idea: last }, body });
  expect((await lineageOf(middle)).impact).toMatchObject([{ earned: 'adopted', adoptedBy: 'Bâtiments' }]);
  expect((await toldOf(house.author, 'lineage-adopted')).length).toBe(1);
});
