/** While somebody types a title: ideas of other people that say something alike, to rebound on rather than to repeat. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  Failure,
  findSimilar as contract,
  IdeaId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { SIMILAR_SHOWN } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Board } from './board.ts';

export interface SimilarDeps {
  readonly challenges: Challenges;
  readonly people: People;
  readonly pseudonyms: Pick<Pseudonyms, 'selvesOf'>;
  readonly board: (challenge: ChallengeId) => Promise<Board | null>;
}
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

/** Enough to recognise it by. */
const EXCERPT = 160;

export const findSimilar =
  ({ challenges, people, pseudonyms, board }: SimilarDeps) =>
  async (
    id: ChallengeId,
    { title, except }: { title: string; except: readonly IdeaId[] },
    { person }: Speaker,
  ): Promise<Answer> => {
    if ((await challenges.record(id)) === null) return refuse('not-found', { what: 'challenge' });
    const found = (await board(id))?.similar(title) ?? [];
    const selves = pseudonyms.selvesOf(person);
    const shown = found
      .filter(({ id: its, authors }) => !except.includes(its) && !authors.some((one) => selves.includes(one)))
      .slice(0, SIMILAR_SHOWN);
    const refs = await people.refs(shown.flatMap(({ originators }) => originators));
    return ok({
      ideas: shown.map(({ id: idea, title: its, text, originators }) => ({
        id: idea,
        title: its,
        originators: originators.flatMap((person) => refs.get(person) ?? []),
        excerpt: excerptOf(text),
      })),
    });
  };

function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= EXCERPT) return line;
  const cut = line.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT / 2))}…`;
}
