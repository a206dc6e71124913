/** Suspends a challenge, or suspends it longer, and tells everybody why and until when. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  pauseChallenge as contract,
  Result,
} from '@butinerie/contracts';
import { pauseChallenge as decide, toLocal } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitAndTell } from './commit-and-tell.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const pauseChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const state = stateOf(record);
    const decided = decide(state, body, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { pause, phase, reason, version } = decided.value;
    const { timeZone } = state;
    return commitAndTell(deps, {
      seen: record,
      next: {
        ...record,
        paused: { ...pause, reason },
        pausedIn: [...new Set([...record.pausedIn, phase])],
        version,
      },
      by,
      tell: {
        kind: 'challenge-paused',
        reason,
        until: { local: toLocal(pause.until, timeZone), timeZone, instant: pause.until.toISOString() },
      },
    });
  };
