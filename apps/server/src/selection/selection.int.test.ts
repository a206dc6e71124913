import {
  answerIdea,
  confirmResults,
  proposeResults,
  readChallenge,
  readIdea,
  readSelection,
  withdrawIdea,
  type IdeaId,
} from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  answerWith,
  board,
  closeChallenge,
  decideChallenge,
  openChallenge,
  REASON,
  versionOf,
  type Story,
} from '../../test/support/decided-challenge.ts';
import { leave, newWorld, type World } from '../../test/support/decision-house.ts';

let world: World;
let story: Story;

async function open(count: number): Promise<Story> {
  story = await openChallenge(world, count);
  return story;
}
const at = (index: number): IdeaId => {
  const idea = story.ideas[index];
  if (idea === undefined) throw new Error(`there is no idea ${index}`);
  return idea;
};
const told = (kind: string) => world.told.filter((notice) => notice.kind === kind);

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
});
afterEach(async () => {
  await story.house.close();
  await leave(world);
});

test('[S29] with 37 reasons of 38 the results are refused and the missing idea named; with 38 a second person confirms', async () => {
  const { challenge, first, second, ideas } = await open(38);
  const params = { challenge };
  await closeChallenge(story);
  for (const idea of ideas.slice(0, 37)) await answerWith(first, story, { idea, outcome: 'not_selected' });
  expect(await first.call(proposeResults, { params, body: await versionOf(first, challenge) })).toEqual({
    ok: false,
    failure: { code: 'answers-missing', ideas: [at(37)] },
  });
  expect((await board(first, challenge)).missing).toEqual([at(37)]);

  await answerWith(first, story, { idea: at(37), outcome: 'selected' });
  const proposed = await first.call(proposeResults, { params, body: await versionOf(first, challenge) });
  expect(proposed).toMatchObject({ ok: true, value: { proposedBy: { name: 'Maud' }, publishedAt: null } });
  expect(told('results-to-confirm').map(({ to }) => to)).toEqual([second.id]);
  expect(await first.call(confirmResults, { params, body: await versionOf(first, challenge) })).toEqual({
    ok: false,
    failure: { code: 'second-person-needed', proposedBy: first.id },
  });
  const confirmed = await second.call(confirmResults, { params, body: await versionOf(second, challenge) });
  expect(confirmed).toMatchObject({ ok: true, value: { confirmedBy: { name: 'Malo' }, missing: [] } });
});

