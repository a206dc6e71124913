/** What choosing needs to know: the ideas, their answers, and who proposed the results. */
import type {
  ChallengeId,
  Failure,
  IdeaId,
  IdeaState,
  Outcome,
  PersonId,
  ReasonedAnswer,
  Result,
} from '@butinerie/contracts';
import { isEligible, moveIdea, type IdeaEvent } from '../ideas/lifecycle.ts';
import type { IdeaFacts } from '../ideas/idea-facts.ts';

export type Verdict = Pick<ReasonedAnswer, 'outcome' | 'motive' | 'reason'>;

export interface SelectableIdea extends IdeaFacts {
  readonly rebounders: readonly PersonId[];
  /** Who said to have a link with its authors: of family, of hierarchy, of service; never which. */
  readonly declared: readonly PersonId[];
  readonly answer: Verdict | null;
}

export interface SelectionState {
  readonly challenge: ChallengeId;
  readonly version: number;
  readonly ideas: readonly SelectableIdea[];
  readonly proposedBy: PersonId | null;
}

export type LinkedIdea = Pick<SelectableIdea, 'originators' | 'coauthors' | 'rebounders' | 'declared'>;

/**
 * Whoever has a credit in an idea, or declared a link with its authors, decides no more about it than anybody outside
 * the moderators.
 */
export function isLinked(
  { originators, coauthors, rebounders, declared }: LinkedIdea,
  person: PersonId,
): boolean {
  return [originators, coauthors, rebounders, declared].some((people) => people.includes(person));
}

/** What each outcome does to an idea, once the results are confirmed. */
const EVENT_OF_OUTCOME: Readonly<Record<Outcome, IdeaEvent>> = {
  selected: 'select',
  not_selected: 'not_select',
  out_of_scope: 'out_of_scope',
};

export function moveByOutcome(state: IdeaState, outcome: Outcome): Result<IdeaState, Failure<'idea-state'>> {
  return moveIdea(state, EVENT_OF_OUTCOME[outcome], 'answerIdea');
}

/** Ideas without an answer that fits them; merged, withdrawn and hidden ones need none. */
export function missingAnswers({ ideas }: Pick<SelectionState, 'ideas'>): readonly IdeaId[] {
  const answered = ({ state, answer }: SelectableIdea): boolean =>
    answer !== null && moveByOutcome(state, answer.outcome).ok;
  return ideas.filter((idea) => isEligible(idea.state) && !answered(idea)).map(({ id }) => id);
}
