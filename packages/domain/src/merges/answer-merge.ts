/** Each originator answers for herself: one refusal ends it, and only the last agreement makes it happen. */
import { ok, refuse, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkPublished } from '../ideas/idea-facts.ts';
import { awaitedOf, originatorsOf, type MergeFacts, type Pair } from './merge-facts.ts';

export interface MergeAgreed {
  readonly type: 'MergeAgreed';
  readonly by: PersonId;
  /** Hers was the last word that was missing: the ideas are one from now on. */
  readonly settles: boolean;
  /** Whose idea the merged one then is. */
  readonly originators: readonly PersonId[];
}
export interface MergeRefused {
  readonly type: 'MergeRefused';
  readonly by: PersonId;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'already-answered';
const ACT = 'mergeIdeas';

export function answerMerge(
  merge: MergeFacts,
  { answer, ...pair }: Pair & { readonly answer: 'agree' | 'refuse' },
  { by, phase }: AskedInChallenge,
): Result<MergeAgreed | MergeRefused, Failure<Refusals>> {
  if (!originatorsOf(pair).includes(by.person))
    return refuse('not-allowed', { act: ACT, why: 'not-an-originator' });
  const open = checkPhase(phase, ACT);
  if (!open.ok) return open;
  if (merge.state !== 'open') return refuse('already-answered', { answer: merge.state });
  if (answer === 'refuse') return ok({ type: 'MergeRefused', by: by.person });
  if (merge.agreed.includes(by.person)) return refuse('already-answered', { answer: 'agree' });
  for (const idea of [pair.source, pair.target]) {
    const published = checkPublished(idea.state, ACT);
    if (!published.ok) return published;
  }
  const agreed = [...merge.agreed, by.person];
  const settles = awaitedOf(pair, { agreed }).length === 0;
  return ok({ type: 'MergeAgreed', by: by.person, settles, originators: originatorsOf(pair) });
}
