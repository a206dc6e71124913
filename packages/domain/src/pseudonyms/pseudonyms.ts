/** Proposing as nobody in particular until the results, and saying afterwards, oneself, who it was. */
import { ok, refuse, type Failure, type IdeaId, type ReboundId, type Result } from '@butinerie/contracts';
import { checkPhase, type Standing } from '../challenges/acts.ts';

/**
 * A rebound has its author beside it: what it grew into would have the same one. Refused before anything is written, so
 * that nobody believes herself hidden who is not.
 */
export function checkConcealable({
  grownFrom,
}: {
  readonly grownFrom: ReboundId | null;
}): Result<true, Failure<'pseudonym-impossible'>> {
  return grownFrom === null ? ok(true) : refuse('pseudonym-impossible', { because: 'grown-from-a-rebound' });
}

export interface PseudonymDecided {
  readonly type: 'PseudonymOpened' | 'PseudonymKept';
  readonly idea: IdeaId;
  readonly at: Date;
}

/** Once, from the results on; kept as often as she likes. */
export function openPseudonym(
  pseudonym: { readonly idea: IdeaId; readonly openedAt: Date | null },
  { choice }: { readonly choice: 'open' | 'keep' },
  { phase, now }: { readonly phase: Standing; readonly now: Date },
): Result<PseudonymDecided, Failure<'challenge-phase' | 'already-answered'>> {
  const after = checkPhase(phase, 'openPseudonym');
  if (!after.ok) return after;
  if (pseudonym.openedAt !== null) return refuse('already-answered', { answer: 'opened' });
  const type = choice === 'open' ? 'PseudonymOpened' : 'PseudonymKept';
  return ok({ type, idea: pseudonym.idea, at: now });
}
