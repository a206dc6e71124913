/** The second person: every answer becomes public at once, and every idea takes the state that its answer says. */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { checkVersion, type AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { isEligible } from '../ideas/lifecycle.ts';
import { missingAnswers, moveByOutcome, type SelectionState } from './selection-state.ts';

export interface ResultsConfirmed {
  readonly type: 'ResultsConfirmed';
  readonly challenge: ChallengeId;
  readonly by: PersonId;
  readonly at: Date;
  readonly states: readonly {
    readonly idea: IdeaId;
    readonly to: IdeaState;
    readonly tell: readonly PersonId[];
  }[];
  readonly version: number;
}

type Refusals =
  | 'not-allowed'
  | 'challenge-phase'
  | 'stale-version'
  | 'not-proposed'
  | 'second-person-needed'
  | 'answers-missing';

export function confirmResults(
  selection: SelectionState,
  command: { readonly version: number },
  { by, challenge, phase, now }: AskedInChallenge,
): Result<ResultsConfirmed, Failure<Refusals>> {
  if (!mayModerate(by, challenge)) {
    return refuse('not-allowed', { act: 'confirmResults', why: 'not-a-moderator' });
  }
  const open = checkPhase(phase, 'confirmResults');
  if (!open.ok) return open;
  const version = checkVersion(selection.version, command.version);
  if (!version.ok) return version;
  const { proposedBy } = selection;
  if (proposedBy === null) return refuse('not-proposed', { challenge });
  if (proposedBy === by.person) return refuse('second-person-needed', { proposedBy });
  const missing = missingAnswers(selection);
  if (missing.length > 0) return refuse('answers-missing', { ideas: [...missing] });
  return ok({
    type: 'ResultsConfirmed',
    challenge,
    by: by.person,
    at: now,
    states: statesOf(selection),
    version: version.value + 1,
  });
}

function statesOf({ ideas }: SelectionState): ResultsConfirmed['states'] {
  return ideas.flatMap(({ id, state, answer, originators, coauthors }) => {
    // An idea may have been withdrawn after its answer was written: that answer then says nothing.
    if (answer === null || !isEligible(state)) return [];
    const moved = moveByOutcome(state, answer.outcome);
    if (!moved.ok) throw new Error(`the answer of ${id} does not fit its state ${state}`);
    return [{ idea: id, to: moved.value, tell: [...originators, ...coauthors] }];
  });
}
