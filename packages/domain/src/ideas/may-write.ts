/** Who types in the living text, and who reads what. */
import type { PersonId } from '@butinerie/contracts';
import { actAllowed, type Standing } from '../challenges/acts.ts';
import { isAuthor, isOriginator, type IdeaFacts } from './idea-facts.ts';

/** An idea open to everyone still needs the person's own tap: nobody becomes a co-author without consent. */
export function mayWrite(idea: Omit<IdeaFacts, 'id'>, person: PersonId, phase: Standing): boolean {
  if (idea.state === 'draft') return isOriginator(idea, person) && actAllowed(phase, 'saveDraft');
  return idea.state === 'published' && isAuthor(idea, person) && actAllowed(phase, 'updateIdea');
}

export interface ReadableIdea extends Omit<IdeaFacts, 'id'> {
  readonly publishedAt: Date | null;
}

/** What was never published is its author's alone; hidden or withdrawn, its authors' and the moderators'. */
export function mayReadIdea(idea: ReadableIdea, person: PersonId, moderates: boolean): boolean {
  if (idea.state === 'draft' || idea.publishedAt === null) return isOriginator(idea, person);
  const apart = idea.state === 'hidden' || idea.state === 'withdrawn';
  return !apart || moderates || isAuthor(idea, person);
}
