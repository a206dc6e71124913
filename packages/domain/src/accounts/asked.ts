/** The circumstances of a request: who asks, when, and of which challenge in which phase. */
import { ok, refuse, type ChallengeId, type Failure, type Result } from '@butinerie/contracts';
import type { Standing } from '../challenges/acts.ts';
import type { Speaker } from './policy.ts';

export interface Asked {
  readonly by: Speaker;
  readonly now: Date;
}

export interface AskedInChallenge extends Asked {
  readonly challenge: ChallengeId;
  /** The phase, or that the challenge is paused in it. */
  readonly phase: Standing;
}

/** What was read must still stand when it is written. */
export function checkVersion(current: number, read: number): Result<number, Failure<'stale-version'>> {
  return current === read ? ok(current) : refuse('stale-version', { current });
}
