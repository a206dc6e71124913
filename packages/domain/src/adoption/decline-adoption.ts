/** A directorate says no, with its reason; the idea stays open to the others until the last has said no. */
import {
  ok,
  REASON_MINIMUM,
  refuse,
  type DirectorateId,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayAnswerFor } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { lengthOf } from '../ideas/length.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import type { AdoptableIdea } from './adopt-idea.ts';

export interface DeclinableIdea extends Pick<AdoptableIdea, 'id' | 'state' | 'adoptedBy'> {
  /** Directorates with a sponsor in the challenge, and those of them that declined before. */
  readonly asked: readonly DirectorateId[];
  readonly declinedBy: readonly DirectorateId[];
}

export interface AdoptionDeclined {
  readonly type: 'AdoptionDeclined';
  readonly idea: IdeaId;
  readonly directorate: DirectorateId;
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
  /** `declined` once no directorate is left to adopt it. */
  readonly becomes: IdeaState;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'already-adopted' | 'idea-state' | 'reason-too-short';

export function declineAdoption(
  idea: DeclinableIdea,
  command: { readonly directorate: DirectorateId; readonly reason: string },
  { by, challenge, phase, now }: AskedInChallenge,
): Result<AdoptionDeclined, Failure<Refusals>> {
  const { directorate } = command;
  if (!mayAnswerFor(by, directorate, challenge)) {
    return refuse('not-allowed', { act: 'declineAdoption', why: 'not-its-sponsor' });
  }
  const open = checkPhase(phase, 'declineAdoption');
  if (!open.ok) return open;
  if (idea.adoptedBy !== null) return refuse('already-adopted', { directorate: idea.adoptedBy });
  const moved = moveIdea(idea.state, 'decline', 'declineAdoption');
  if (!moved.ok) return moved;
  const reason = command.reason.trim();
  const length = lengthOf(reason);
  if (length < REASON_MINIMUM) return refuse('reason-too-short', { minimum: REASON_MINIMUM, length });
  const left = idea.asked.filter((each) => each !== directorate && !idea.declinedBy.includes(each));
  const becomes = left.length === 0 ? moved.value : idea.state;
  return ok({
    type: 'AdoptionDeclined',
    idea: idea.id,
    directorate,
    by: by.person,
    reason,
    at: now,
    becomes,
  });
}
