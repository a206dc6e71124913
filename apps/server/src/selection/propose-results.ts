/** One moderator says that every idea has its answer; the others are asked to look. */
import type {
  ChallengeId,
  CodesOf,
  Failure,
  proposeResults as contract,
  Result,
  Selection,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { proposeResults as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { announceBoard, loadSelection, moderatorsOf, stale, type SelectionDeps } from './deps.ts';
import { readSelection } from './read-selection.ts';

type Answer = Result<Selection, Failure<CodesOf<typeof contract>>>;

export const proposeResults =
  (deps: SelectionDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Answer> => {
    const loaded = await loadSelection(deps, id, by);
    if (!loaded.ok) return loaded;
    const { challenge, state, asked } = loaded.value;
    const decided = decide(state, { version }, asked);
    if (!decided.ok) return decided;

    const results = { ...challenge.results, proposedBy: by.person, proposedAt: decided.value.at };
    const moderators = await moderatorsOf(deps, id);
    const notices = [...moderators]
      .filter((person) => person !== by.person)
      .map((to): NoticeToTell => ({
        to,
        kind: 'results-to-confirm',
        challenge: id,
        idea: null,
        about: challenge.question,
        actor: by.person,
      }));
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.challenges.change(tx, challenge, { results }))) return stale(deps, id, tx);
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(notices);
    announceBoard(deps, challenge, moderators);
    return readSelection(deps)(id, by);
  };
