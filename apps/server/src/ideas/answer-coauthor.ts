/** An originator says yes or no to somebody who asked to co-write. */
import type {
  answerCoauthor as contract,
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  PersonId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerCoauthor as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, noticesAbout, type IdeaDeps } from './deps.ts';
import { joinCoauthor } from './join-coauthor.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const answerCoauthor =
  (deps: IdeaDeps) =>
  async (
    params: { idea: IdeaId; person: PersonId },
    answer: 'accept' | 'decline',
    by: Speaker,
  ): Promise<Answer> => {
    const loaded = await loadIdea(deps, params.idea, by);
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const facts = { ...factsOf(idea), openTo: idea.openTo, requests: idea.requests };
    const decided = decide(facts, { person: params.person, answer }, asked);
    if (!decided.ok) return decided;
    const event = decided.value;
    const joins = event.type === 'CoauthorJoined';
    const kind = joins ? 'coauthor-accepted' : 'coauthor-declined';
    const notices = noticesAbout(idea, kind, [params.person], by.person);
    const committed = await deps.database.transaction(async (tx) => {
      const done = joins
        ? await joinCoauthor(deps, tx, idea, event)
        : await deps.store.dropRequest(tx, idea.id, params.person);
      if (!done) return refuse('idea-state', { state: idea.state, act: 'answerCoauthor' });
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) {
      const now = await deps.store.record(idea.id);
      return joins && now?.coauthors.includes(params.person) ? readIdea(deps)(idea.id, by) : committed;
    }
    deps.notifications.announce(notices);
    deps.ideas.announce(idea);
    return readIdea(deps)(idea.id, by);
  };
