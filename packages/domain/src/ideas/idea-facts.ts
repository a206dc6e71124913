/** What deciding about an idea needs to know of it, and who is who in it. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';

export interface IdeaPeople {
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
}

export interface IdeaFacts extends IdeaPeople {
  readonly id: IdeaId;
  readonly state: IdeaState;
}

export function isOriginator({ originators }: Pick<IdeaPeople, 'originators'>, person: PersonId): boolean {
  return originators.includes(person);
}

/** Originator or consented co-author: those who type in the text. */
export function isAuthor(idea: IdeaPeople, person: PersonId): boolean {
  return isOriginator(idea, person) || idea.coauthors.includes(person);
}

export function checkOriginator(
  idea: Pick<IdeaPeople, 'originators'>,
  person: PersonId,
  act: string,
): Result<PersonId, Failure<'not-allowed'>> {
  return isOriginator(idea, person) ? ok(person) : refuse('not-allowed', { act, why: 'not-an-originator' });
}

export function checkAuthor(
  idea: IdeaPeople,
  person: PersonId,
  act: string,
): Result<PersonId, Failure<'not-allowed'>> {
  return isAuthor(idea, person) ? ok(person) : refuse('not-allowed', { act, why: 'not-an-author' });
}

export function checkPublished(state: IdeaState, act: string): Result<IdeaState, Failure<'idea-state'>> {
  return state === 'published' ? ok(state) : refuse('idea-state', { state, act });
}
