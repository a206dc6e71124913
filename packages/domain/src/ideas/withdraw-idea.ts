/** An originator takes her idea back. Its credit history stays. */
import { ok, type Failure, type IdeaId, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkOriginator, type IdeaFacts } from './idea-facts.ts';
import { moveIdea } from './lifecycle.ts';

export interface IdeaWithdrawn {
  readonly type: 'IdeaWithdrawn';
  readonly idea: IdeaId;
  readonly by: PersonId;
  readonly at: Date;
}

export function withdrawIdea(
  idea: IdeaFacts,
  { by, phase, now }: AskedInChallenge,
): Result<IdeaWithdrawn, Failure<'not-allowed' | 'challenge-phase' | 'idea-state'>> {
  const originator = checkOriginator(idea, by.person, 'withdrawIdea');
  if (!originator.ok) return originator;
  const open = checkPhase(phase, 'withdrawIdea');
  if (!open.ok) return open;
  const moved = moveIdea(idea.state, 'withdraw', 'withdrawIdea');
  if (!moved.ok) return moved;
  return ok({ type: 'IdeaWithdrawn', idea: idea.id, by: by.person, at: now });
}
