/** A draft: its author's alone, kept from the first word. */
import { ok, refuse, type ChallengeId, type Failure, type IdeaId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import type { GrowingRebound } from '../rebounds/grow-rebound.ts';
import { growRebound } from '../rebounds/grow-rebound.ts';
import { isOriginator, type IdeaFacts } from './idea-facts.ts';
import { checkLineage, type Lineage } from './lineage.ts';

export interface DraftToSave {
  readonly idea: IdeaId;
  readonly parents: readonly IdeaId[];
  /** The rebound it grows from. */
  readonly grownFrom: GrowingRebound | null;
  readonly lineage: Lineage;
}

export interface DraftSaved {
  readonly type: 'DraftSaved';
  readonly idea: IdeaId;
  /** The first save makes the idea and its document. */
  readonly created: boolean;
  /** Parents asked for, and the idea that the rebound was made on. */
  readonly parents: readonly IdeaId[];
  readonly at: Date;
}

type Refusals = 'challenge-phase' | 'idea-state' | 'id-taken' | 'lineage-cycle' | 'not-allowed';

/** `current`: what the id names already. Somebody else's idea is not told from any other use of the id. */
export function saveDraft(
  current: (IdeaFacts & { readonly challenge: ChallengeId }) | null,
  draft: DraftToSave,
  { by, challenge, phase, now }: AskedInChallenge,
): Result<DraftSaved, Failure<Refusals>> {
  const open = checkPhase(phase, 'saveDraft');
  if (!open.ok) return open;
  const mine = current === null || (isOriginator(current, by.person) && current.challenge === challenge);
  if (!mine) return refuse('id-taken', { id: draft.idea });
  if (current !== null && current.state !== 'draft') {
    return refuse('idea-state', { state: current.state, act: 'saveDraft' });
  }
  const grown = draft.grownFrom === null ? ok([]) : growRebound(draft.grownFrom, draft.idea, by.person);
  if (!grown.ok) return grown;
  const parents = [...new Set([...grown.value, ...draft.parents])];
  const lineage = checkLineage(draft.idea, parents, draft.lineage);
  if (!lineage.ok) return lineage;
  return ok({ type: 'DraftSaved', idea: draft.idea, created: current === null, parents, at: now });
}
