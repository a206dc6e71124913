/** One challenge, or all that the reader may see, the latest opening first. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  readChallenge as contract,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { instantOf } from './challenge-times.ts';
import { isVisible, loadChallenge, type ChallengeDeps } from './deps.ts';
import type { ChallengeRecord } from './index.ts';
import { showChallenge } from './show-challenge.ts';

export const readChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<Challenge, Failure<CodesOf<typeof contract>>>> => {
    const loaded = await loadChallenge(deps, id, by);
    return loaded.ok ? ok(await showChallenge(deps, loaded.value, by)) : loaded;
  };

export const listChallenges =
  (deps: ChallengeDeps) =>
  async (by: Speaker): Promise<{ ok: true; value: { challenges: Challenge[] } }> => {
    const hers = deps.challenges.allAreFor(by) ? null : await deps.takingPart(by.person);
    const within = ({ id }: ChallengeRecord): boolean =>
      hers === null || deps.challenges.isFor(id, by) || hers.has(id);
    const visible = (await deps.store.all())
      .filter((record) => isVisible(record, by) && within(record))
      .toSorted((a, b) => instantOf(b.opensAt).getTime() - instantOf(a.opensAt).getTime());
    const challenges = await Promise.all(visible.map((record) => showChallenge(deps, record, by)));
    return ok({ challenges });
  };
