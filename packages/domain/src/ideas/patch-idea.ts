/** Opening an idea to whoever wants to write in it, or closing it again. Those who joined stay. */
import { ok, refuse, type Failure, type IdeaId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import type { OpenTo } from './coauthors.ts';
import { checkOriginator, type IdeaFacts } from './idea-facts.ts';

export interface IdeaPatched {
  readonly type: 'IdeaPatched';
  readonly idea: IdeaId;
  readonly openTo: OpenTo;
}

export function patchIdea(
  idea: IdeaFacts,
  { openTo }: { readonly openTo: OpenTo },
  { by, phase }: AskedInChallenge,
): Result<IdeaPatched, Failure<'not-allowed' | 'challenge-phase' | 'idea-state'>> {
  const originator = checkOriginator(idea, by.person, 'patchIdea');
  if (!originator.ok) return originator;
  const open = checkPhase(phase, 'patchIdea');
  if (!open.ok) return open;
  if (idea.state !== 'draft' && idea.state !== 'published') {
    return refuse('idea-state', { state: idea.state, act: 'patchIdea' });
  }
  return ok({ type: 'IdeaPatched', idea: idea.id, openTo });
}
