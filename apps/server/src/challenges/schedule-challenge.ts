/** From draft to scheduled: everybody sees the page from here, and the clock takes over. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
  scheduleChallenge as contract,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { scheduleChallenge as decide, type ChallengeStaff } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { loadChallenge, moderatorsOf, stale, type ChallengeDeps } from './deps.ts';
import { showChallenge } from './show-challenge.ts';

type Command = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const scheduleChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, command: Command, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const staff = await staffOf(deps, id);
    const decided = decide(stateOf(record), { ...command, staff }, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const patch = { scheduledAt: decided.value.at, protection: decided.value.protection };
    const committed = await deps.database.transaction(async (tx) =>
      (await deps.challenges.change(tx, record, patch)) ? ok(true) : stale(deps, id, tx),
    );
    if (!committed.ok) return committed;
    await deps.challenges.announce(id);
    return ok(await showChallenge(deps, { ...record, ...patch, version: decided.value.version }, by));
  };

async function staffOf({ people, roles }: ChallengeDeps, challenge: ChallengeId): Promise<ChallengeStaff> {
  const [sponsors, moderators, jurors] = await Promise.all([
    roles.sponsorships(challenge),
    moderatorsOf(people, challenge),
    people.holders('juror', { challenge }),
  ]);
  return { sponsors, moderators, jurors };
}
