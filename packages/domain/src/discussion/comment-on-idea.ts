/** Saying something about an idea: to its authors, to whom one answers, to the committed directorates. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import type { IdeaFacts } from '../ideas/idea-facts.ts';
import { say, type Around, type Said, type Saying } from './talk.ts';

export interface IdeaCommented extends Said {
  readonly type: 'IdeaCommented';
  readonly idea: IdeaId;
}

const UNTALKED: ReadonlySet<IdeaState> = new Set(['draft', 'hidden', 'withdrawn']);

/** `sponsors`: who answers for the committed directorates. */
export function commentOnIdea(
  idea: IdeaFacts,
  saying: Saying,
  { sponsors, ...around }: Around & { readonly sponsors: readonly PersonId[] },
  asked: AskedInChallenge,
): Result<IdeaCommented, Failure<'challenge-phase' | 'idea-state' | 'text-missing' | 'text-too-long'>> {
  const act = 'commentOnIdea';
  const open = checkPhase(asked.phase, act);
  if (!open.ok) return open;
  if (UNTALKED.has(idea.state)) return refuse('idea-state', { state: idea.state, act });
  const said = say(saying, around, asked, (kind) => [
    ...[...idea.originators, ...idea.coauthors].map(
      (person) => [person, kind === 'thanks' ? 'thanked' : 'idea-commented'] as const,
    ),
    ...(kind === 'question' ? sponsors.map((person) => [person, 'question-asked'] as const) : []),
  ]);
  return said.ok ? ok({ type: 'IdeaCommented', idea: idea.id, ...said.value }) : said;
}
