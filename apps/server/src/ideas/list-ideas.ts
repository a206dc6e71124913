/** The ideas of a challenge, and a person's own. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  Failure,
  listIdeas as challengeContract,
  listMine as mineContract,
  PersonId,
  Phase,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { afterClosing } from '@butinerie/domain';
import { createHash } from 'node:crypto';
import type { Speaker } from '../accounts/index.ts';
import { cardsOf } from './cards.ts';
import type { IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

const UNLISTED: ReadonlySet<IdeaRecord['state']> = new Set(['draft', 'hidden', 'withdrawn', 'merged']);

export const listIdeas =
  (deps: IdeaDeps) =>
  async (
    id: ChallengeId,
    reader: Speaker,
  ): Promise<Result<AnswerOf<typeof challengeContract>, Failure<CodesOf<typeof challengeContract>>>> => {
    const challenge = await deps.challenges.record(id);
    if (challenge === null) return refuse('not-found', { what: 'challenge' });
    const phase = deps.challenges.phase(challenge);
    const listed = (await deps.ideas.ofChallenge(id)).filter((idea) => !UNLISTED.has(idea.state));
    const ordered = inOrder(listed, phase, reader.person);
    return ok({ ideas: await cardsOf(deps, ordered, { person: reader.person, phaseOf: () => phase }) });
  };

/**
 * While ideas are open each person has an order of her own, always the same for her: what stands first gets read and
 * supported more, so nothing may stand first for everybody. Afterwards: alphabetical.
 */
function inOrder(ideas: readonly IdeaRecord[], phase: Phase, reader: PersonId): IdeaRecord[] {
  if (afterClosing(phase)) return [...ideas].sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  const draw = (idea: IdeaRecord): string =>
    createHash('sha256').update(`${reader}:${idea.id}`).digest('hex');
  return ideas
    .map((idea) => ({ idea, place: draw(idea) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ idea }) => idea);
}

export const listMine =
  (deps: IdeaDeps) =>
  async (
    reader: Speaker,
  ): Promise<Result<AnswerOf<typeof mineContract>, Failure<CodesOf<typeof mineContract>>>> => {
    const [named, rebounds] = await Promise.all([
      deps.store.named(reader.person),
      deps.rebounds.byPerson(reader.person),
    ]);
    const phases = new Map<ChallengeId, Phase>();
    for (const id of new Set(named.map((idea) => idea.challenge))) {
      const challenge = await deps.challenges.record(id);
      if (challenge !== null) phases.set(id, deps.challenges.phase(challenge));
    }
    const cards = await cardsOf(deps, named, {
      person: reader.person,
      phaseOf: (idea) => phases.get(idea.challenge) ?? 'ideation',
    });
    const newest = [...cards].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    const me = (await deps.people.refs([reader.person])).get(reader.person);
    return ok({
      drafts: newest.filter((card) => card.state === 'draft'),
      ideas: newest.filter((card) => card.state !== 'draft'),
      rebounds: rebounds.flatMap((rebound) =>
        me === undefined
          ? []
          : [
              {
                ...rebound,
                person: me,
                at: rebound.at.toISOString(),
                answeredAt: rebound.answeredAt?.toISOString() ?? null,
              },
            ],
      ),
    });
  };
