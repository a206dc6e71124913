/** A challenge played up to a point of its story through the routes, for tests that begin there. */
import {
  answerIdea,
  confirmResults,
  draftChallenge,
  mintId,
  proposeResults,
  readSelection,
  scheduleChallenge,
  type ChallengeId,
  type IdeaId,
  type LocalTime,
  type Outcome,
  type Selection,
} from '@butinerie/contracts';
import { expect } from 'vitest';
import { openDecisions, type Decisions, type Person, type World } from './decision-house.ts';

const EVERYWHERE = { challenge: null, directorate: null };
const paris = (local: string): LocalTime => ({ local, timeZone: 'Europe/Paris' });
const TIME_BOX = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-10T17:00'),
};
export const REASON =
  'Cette idée répond à la question posée, elle tient dans les quatre-vingt-dix jours et elle se mesure simplement.';

export interface Story {
  readonly world: World;
  readonly house: Decisions;
  readonly challenge: ChallengeId;
  readonly first: Person;
  readonly second: Person;
  readonly sponsor: Person;
  readonly directorate: { id: string; name: string };
  readonly authors: readonly Person[];
  readonly ideas: readonly IdeaId[];
}

/** Until ideation, with so many ideas, each by an author of its own. */
export async function openChallenge(world: World, count: number): Promise<Story> {
  const house = await openDecisions(world);
  const directorate = house.directorate('Routes');
  const first = house.person('Maud', { role: 'moderator_lead', ...EVERYWHERE });
  const second = house.person('Malo', { role: 'moderator', ...EVERYWHERE });
  const sponsor = house.person('Sami', { role: 'sponsor', challenge: null, directorate: directorate.id });
  await house.start();
  const challenge = mintId('challenge');
  const params = { challenge };
  const body = { question: 'Comment mieux accueillir ?', brief: '', timeBox: TIME_BOX, version: 0 };
  expect((await first.call(draftChallenge, { params, body })).ok).toBe(true);
  expect(
    (await first.call(scheduleChallenge, { params, body: { version: 1, protectionChecked: true } })).ok,
  ).toBe(true);
  world.clock.set(new Date('2026-10-12T07:00:00.000Z'));
  const authors: Person[] = [];
  const ideas: IdeaId[] = [];
  for (let n = 1; n <= count; n += 1) {
    const author = house.person(`Autrice ${n}`);
    authors.push(author);
    ideas.push(await house.idea(challenge, author.id, `Idée ${n}`));
  }
  return { world, house, challenge, first, second, sponsor, directorate, authors, ideas };
}

/** On to deliberation, every idea sealed. */
export async function closeChallenge({ world, house, challenge }: Story): Promise<void> {
  world.clock.set(new Date('2026-10-30T16:02:00.001Z'));
  await expect.poll(async () => (await house.challenges.record(challenge))?.sealedAt).not.toBeNull();
}

export async function board(person: Person, challenge: ChallengeId): Promise<Selection> {
  const answer = await person.call(readSelection, { params: { challenge } });
  if (!answer.ok) throw new Error(`the board is refused: ${answer.failure.code}`);
  return answer.value;
}

export async function answerWith(
  person: Person,
  { challenge }: Pick<Story, 'challenge'>,
  { idea, outcome }: { idea: IdeaId; outcome: Outcome },
) {
  const { version } = await board(person, challenge);
  const motive = outcome === 'not_selected' ? 'cost' : null;
  return person.call(answerIdea, {
    params: { challenge, idea },
    body: { outcome, motive, reason: REASON, version },
  });
}

/** On to the published results: the first idea selected, then as said. */
export async function decideChallenge(story: Story, outcomes: readonly Outcome[]): Promise<void> {
  const { first, second, challenge, ideas } = story;
  await closeChallenge(story);
  for (const [n, outcome] of outcomes.entries()) {
    const idea = ideas[n];
    if (idea === undefined) throw new Error('more outcomes than ideas');
    expect(await answerWith(first, story, { idea, outcome })).toMatchObject({ ok: true });
  }
  const params = { challenge };
  const proposed = await first.call(proposeResults, { params, body: await versionOf(first, challenge) });
  expect(proposed).toMatchObject({ ok: true });
  const confirmed = await second.call(confirmResults, { params, body: await versionOf(second, challenge) });
  expect(confirmed).toMatchObject({ ok: true });
}

export async function versionOf(person: Person, challenge: ChallengeId): Promise<{ version: number }> {
  return { version: (await board(person, challenge)).version };
}
