/**
 * Suspending a challenge for a reason that everybody reads, and going on. Its clock stands still meanwhile; what people
 * write in their drafts is kept.
 */
import {
  ok,
  PAUSE_LIMIT,
  refuse,
  type ChallengeId,
  type Failure,
  type Phase,
  type Result,
  type TimeBox,
} from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayModerate } from '../accounts/policy.ts';
import { calendarDay, instantAt } from '../time/calendar.ts';
import { toLocal } from '../time/local-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { phaseAt, standingAt, type Pause } from './phase-at.ts';
import { deadlinesAfterPause } from './shift-deadlines.ts';

/** Working days a moderator may pause a challenge for; beyond, the general direction does. */
export const MODERATORS_PAUSE = 2;

export interface ChallengePaused {
  readonly type: 'ChallengePaused';
  readonly challenge: ChallengeId;
  readonly pause: Pause;
  readonly reason: string;
  readonly phase: Phase;
  readonly version: number;
}

export interface ChallengeResumed {
  readonly type: 'ChallengeResumed';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly timeBox: TimeBox;
  readonly version: number;
}

type Refusals = Failure<'not-allowed' | 'challenge-phase' | 'stale-version' | 'already-paused'>;

/** Called again during a pause it makes it longer, which only the general direction may. */
export function pauseChallenge(
  challenge: ChallengeState,
  command: { readonly version: number; readonly reason: string; readonly workingDays: number },
  { by, now }: Asked,
): Result<ChallengePaused, Refusals> {
  const directs = hasRole(by, 'dgs');
  const act = 'pauseChallenge';
  if (!directs && !mayModerate(by, challenge.id))
    return refuse('not-allowed', { act, why: 'not-a-moderator' });
  const standing = checkPhase(standingAt(challenge, now), act);
  if (!standing.ok) return standing;
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  const lengthens = challenge.pause !== null;
  if (!directs && (lengthens || command.workingDays > MODERATORS_PAUSE))
    return refuse('not-allowed', { act, why: 'general-direction-needed' });
  const phase = phaseAt(challenge, now);
  if (!lengthens && challenge.pausedIn.includes(phase)) return refuse('already-paused', { phase });
  const at = challenge.pause?.at ?? now;
  const until = endOfPause(at, Math.min(command.workingDays, PAUSE_LIMIT), challenge.timeZone);
  if (challenge.pause !== null && until <= challenge.pause.until) return refuse('already-paused', { phase });
  return ok({
    type: 'ChallengePaused',
    challenge: challenge.id,
    pause: { at, until },
    reason: command.reason,
    phase,
    version: version.value + 1,
  });
}

/** The same hour, so many working days later. */
export function endOfPause(at: Date, workingDays: number, timeZone: string): Date {
  const hour = toLocal(at, timeZone).slice(11);
  return instantAt(addWorkingDays(calendarDay(at, timeZone), workingDays), hour, timeZone);
}

/** By people, before the announced end or at it. */
export function resumeChallenge(
  challenge: ChallengeState,
  command: { readonly version: number; readonly timeBox: TimeBox },
  { by, now }: Asked,
): Result<ChallengeResumed, Failure<'not-allowed' | 'challenge-phase' | 'stale-version'>> {
  const act = 'resumeChallenge';
  if (!hasRole(by, 'dgs') && !mayModerate(by, challenge.id))
    return refuse('not-allowed', { act, why: 'not-a-moderator' });
  const standing = standingAt(challenge, now);
  const paused = checkPhase(standing, act);
  if (!paused.ok) return paused;
  const version = checkVersion(challenge.version, command.version);
  if (!version.ok) return version;
  return challenge.pause === null
    ? refuse('challenge-phase', { phase: standing, act })
    : ok(resumedAt(challenge, { pause: challenge.pause, at: now, timeBox: command.timeBox }));
}

/** By the clock: null while the announced end is ahead. At that end and not later, however late the server woke up. */
export function resumeByClock(
  challenge: ChallengeState,
  timeBox: TimeBox,
  now: Date,
): ChallengeResumed | null {
  const { pause } = challenge;
  if (pause === null || now < pause.until || standingAt(challenge, now) !== 'paused') return null;
  return resumedAt(challenge, { pause, at: pause.until, timeBox });
}

function resumedAt(
  { id, version }: ChallengeState,
  { pause, at, timeBox }: { pause: Pause; at: Date; timeBox: TimeBox },
): ChallengeResumed {
  return {
    type: 'ChallengeResumed',
    challenge: id,
    at,
    timeBox: deadlinesAfterPause(timeBox, { at: pause.at, resumedAt: at }),
    version: version + 1,
  };
}
