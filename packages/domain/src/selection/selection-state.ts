/** What choosing needs to know: the ideas, their answers, and who proposed the results. */
import type { ChallengeId, IdeaId, PersonId, ReasonedAnswer } from '@butinerie/contracts';
import { isEligible } from '../ideas/lifecycle.ts';
import type { IdeaFacts } from '../ideas/idea-facts.ts';

export type Verdict = Pick<ReasonedAnswer, 'outcome' | 'motive' | 'reason'>;

export interface SelectableIdea extends IdeaFacts {
  readonly rebounders: readonly PersonId[];
  readonly answer: Verdict | null;
}

export interface SelectionState {
  readonly challenge: ChallengeId;
  readonly version: number;
  readonly ideas: readonly SelectableIdea[];
  readonly proposedBy: PersonId | null;
}

/** Whoever has a credit in an idea has a link with it and answers it no more than anybody outside the moderators. */
export function isLinked(
  { originators, coauthors, rebounders }: Pick<SelectableIdea, 'originators' | 'coauthors' | 'rebounders'>,
  person: PersonId,
): boolean {
  return [originators, coauthors, rebounders].some((people) => people.includes(person));
}

/** Ideas that still need an answer; merged, withdrawn and hidden ones need none. */
export function missingAnswers({ ideas }: Pick<SelectionState, 'ideas'>): readonly IdeaId[] {
  return ideas.filter(({ state, answer }) => isEligible(state) && answer === null).map(({ id }) => id);
}
