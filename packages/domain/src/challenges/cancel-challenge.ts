/**
 * Ending a challenge before its results, with a reason that everybody reads: asked by a moderator, agreed to by the general
 * direction. What nobody but its moderators has seen needs nobody else. Texts and credits stay.
 */
import { ok, refuse, type ChallengeId, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayModerate } from '../accounts/policy.ts';
import { checkPhase, type Act } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';

export interface ChallengeCancelled {
  readonly type: 'ChallengeCancelled';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly reason: string;
  readonly version: number;
}
export interface CancellationAsked {
  readonly type: 'CancellationAsked';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly askedBy: PersonId;
  readonly reason: string;
  readonly version: number;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'stale-version';

/** Asked again before it is agreed to, it replaces what was asked. */
export function cancelChallenge(
  challenge: ChallengeState,
  command: { readonly version: number; readonly reason: string },
  { by, now }: Asked,
): Result<ChallengeCancelled | CancellationAsked, Failure<Refusals>> {
  const act = 'cancelChallenge';
  if (!mayModerate(by, challenge.id)) return refuse('not-allowed', { act, why: 'not-a-moderator' });
  const open = openToCancelling(challenge, { act, version: command.version, now });
  if (!open.ok) return open;
  const about = { challenge: challenge.id, at: now, reason: command.reason, version: open.value + 1 };
  return challenge.scheduledAt === null
    ? ok({ type: 'ChallengeCancelled', ...about })
    : ok({ type: 'CancellationAsked', askedBy: by.person, ...about });
}

/** By the general direction, who is not the person who asked. */
export function agreeToCancellation(
  challenge: ChallengeState,
  command: { readonly version: number },
  { by, now }: Asked,
): Result<ChallengeCancelled, Failure<Refusals | 'cancellation-not-asked' | 'second-person-needed'>> {
  const act = 'agreeToCancellation';
  if (!hasRole(by, 'dgs')) return refuse('not-allowed', { act, why: 'general-direction-needed' });
  const open = openToCancelling(challenge, { act, version: command.version, now });
  if (!open.ok) return open;
  const { cancellation } = challenge;
  if (cancellation === null) return refuse('cancellation-not-asked', { challenge: challenge.id });
  if (cancellation.askedBy === by.person)
    return refuse('second-person-needed', { proposedBy: cancellation.askedBy });
  const { reason } = cancellation;
  return ok({
    type: 'ChallengeCancelled',
    challenge: challenge.id,
    at: now,
    reason,
    version: open.value + 1,
  });
}

function openToCancelling(
  challenge: ChallengeState,
  { act, version, now }: { act: Act; version: number; now: Date },
): Result<number, Failure<'challenge-phase' | 'stale-version'>> {
  const phase = checkPhase(standingAt(challenge, now), act);
  return phase.ok ? checkVersion(challenge.version, version) : phase;
}
