/** Who puts back what a text said: whoever writes in it, while it is written. */
import { ok, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkAuthor, checkPublished, isAuthor, isOriginator, type IdeaFacts } from '../ideas/idea-facts.ts';

export interface TextRestored {
  readonly by: PersonId;
  readonly at: Date;
  /** The others who write there. */
  readonly tell: readonly PersonId[];
}

export function restoreText(
  idea: IdeaFacts,
  { by, phase, now }: AskedInChallenge,
): Result<TextRestored, Failure<'not-allowed' | 'challenge-phase' | 'idea-state'>> {
  const author = checkAuthor(idea, by.person, 'updateIdea');
  if (!author.ok) return author;
  const open = checkPhase(phase, 'updateIdea');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'updateIdea');
  if (!published.ok) return published;
  const tell = [...idea.originators, ...idea.coauthors].filter((person) => person !== by.person);
  return ok({ by: by.person, at: now, tell });
}

/**
 * From which moment on somebody reads what a text was; null for nobody's business. What was written before publication
 * is its originators' alone.
 */
export function historyFrom(
  idea: IdeaFacts & { readonly publishedAt: Date | null },
  reader: { readonly person: PersonId; readonly moderates: boolean },
): Date | null {
  if (isOriginator(idea, reader.person)) return new Date(0);
  return isAuthor(idea, reader.person) || reader.moderates ? idea.publishedAt : null;
}

/** At least a third of it, and sixty characters: not a sentence that was made shorter. */
export function lostMuch(longest: number, length: number): boolean {
  const lost = longest - length;
  return lost >= 60 && lost * 3 >= longest;
}
