/** Ends a challenge before its results, with a reason that everybody reads. */
import type {
  cancelChallenge as contract,
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { cancelChallenge as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { loadChallenge, stale, type ChallengeDeps } from './deps.ts';
import { showChallenge } from './show-challenge.ts';

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
    const patch = { cancelled: { at, reason } };
    const committed = await deps.database.transaction(async (tx) =>
      (await deps.challenges.change(tx, record, patch)) ? ok(true) : stale(deps, id, tx),
    );
    if (!committed.ok) return committed;
    await deps.challenges.announce(id);
    return ok(await showChallenge(deps, { ...record, ...patch, version }, by));
  };
