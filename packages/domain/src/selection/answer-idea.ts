/** A moderator answers an idea with a written reason. */
import { ok, REASON_MINIMUM, refuse, type Failure, type IdeaId, type Result } from '@butinerie/contracts';
import { checkVersion, type AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { lengthOf } from '../ideas/length.ts';
import {
  isLinked,
  moveByOutcome,
  type SelectableIdea,
  type SelectionState,
  type Verdict,
} from './selection-state.ts';

export interface IdeaAnswered extends Verdict {
  readonly type: 'IdeaAnswered';
  readonly idea: IdeaId;
  readonly at: Date;
  /** What a second person is about to confirm must not change under her eyes: the proposal is taken back. */
  readonly takesProposalBack: boolean;
  readonly version: number;
}

type VerdictRefusals = 'reason-too-short' | 'invalid-input';

/** What is wrong with an answer: the client asks the same before it sends. */
export function checkVerdict({
  outcome,
  motive,
  reason,
}: Verdict): Result<Verdict, Failure<VerdictRefusals>> {
  const trimmed = reason.trim();
  const length = lengthOf(trimmed);
  if (length < REASON_MINIMUM) return refuse('reason-too-short', { minimum: REASON_MINIMUM, length });
  if (outcome === 'not_selected' && motive === null) {
    return refuse('invalid-input', { issues: [{ path: 'motive', message: 'a motive is due' }] });
  }
  return ok({ outcome, motive: outcome === 'not_selected' ? motive : null, reason: trimmed });
}

type Refusals =
  VerdictRefusals | 'not-allowed' | 'challenge-phase' | 'stale-version' | 'idea-state' | 'own-idea';

export function answerIdea(
  selection: Pick<SelectionState, 'version' | 'proposedBy'>,
  command: Verdict & { readonly idea: SelectableIdea; readonly version: number },
  { by, challenge, phase, now }: AskedInChallenge,
): Result<IdeaAnswered, Failure<Refusals>> {
  if (!mayModerate(by, challenge))
    return refuse('not-allowed', { act: 'answerIdea', why: 'not-a-moderator' });
  const open = checkPhase(phase, 'answerIdea');
  if (!open.ok) return open;
  const { idea } = command;
  if (isLinked(idea, by.person)) return refuse('own-idea', { idea: idea.id });
  const version = checkVersion(selection.version, command.version);
  if (!version.ok) return version;
  const moved = moveByOutcome(idea.state, command.outcome);
  if (!moved.ok) return moved;
  const verdict = checkVerdict(command);
  if (!verdict.ok) return verdict;
  return ok({
    type: 'IdeaAnswered',
    idea: idea.id,
    ...verdict.value,
    at: now,
    takesProposalBack: selection.proposedBy !== null,
    version: version.value + 1,
  });
}
