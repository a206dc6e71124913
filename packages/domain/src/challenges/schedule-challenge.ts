/** From draft to scheduled: agents see the page, and the clock takes over. */
import { ok, refuse, type ChallengeId, type Failure, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeStaff, ChallengeState, Protection } from './challenge-state.ts';
import { phaseAt } from './phase-at.ts';
import { checkTimeBoxAhead } from './time-box.ts';

/** Fewer jurors leave no deliberation once one has declared a link. */
export const JURORS_MINIMUM = 3;

export const MISSING = ['question', 'sponsor', 'moderator', 'jurors', 'protection'] as const;
export type Missing = (typeof MISSING)[number];

/**
 * What stands between a draft and its schedule: the screen lists it before the button is pressed. `protectionChecked`:
 * a moderator says that the note on personal data was validated before.
 */
export function missingToSchedule(
  challenge: Pick<ChallengeState, 'question' | 'selectionMode'> & { readonly protection: unknown },
  { sponsors, moderators, jurors }: ChallengeStaff,
  protectionChecked = false,
): readonly Missing[] {
  const missing: Missing[] = [];
  if (challenge.question.trim() === '') missing.push('question');
  if (sponsors.length === 0) missing.push('sponsor');
  if (moderators.length === 0) missing.push('moderator');
  if (challenge.selectionMode === 'jury' && jurors.length < JURORS_MINIMUM) missing.push('jurors');
  if (challenge.protection === null && !protectionChecked) missing.push('protection');
  return missing;
}

export interface ChallengeScheduled {
  readonly type: 'ChallengeScheduled';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly protection: Protection;
  readonly version: number;
}

type Refusals =
  'not-allowed' | 'challenge-phase' | 'stale-version' | 'challenge-incomplete' | 'invalid-dates';

/** `command.staff`: who holds a role in it now. */
export function scheduleChallenge(
  challenge: ChallengeState,
  command: {
    readonly version: number;
    readonly staff: ChallengeStaff;
    readonly protectionChecked?: boolean | undefined;
  },
  { by, now }: Asked,
): Result<ChallengeScheduled, Failure<Refusals>> {
  if (!mayModerate(by, challenge.id)) {
    return refuse('not-allowed', { act: 'scheduleChallenge', why: 'not-a-moderator' });
  }
  const phase = checkPhase(phaseAt(challenge, now), 'scheduleChallenge');
  if (!phase.ok) return phase;
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  const missing = missingToSchedule(challenge, command.staff, command.protectionChecked);
  if (missing.length > 0) return refuse('challenge-incomplete', { missing: [...missing] });
  const dates = checkTimeBoxAhead(challenge, now);
  if (!dates.ok) return dates;
  return ok({
    type: 'ChallengeScheduled',
    challenge: challenge.id,
    at: now,
    protection: challenge.protection ?? { how: 'said', by: by.person, at: now },
    version: version.value + 1,
  });
}
