/** The officer validates the note on personal data; the open page of those who prepare the challenge says so. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
  validateProtection as contract,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { validateProtection as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { loadChallenge, stale, type ChallengeDeps } from './deps.ts';
import { showChallenge } from './show-challenge.ts';

type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const validateProtection =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    // Said before by herself: the answer to a retry whose first answer was lost.
    if (record.protection?.how === 'officer' && record.protection.by === by.person)
      return ok(await showChallenge(deps, record, by));
    const decided = decide(stateOf(record), { version }, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { protection, version: next } = decided.value;
    const committed = await deps.database.transaction(async (tx) =>
      (await deps.challenges.change(tx, record, { protection })) ? ok(true) : stale(deps, id, tx),
    );
    if (!committed.ok) return committed;
    await deps.challenges.announce(id);
    return ok(await showChallenge(deps, { ...record, protection, version: next }, by));
  };
