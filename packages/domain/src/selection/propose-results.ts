/** One moderator says that every idea has its answer; another one will look before anything is public. */
import { ok, refuse, type ChallengeId, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import { checkVersion, type AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { missingAnswers, type SelectionState } from './selection-state.ts';

export interface ResultsProposed {
  readonly type: 'ResultsProposed';
  readonly challenge: ChallengeId;
  readonly by: PersonId;
  readonly at: Date;
  readonly version: number;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'stale-version' | 'answers-missing';

export function proposeResults(
  selection: SelectionState,
  command: { readonly version: number },
  { by, challenge, phase, now }: AskedInChallenge,
): Result<ResultsProposed, Failure<Refusals>> {
  if (!mayModerate(by, challenge)) {
    return refuse('not-allowed', { act: 'proposeResults', why: 'not-a-moderator' });
  }
  const open = checkPhase(phase, 'proposeResults');
  if (!open.ok) return open;
  const version = checkVersion(selection.version, command.version);
  if (!version.ok) return version;
  const missing = missingAnswers(selection);
  if (missing.length > 0) return refuse('answers-missing', { ideas: [...missing] });
  return ok({ type: 'ResultsProposed', challenge, by: by.person, at: now, version: version.value + 1 });
}
