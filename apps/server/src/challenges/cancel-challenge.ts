/** Ends a challenge before its results, with a reason that everybody reads. */
import type {
  cancelChallenge as contract,
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
} from '@butinerie/contracts';
import { cancelChallenge as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitAndTell } from './commit-and-tell.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const cancelChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const decided = decide(stateOf(record), body, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { at, reason, version } = decided.value;
    const cancelled = { ...record, cancelled: { at, reason }, version };
    return commitAndTell(deps, {
      seen: record,
      next: cancelled,
      by,
      tell: { kind: 'challenge-cancelled', reason },
    });
  };
