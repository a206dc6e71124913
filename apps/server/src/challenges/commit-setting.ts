/** One setting of a challenge, on the version it was read at, with what else it keeps; then open pages hear of it. */
import type { Challenge, Failure, Result } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { stale, type ChallengeDeps } from './deps.ts';
import type { ChallengeRecord } from './index.ts';
import { showChallenge } from './show-challenge.ts';

interface Setting {
  readonly seen: ChallengeRecord;
  readonly patch: Partial<ChallengeRecord>;
  readonly by: Speaker;
  /** In the same commit. */
  readonly also?: (tx: Transaction) => Promise<void>;
}

export async function commitSetting(
  deps: ChallengeDeps,
  { seen, patch, by, also }: Setting,
): Promise<Result<Challenge, Failure<'stale-version'>>> {
  const committed = await deps.database.transaction(async (tx) => {
    if (!(await deps.challenges.change(tx, seen, patch))) return stale(deps, seen.id, tx);
    await also?.(tx);
    return ok(true);
  });
  if (!committed.ok) return committed;
  await deps.challenges.announce(seen.id);
  return ok(await showChallenge(deps, { ...seen, ...patch, version: seen.version + 1 }, by));
}
