/** The data protection officer says that the note on personal data of a challenge holds. */
import { ok, refuse, type ChallengeId, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState, Protection } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';

export interface ProtectionValidated {
  readonly type: 'ProtectionValidated';
  readonly challenge: ChallengeId;
  readonly protection: Protection;
  readonly version: number;
}

/** Over a moderator's word, never over her own: once she has said so, it is said. */
export function validateProtection(
  challenge: ChallengeState,
  command: { readonly version: number },
  { by, now }: Asked,
): Result<
  ProtectionValidated,
  Failure<'not-allowed' | 'challenge-phase' | 'stale-version' | 'already-answered'>
> {
  const act = 'validateProtection';
  if (!hasRole(by, 'dpo')) return refuse('not-allowed', { act, why: 'not-the-officer' });
  const phase = checkPhase(standingAt(challenge, now), 'prepareChallenge');
  if (!phase.ok) return phase;
  if (challenge.protection?.how === 'officer') return refuse('already-answered', { answer: 'officer' });
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  return ok({
    type: 'ProtectionValidated',
    challenge: challenge.id,
    protection: { how: 'officer', by: by.person, at: now },
    version: version.value + 1,
  });
}
