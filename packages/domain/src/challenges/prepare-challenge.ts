/** What every change of a challenge's settings asks first: who, when, and on which version. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';

export type Preparing = 'not-allowed' | 'challenge-phase' | 'stale-version';

/** The version it will have. */
export function checkPreparing(
  challenge: ChallengeState,
  read: number,
  { by, now }: Asked,
): Result<number, Failure<Preparing>> {
  if (!mayModerate(by, challenge.id))
    return refuse('not-allowed', { act: 'prepareChallenge', why: 'not-a-moderator' });
  const phase = checkPhase(standingAt(challenge, now), 'prepareChallenge');
  if (!phase.ok) return phase;
  const version = checkVersion(challenge.version, read);
  return version.ok ? ok(version.value + 1) : version;
}