test('one confirmation gives every idea its state, its answer to everybody, its notice to its authors', async () => {
  await open(3);
  const { challenge, authors, sponsor, first, second } = story;
  await decideChallenge(story, ['selected', 'not_selected', 'out_of_scope']);
  const states = await Promise.all(
    story.ideas.map(async (id) => (await story.house.ideas.record(id))?.state),
  );
  expect(states).toEqual(['selected', 'not_selected', 'out_of_scope']);
  expect(
    told('idea-answered')
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(authors.map(({ id }) => id).toSorted());
  expect(told('adoption-asked')).toMatchObject([{ to: sponsor.id, idea: at(0) }]);
  expect(world.acts.filter(({ act }) => act === 'idea.selected')).toEqual([
    { act: 'idea.selected', idea: at(0), by: first.id, second: second.id, challenge },
  ]);
  expect(world.news.map(({ name }) => name)).toContain('selection:made');
  const decided = { name: 'challenge:changed', payload: { phase: 'decided' }, to: 'everybody' };
  expect(world.news).toContainEqual(
    expect.objectContaining({ ...decided, payload: expect.objectContaining(decided.payload) }),
  );
  const page = await authors[0]?.call(readIdea, { params: { idea: at(1) } });
  expect(page).toMatchObject({
    value: { answer: { outcome: 'not_selected', motive: 'cost', reason: REASON } },
  });
  const counted = await authors[0]?.call(readChallenge, { params: { challenge } });
  expect(counted).toMatchObject({ value: { counts: { ideas: 3, selected: 1 } } });
});

test('an answer is read by nobody but the moderators before the results', async () => {
  const { challenge, first, authors } = await open(1);
  await closeChallenge(story);
  world.news.length = 0;
  await answerWith(first, story, { idea: at(0), outcome: 'selected' });
  expect(await authors[0]?.call(readIdea, { params: { idea: at(0) } })).toMatchObject({
    ok: true,
    value: { state: 'submitted', answer: null },
  });
  expect(await authors[0]?.call(readSelection, { params: { challenge } })).toMatchObject({
    failure: { code: 'not-allowed', why: 'not-a-moderator' },
  });
  // The phase may be told to everybody a moment after the seal, and says nothing but itself.
  const phase = { challenge, phase: 'deliberation', serverTime: '2026-10-30T16:02:00.001Z' };
  for (const { to, payload } of world.news) if (to === 'everybody') expect(payload).toEqual(phase);
});

test('whoever has a part in an idea does not answer it', async () => {
  const { challenge, first, second, house } = await open(1);
  const hers = await house.idea(challenge, first.id, 'La mienne');
  await closeChallenge(story);
  expect(await answerWith(first, story, { idea: hers, outcome: 'selected' })).toEqual({
    ok: false,
    failure: { code: 'own-idea', idea: hers },
  });
  const entry = (await board(first, challenge)).entries.find(({ idea }) => idea === hers);
  expect(entry).toMatchObject({ linked: true, answer: null });
  expect(await answerWith(second, story, { idea: hers, outcome: 'selected' })).toMatchObject({ ok: true });
});

test('of two answers written from the same board the second has to read again, and is not written', async () => {
  const { challenge, first, second } = await open(1);
  await closeChallenge(story);
  const { version } = await board(second, challenge);
  await answerWith(first, story, { idea: at(0), outcome: 'selected' });
  const late = await second.call(answerIdea, {
    params: { challenge, idea: at(0) },
    body: { outcome: 'out_of_scope', motive: null, reason: REASON, version },
  });
  expect(late).toEqual({ ok: false, failure: { code: 'stale-version', current: version + 1 } });
  expect((await board(first, challenge)).entries[0]?.answer?.outcome).toBe('selected');
});

test('an answer changed after the proposal takes the proposal back', async () => {
  const { challenge, first, second } = await open(1);
  const params = { challenge };
  await closeChallenge(story);
  await answerWith(first, story, { idea: at(0), outcome: 'selected' });
  await first.call(proposeResults, { params, body: await versionOf(first, challenge) });
  expect((await board(second, challenge)).acts).toEqual(['answerIdea', 'confirmResults']);
  await answerWith(second, story, { idea: at(0), outcome: 'out_of_scope' });
  expect(await board(second, challenge)).toMatchObject({ proposedBy: null, proposedAt: null });
  expect(await second.call(confirmResults, { params, body: await versionOf(second, challenge) })).toEqual({
    ok: false,
    failure: { code: 'not-proposed', challenge },
  });
});

test('while one idea lacks its seal nothing is answered, and while ideas are open there is no board', async () => {
  const { challenge, first } = await open(1);
  expect(await first.call(readSelection, { params: { challenge } })).toMatchObject({
    failure: { code: 'not-allowed', why: 'ideas-are-open' },
  });
  world.unwritable.add('contribution.sealed');
  world.clock.set(new Date('2026-10-30T16:02:00.001Z'));
  expect(await answerWith(first, story, { idea: at(0), outcome: 'selected' })).toEqual({
    ok: false,
    failure: { code: 'challenge-phase', phase: 'closing', act: 'answerIdea' },
  });
});

test('a reason of less than eighty characters is refused with its length', async () => {
  const { challenge, first } = await open(1);
  await closeChallenge(story);
  const answer = await first.call(answerIdea, {
    params: { challenge, idea: at(0) },
    body: {
      outcome: 'selected',
      motive: null,
      reason: 'Bonne idée.',
      ...(await versionOf(first, challenge)),
    },
  });
  expect(answer).toEqual({ ok: false, failure: { code: 'reason-too-short', minimum: 80, length: 11 } });
});

test('results that cannot be written to the ledger change nothing at all', async () => {
  const { challenge, first, second } = await open(2);
  const params = { challenge };
  await closeChallenge(story);
  await answerWith(first, story, { idea: at(0), outcome: 'selected' });
  await answerWith(first, story, { idea: at(1), outcome: 'not_selected' });
  await first.call(proposeResults, { params, body: await versionOf(first, challenge) });
  world.unwritable.add('idea.selected');
  expect(
    await second.call(confirmResults, { params, body: await versionOf(second, challenge) }),
  ).toMatchObject({
    failure: { code: 'unexpected' },
  });
  const states = await Promise.all(
    story.ideas.map(async (id) => (await story.house.ideas.record(id))?.state),
  );
  expect(states).toEqual(['submitted', 'submitted']);
  expect(await board(second, challenge)).toMatchObject({ publishedAt: null, confirmedBy: null });
  expect(told('idea-answered')).toEqual([]);

  world.unwritable.clear();
  const again = await second.call(confirmResults, { params, body: await versionOf(second, challenge) });
  expect(again).toMatchObject({ ok: true });
});

test('an idea withdrawn after its answer needs none and gets none', async () => {
  const { challenge, first, second, authors } = await open(2);
  const params = { challenge };
  await closeChallenge(story);
  await answerWith(first, story, { idea: at(0), outcome: 'selected' });
  await answerWith(first, story, { idea: at(1), outcome: 'selected' });
  const body = { reason: '', askedBySomebody: 'unsaid' };
  expect(await authors[1]?.call(withdrawIdea, { params: { idea: at(1) }, body })).toMatchObject({ ok: true });
  await first.call(proposeResults, { params, body: await versionOf(first, challenge) });
  await second.call(confirmResults, { params, body: await versionOf(second, challenge) });
  expect(await story.house.ideas.record(at(1))).toMatchObject({
    state: 'withdrawn',
    answerPublishedAt: null,
  });
  expect(told('idea-answered').map(({ idea }) => idea)).toEqual([at(0)]);
});
