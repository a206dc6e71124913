/** The ideas of a challenge, and a person's own. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  Failure,
  listIdeas as challengeContract,
  listMine as mineContract,
  ListQuery,
  Phase,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { isListed } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { besideOf, cardsOf } from './cards.ts';
import type { IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

export const listIdeas =
  (deps: IdeaDeps) =>
  async (
    id: ChallengeId,
    query: ListQuery,
    reader: Speaker,
  ): Promise<Result<AnswerOf<typeof challengeContract>, Failure<CodesOf<typeof challengeContract>>>> => {
    const challenge = await deps.challenges.record(id);
    if (challenge === null) return refuse('not-found', { what: 'challenge' });
    const phase = deps.challenges.phase(challenge);
    const { person } = reader;
    const { ids, ...found } = await deps.search.list(id, query, { person, phase });
    const [read, beside] = await Promise.all([deps.store.byIds(ids), besideOf(deps, ids, { person })]);
    const records = new Map(read.map((idea) => [idea.id, idea]));
    // The index says which and in what order; whether an idea may be read is the record's to say, each time.
    const listed = ids.flatMap((idea) => records.get(idea) ?? []).filter(({ state }) => isListed(state));
    return ok({
      ...found,
      ideas: await cardsOf(
        deps,
        listed,
        { person, phaseOf: () => phase, challengeOf: () => challenge },
        beside,
      ),
      themes: challenge.themes.map(({ id: theme, fr, en }) => ({ id: theme, fr, en })),
    });
  };

export const listMine =
  (deps: IdeaDeps) =>
  async (
    reader: Speaker,
  ): Promise<Result<AnswerOf<typeof mineContract>, Failure<CodesOf<typeof mineContract>>>> => {
    const selves = deps.pseudonyms.selvesOf(reader.person);
    const [found, rebounds] = await Promise.all([deps.store.named(selves), deps.rebounds.byPerson(selves)]);
    const named = found.filter((idea) => !becameAnother(idea));
    const phases = new Map<ChallengeId, Phase>();
    const challenges = new Map<ChallengeId, ChallengeRecord>();
    for (const id of new Set(named.map((idea) => idea.challenge))) {
      const challenge = await deps.challenges.record(id);
      if (challenge === null) continue;
      phases.set(id, deps.challenges.phase(challenge));
      challenges.set(id, challenge);
    }
    const cards = await cardsOf(deps, named, {
      person: reader.person,
      phaseOf: (idea) => phases.get(idea.challenge) ?? 'ideation',
      challengeOf: (idea) => challenges.get(idea.challenge),
    });
    const newest = [...cards].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    const refs = await deps.people.refs(selves);
    return ok({
      drafts: newest.filter((card) => card.state === 'draft'),
      ideas: newest.filter((card) => card.state !== 'draft'),
      rebounds: rebounds.flatMap((rebound) => {
        const person = refs.get(rebound.person);
        // Whether a passage still stands is said on the page of its idea.
        const passages = rebound.instead === null ? [] : [rebound.instead];
        return person === undefined ? [] : [deps.rebounds.seen(rebound, { person, passages })];
      }),
    });
  };

/** A draft published under a pseudonym left its place empty: what became of it is another idea. */
const becameAnother = ({ state, publishedAt, withdrawal }: IdeaRecord): boolean =>
  state === 'withdrawn' && publishedAt === null && withdrawal === null;
