/** A later closing: asked by a moderator with a reason, agreed to by a sponsor, once, while everybody can still plan. */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type PersonId,
  type Result,
  type TimeBox,
} from '@butinerie/contracts';
import { checkVersion, type Asked } from '../accounts/asked.ts';
import { hasRole, mayModerate } from '../accounts/policy.ts';
import { checkPhase } from './acts.ts';
import type { ChallengeState } from './challenge-state.ts';
import { standingAt } from './phase-at.ts';
import { deadlinesAfterExtension } from './shift-deadlines.ts';
import { readHour } from './time-box.ts';

/** How long before the closing it has to be decided. */
export const EXTENSION_NOTICE_HOURS = 48;

export interface ExtensionAsked {
  readonly type: 'ExtensionAsked';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly askedBy: PersonId;
  readonly days: number;
  readonly reason: string;
  readonly version: number;
}

export interface ChallengeExtended {
  readonly type: 'ChallengeExtended';
  readonly challenge: ChallengeId;
  readonly at: Date;
  readonly agreedBy: PersonId;
  readonly timeBox: TimeBox;
  readonly version: number;
}

type Refusals =
  | 'not-allowed'
  | 'challenge-phase'
  | 'stale-version'
  | 'too-late-to-extend'
  | 'already-extended'
  | 'impossible-hour';

/** Asked again before it is agreed to, it replaces what was asked. */
export function askExtension(
  challenge: ChallengeState,
  command: {
    readonly version: number;
    readonly days: number;
    readonly reason: string;
    readonly timeBox: TimeBox;
  },
  { by, now }: Asked,
): Result<ExtensionAsked, Failure<Refusals>> {
  if (!mayModerate(by, challenge.id))
    return refuse('not-allowed', { act: 'askExtension', why: 'not-a-moderator' });
  const open = openToExtension(challenge, { act: 'askExtension', version: command.version, now });
  if (!open.ok) return open;
  const { days, reason, timeBox } = command;
  const later = readHour('closesAt', deadlinesAfterExtension(timeBox, days).closesAt);
  if (!later.ok && later.failure.code === 'impossible-hour')
    return { ok: false, failure: { ...later.failure, code: 'impossible-hour' } };
  return ok({
    type: 'ExtensionAsked',
    challenge: challenge.id,
    at: now,
    askedBy: by.person,
    days,
    reason,
    version: open.value + 1,
  });
}

/** By a sponsor, who is not the person who asked. */
export function agreeToExtension(
  challenge: ChallengeState,
  command: { readonly version: number; readonly timeBox: TimeBox },
  { by, now }: Asked,
): Result<ChallengeExtended, Failure<Refusals | 'extension-not-asked' | 'second-person-needed'>> {
  if (!hasRole(by, 'sponsor', challenge.id))
    return refuse('not-allowed', { act: 'agreeToExtension', why: 'not-a-sponsor' });
  const open = openToExtension(challenge, { act: 'agreeToExtension', version: command.version, now });
  if (!open.ok) return open;
  const { extension } = challenge;
  if (extension === null) return refuse('extension-not-asked', { challenge: challenge.id });
  if (extension.askedBy === by.person)
    return refuse('second-person-needed', { proposedBy: extension.askedBy });
  return ok({
    type: 'ChallengeExtended',
    challenge: challenge.id,
    at: now,
    agreedBy: by.person,
    timeBox: deadlinesAfterExtension(command.timeBox, extension.days),
    version: open.value + 1,
  });
}

function openToExtension(
  challenge: ChallengeState,
  { act, version, now }: { act: 'askExtension' | 'agreeToExtension'; version: number; now: Date },
): Result<number, Failure<'challenge-phase' | 'stale-version' | 'too-late-to-extend' | 'already-extended'>> {
  const standing = checkPhase(standingAt(challenge, now), act);
  if (!standing.ok) return standing;
  if (challenge.extension?.agreed === true) return refuse('already-extended', { challenge: challenge.id });
  if (challenge.closesAt.getTime() - now.getTime() < EXTENSION_NOTICE_HOURS * 3_600_000)
    return refuse('too-late-to-extend', {
      closesAt: challenge.closesAt.toISOString(),
      hours: EXTENSION_NOTICE_HOURS,
    });
  return checkVersion(challenge.version, version);
}
