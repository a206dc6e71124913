/** The theme and the answers of a published idea: changed by whoever writes in it, its theme also by a moderator. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  Particulars,
  Result,
  setParticulars as contract,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { setParticulars as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, noticesAbout, particularsOf, type IdeaDeps } from './deps.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const setParticulars =
  (deps: IdeaDeps) =>
  async (id: IdeaId, wanted: Particulars, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, challenge, asked } = loaded.value;
    const decided = decide({ ...factsOf(idea), particulars: particularsOf(idea) }, wanted, challenge, asked);
    if (!decided.ok) return decided;
    const { particulars, tell } = decided.value;
    const reason = challenge.themes.find((theme) => theme.id === particulars.theme)?.fr ?? '';
    const notices = noticesAbout(idea, 'theme-changed', tell, by.person).map((notice) => ({
      ...notice,
      reason,
    }));
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.ideas.amend(tx, id, idea.state, particulars)))
        return refuse('idea-state', { state: idea.state, act: 'setParticulars' });
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(notices);
    deps.ideas.announce(idea);
    return readIdea(deps)(id, by);
  };
