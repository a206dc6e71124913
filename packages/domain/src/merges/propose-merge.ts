/** A moderator who sees two ideas saying the same proposes that they become one. Nothing follows but a question. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkPublished, type IdeaFacts } from '../ideas/idea-facts.ts';
import { isLinked, type LinkedIdea } from '../selection/selection-state.ts';
import type { PersonId } from '@butinerie/contracts';
import { originatorsOf, type Pair } from './merge-facts.ts';

interface Mergeable extends IdeaFacts, LinkedIdea {
  /** Whether another merge about it is open or stands. */
  readonly engaged: boolean;
}

export interface MergeProposed {
  readonly type: 'MergeProposed';
  /** Whose consent is asked. */
  readonly ask: readonly PersonId[];
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'own-idea' | 'already-answered';
const ACT = 'mergeIdeas';

export function proposeMerge(
  pair: Pair & { readonly source: Mergeable; readonly target: Mergeable },
  { by, challenge, phase }: AskedInChallenge,
): Result<MergeProposed, Failure<Refusals>> {
  if (!mayModerate(by, challenge)) return refuse('not-allowed', { act: ACT, why: 'not-a-moderator' });
  const open = checkPhase(phase, ACT);
  if (!open.ok) return open;
  if (pair.source.id === pair.target.id) return refuse('not-allowed', { act: ACT, why: 'same-idea' });
  for (const idea of [pair.source, pair.target]) {
    const published = checkPublished(idea.state, ACT);
    if (!published.ok) return published;
    // Nobody could consent for an author who is not known.
    if (idea.originators.length === 0) return refuse('not-allowed', { act: ACT, why: 'author-to-confirm' });
    if (isLinked(idea, by.person)) return refuse('own-idea', { idea: idea.id });
    if (idea.engaged) return refuse('already-answered', { answer: 'proposed' });
  }
  return ok({ type: 'MergeProposed', ask: originatorsOf(pair) });
}
