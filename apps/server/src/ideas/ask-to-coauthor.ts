/** « Coécrire » : one tap asks; where the idea is open to everyone it consents at once. */
import type {
  askToCoauthor as contract,
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { askToCoauthor as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, noticesAbout, type IdeaDeps } from './deps.ts';
import { joinCoauthor } from './join-coauthor.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const askToCoauthor =
  (deps: IdeaDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const decided = decide({ ...factsOf(idea), openTo: idea.openTo, requests: idea.requests }, asked);
    if (!decided.ok) return decided;
    const event = decided.value;
    const joins = event.type === 'CoauthorJoined';
    const notices = noticesAbout(
      idea,
      joins ? 'coauthor-accepted' : 'coauthor-asked',
      idea.originators,
      by.person,
    );
    const committed = await deps.database.transaction(async (tx) => {
      const done = joins
        ? await joinCoauthor(deps, tx, idea, event)
        : await deps.store.addRequest(tx, id, by.person);
      if (!done) return refuse('idea-state', { state: idea.state, act: 'askToCoauthor' });
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) {
      // The same tap twice: the other one joined her.
      const now = await deps.store.record(id);
      return now?.coauthors.includes(by.person) ? readIdea(deps)(id, by) : committed;
    }
    deps.notifications.announce(notices);
    deps.ideas.announce(idea);
    return readIdea(deps)(id, by);
  };
