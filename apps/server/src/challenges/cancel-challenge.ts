/** Ends a challenge before its results, in two acts by two people: a moderator asks, the general direction agrees. */
import type {
  agreeToCancellation as agreeContract,
  cancelChallenge as contract,
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  PersonId,
  Result,
} from '@butinerie/contracts';
import {
  agreeToCancellation as decideAgreement,
  cancelChallenge as decide,
  type ChallengeCancelled,
} from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitAndTell } from './commit-and-tell.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';
import type { ChallengeRecord } from './index.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;
type Agreed = Result<Challenge, Failure<CodesOf<typeof agreeContract>>>;

/** Only the general direction hears of what is asked: the others would read an end that may never come. */
export const cancelChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const decided = decide(stateOf(record), body, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    if (decided.value.type === 'ChallengeCancelled')
      return commitAndTell(deps, ended(record, decided.value, by));
    const { askedBy, reason, version } = decided.value;
    return commitAndTell(deps, {
      seen: record,
      next: { ...record, cancellation: { askedBy, reason }, version },
      by,
      tell: { kind: 'cancellation-asked', reason, to: await whoAgrees(deps) },
    });
  };

export const agreeToCancellation =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Agreed> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const decided = decideAgreement(stateOf(record), { version }, { by, now: deps.clock.now() });
    return decided.ok ? commitAndTell(deps, ended(record, decided.value, by)) : decided;
  };

function ended(record: ChallengeRecord, { at, reason, version }: ChallengeCancelled, by: Speaker) {
  const next = { ...record, cancelled: { at, reason }, cancellation: null, version };
  return { seen: record, next, by, tell: { kind: 'challenge-cancelled' as const, reason } };
}

/** Where nobody holds the role, the administrators, who can give it. */
async function whoAgrees({ people }: ChallengeDeps): Promise<readonly PersonId[]> {
  const direction = await people.holders('dgs', {});
  return direction.length > 0 ? direction : people.holders('admin', {});
}
