/** Who is what to a delivery: who leads it, who answers for it, whose idea it is, who looks after the challenge. */
import type { DeliveryPart, PersonId } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayAnswerFor, mayModerate } from '../accounts/policy.ts';
import { isLinked } from '../selection/selection-state.ts';
import type { DeliverableIdea } from './delivery-state.ts';

type By = Pick<AskedInChallenge, 'by' | 'challenge'>;

export function isPilot({ adoption }: DeliverableIdea, person: PersonId): boolean {
  return adoption?.pilot === person;
}

/** As pilot or as sponsor; null to anybody else. */
export function promisedAs(idea: DeliverableIdea, { by, challenge }: By): DeliveryPart | null {
  if (isPilot(idea, by.person)) return 'pilot';
  const { adoption } = idea;
  return adoption !== null && mayAnswerFor(by, adoption.directorate, challenge) ? 'sponsor' : null;
}

/** Those whose word it is that it was done: its originators, and who carries it. */
export function confirmersOf({ originators, carrier }: DeliverableIdea): readonly PersonId[] {
  return [...new Set([...originators, ...(carrier === null ? [] : [carrier])])];
}

export function authorAs(idea: DeliverableIdea, person: PersonId): DeliveryPart | null {
  if (idea.originators.includes(person)) return 'author';
  return idea.carrier === person ? 'carrier' : null;
}

/** As author or carrier, or as a moderator who has no part in it. */
export function heardAs(idea: DeliverableIdea, { by, challenge }: By): DeliveryPart | null {
  const own = authorAs(idea, by.person);
  if (own !== null) return own;
  return mayModerate(by, challenge) && !isLinked(idea, by.person) ? 'moderator' : null;
}
