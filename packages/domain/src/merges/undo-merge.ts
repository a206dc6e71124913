/** Consent can be taken back while texts are open: an originator ends the merge, and each idea stands alone again. */
import { ok, refuse, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { originatorsOf, type MergeFacts, type Pair } from './merge-facts.ts';

export interface MergeUndone {
  readonly type: 'MergeUndone';
  readonly by: PersonId;
}

const ACT = 'undoMerge';

export function undoMerge(
  merge: MergeFacts,
  pair: Pair,
  { by, phase }: AskedInChallenge,
): Result<MergeUndone, Failure<'not-allowed' | 'challenge-phase' | 'idea-state' | 'already-answered'>> {
  if (!originatorsOf(pair).includes(by.person))
    return refuse('not-allowed', { act: ACT, why: 'not-an-originator' });
  const open = checkPhase(phase, ACT);
  if (!open.ok) return open;
  if (merge.state !== 'merged') return refuse('already-answered', { answer: merge.state });
  const alone = moveIdea(pair.source.state, 'unmerge', ACT);
  if (!alone.ok) return alone;
  if (pair.target.state !== 'published') return refuse('idea-state', { state: pair.target.state, act: ACT });
  return ok({ type: 'MergeUndone', by: by.person });
}
