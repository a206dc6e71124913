import {
  adoptIdea,
  archiveChallenge,
  declineAdoption,
  listIdeas,
  pauseChallenge,
  readChallenge,
  readIdea,
  resumeChallenge,
  type Challenge,
  type IdeaId,
} from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideChallenge, openChallenge, REASON, type Story } from '../../test/support/decided-challenge.ts';
import {
  leave,
  newWorld,
  openDecisions,
  type Person,
  type World,
} from '../../test/support/decision-house.ts';

/** Words as people may type them, kept as they are. */
const GAVE = '<b>Une file</b> en moins\n\u202e& "deux" \u{1F469}\u{1F3FD} ${x}';
const WHY = "Le service a déménagé ; ' OR 1=1 -- \u0301";
/** As the stand-in for the texts seals it. */
const TITLE = 'Un titre';

let world: World;
let story: Story;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  story = await openChallenge(world, 2);
});
afterEach(async () => {
  await story.house.close();
  await leave(world);
});

const now = (text: string): void => world.clock.set(new Date(text));
const params = () => ({ challenge: story.challenge });
async function read(by: Person = story.first): Promise<Challenge> {
  const answer = await by.call(readChallenge, { params: params() });
  if (!answer.ok) throw new Error(`the challenge is refused: ${answer.failure.code}`);
  return answer.value;
}
async function phaseIs(phase: string): Promise<void> {
  await expect.poll(async () => (await read()).phase).toBe(phase);
}
const archive = async (by: Person, unmeasured: { idea: IdeaId; reason: string }[], words = GAVE) =>
  by.call(archiveChallenge, {
    params: params(),
    body: { story: words, unmeasured, version: (await read()).version },
  });
/** The first idea adopted on Monday 16 November, the second not selected. */
async function adopted(): Promise<IdeaId> {
  await decideChallenge(story, ['selected', 'not_selected']);
  now('2026-11-16T09:00:00.000Z');
  const [idea] = story.ideas;
  if (idea === undefined) throw new Error('a challenge without an idea');
  const body = {
    directorate: story.directorate.id,
    pilot: story.house.person('Paul').id,
    promise: 'Nous l’essayons dans deux centres avant l’hiver.',
    milestone: { title: 'Premier centre équipé', dueOn: '2026-12-01' },
    halfDays: 6,
  };
  expect(await story.sponsor.call(adoptIdea, { params: { idea }, body })).toMatchObject({
    ok: true,
  });
  return idea;
}
const phasesTold = () =>
  world.news
    .filter(({ name }) => name === 'challenge:changed')
    .map(({ payload }) => (payload as { phase: string }).phase);

test('[AR1] [AR2] seven days after what was promised, as a pause has moved it, the review begins and pages hear', async () => {
  await adopted();
  expect((await read()).phase).toBe('delivery');
  now('2026-12-01T09:00:00.000Z');
  const paused = await story.first.call(pauseChallenge, {
    params: params(),
    body: { reason: 'Grève.', workingDays: 2, version: (await read()).version },
  });
  expect(paused).toMatchObject({ ok: true });
  now('2026-12-03T08:00:00.000Z');
  await story.first.call(resumeChallenge, { params: params(), body: { version: (await read()).version } });
  // Due on Sunday 14 February; two working days later is Tuesday the 16th, and seven days after that the 23rd.
  now('2027-02-23T22:59:59.000Z');
  expect((await read()).phase).toBe('delivery');
  now('2027-02-23T23:00:00.000Z');
  await expect.poll(phasesTold).toContain('impact_review');
  expect((await read()).phase).toBe('impact_review');
});

test('[AR1] where every selected idea was declined it follows the days in which directorates answer', async () => {
  await decideChallenge(story, ['selected', 'not_selected']);
  // Published on Friday 30 October: answers until 16 November, or until the 30th while an idea waits.
  await phaseIs('decided');
  now('2026-11-25T09:00:00.000Z');
  expect((await read()).phase).toBe('delivery');
  const [idea] = story.ideas;
  if (idea === undefined) throw new Error('a challenge without an idea');
  const declined = await story.sponsor.call(declineAdoption, {
    params: { idea },
    body: { directorate: story.directorate.id, reason: REASON },
  });
  expect(declined).toMatchObject({ ok: true });
  await phaseIs('impact_review');
});

test('[AR3] [AR5] it is archived with what it gave; before, what lacks is named; after, all of it is read', async () => {
  const idea = await adopted();
  expect(await archive(story.first, [])).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'delivery' },
  });
  now('2027-03-01T09:00:00.000Z');
  await phaseIs('impact_review');
  const before = await read();
  expect(before.acts).toContain('archiveChallenge');
  expect(before.unmeasured).toEqual([{ idea, title: TITLE, reason: null }]);
  const [author] = story.authors;
  if (author === undefined) throw new Error('an idea without an author');
  expect(await read(author)).toMatchObject({ unmeasured: [], archived: null });
  expect((await read(author)).acts).not.toContain('archiveChallenge');

  expect(await archive(story.first, [{ idea, reason: ' ' }], ' ')).toMatchObject({
    failure: { code: 'archive-incomplete', story: true, ideas: [TITLE] },
  });
  const reasons = [{ idea, reason: WHY }];
  // She moderates it, and Maud leads it.
  expect((await read(story.second)).acts).not.toContain('archiveChallenge');
  for (const by of [author, story.second])
    expect(await archive(by, reasons)).toMatchObject({ failure: { code: 'not-allowed' } });
  const done = await archive(story.first, reasons);
  expect(done).toMatchObject({ ok: true, value: { phase: 'archived' } });
  expect(await archive(story.first, reasons)).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'archived' },
  });

  const told = world.told.filter(({ kind }) => kind === 'challenge-archived').map(({ to }) => to);
  expect(told).toEqual(expect.arrayContaining([...story.authors.map(({ id }) => id), story.sponsor.id]));
  expect(told).toContain(story.second.id);
  expect(new Set(told).size).toBe(told.length);
  expect(phasesTold()).toContain('archived');

  // By whoever reads it, also from another start of the server.
  await story.house.close();
  const house = await openDecisions(world);
  story = { ...story, house };
  await house.start();
  const reader = house.as(author.id);
  expect(await reader(readChallenge, { params: params() })).toMatchObject({
    value: {
      phase: 'archived',
      acts: [],
      archived: { story: GAVE, by: { name: 'Maud' }, at: '2027-03-01T09:00:00.000Z' },
      unmeasured: [{ idea, title: TITLE, reason: WHY }],
    },
  });
  const page = await reader(readIdea, { params: { idea } });
  expect(page).toMatchObject({
    value: { state: 'adopted', adoptedBy: 'Routes', answer: { reason: REASON } },
  });
  expect(page.ok && page.value.credits.originators.map(({ id }) => id)).toEqual([author.id]);
  expect(page.ok && page.value.seal).not.toBeNull();
  const listed = await reader(listIdeas, { params: params() });
  expect(listed.ok && listed.value.ideas).toHaveLength(2);
});
