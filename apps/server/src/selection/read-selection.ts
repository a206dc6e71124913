/** The moderators' board, from closing on: while ideas are open nobody counts or compares them. */
import type {
  ChallengeId,
  CodesOf,
  Failure,
  readSelection as contract,
  Result,
  Selection,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { maySeeDraftChallenge, maySeeSelection } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { loadSelection, type SelectionDeps } from './deps.ts';
import { showSelection } from './show-selection.ts';

export const readSelection =
  (deps: SelectionDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<Selection, Failure<CodesOf<typeof contract>>>> => {
    const loaded = await loadSelection(deps, id, by);
    if (!loaded.ok) return loaded;
    const { challenge, asked } = loaded.value;
    if (challenge.scheduledAt === null && !maySeeDraftChallenge(by, id))
      return refuse('not-found', { what: 'challenge' });
    if (!maySeeSelection(by, id))
      return refuse('not-allowed', { act: 'readSelection', why: 'not-a-moderator' });
    if (challenge.scheduledAt === null || asked.now < deps.challenges.closesAt(challenge))
      return refuse('not-allowed', { act: 'readSelection', why: 'ideas-are-open' });
    return ok(await showSelection(deps, loaded.value));
  };
