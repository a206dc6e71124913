/** Ending a challenge before its results, with a reason that everybody reads. Texts and credits stay. */
import { ok, refuse, type ChallengeId, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';

export interface ChallengeCancelled {
  readonly type: 'ChallengeCancelled';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly reason: string;
  readonly version: number;
}

export function cancelChallenge(
  challenge: ChallengeState,
  command: { readonly version: number; readonly reason: string },
  { by, now }: Asked,
): Result<ChallengeCancelled, Failure<'not-allowed' | 'challenge-phase' | 'stale-version'>> {
  if (!mayModerate(by, challenge.id)) {
    return refuse('not-allowed', { act: 'cancelChallenge', why: 'not-a-moderator' });
  }
  const phase = checkPhase(standingAt(challenge, now), 'cancelChallenge');
  if (!phase.ok) return phase;
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  return ok({
    type: 'ChallengeCancelled',
    challenge: challenge.id,
    at: now,
    reason: command.reason,
    version: version.value + 1,
  });
}
