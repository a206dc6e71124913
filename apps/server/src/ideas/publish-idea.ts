/** From draft to published: the text as it stands becomes an idea, and its author's name enters the ledger. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  publishIdea as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { checkParticulars, publishIdea as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import { factsOf, loadIdea, particularsOf, type IdeaDeps } from './deps.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const publishIdea =
  (deps: IdeaDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const mine = idea.originators.includes(by.person);
    // Published already by this person: the answer to a retry whose first answer was lost.
    if (idea.state === 'published' && mine) return readIdea(deps)(id, by);

    const { title, text } = await deps.documents.text(id);
    const parents = await deps.store.byIds(idea.parents);
    const decided = decide({ ...factsOf(idea), title, text, parents }, asked);
    if (!decided.ok) return decided;
    const complete = checkParticulars(loaded.value.challenge, particularsOf(idea));
    if (!complete.ok) return complete;

    const acts: CreditAct[] = [
      { act: 'idea.proposed', idea: id, by: by.person, title, text, directorate: by.directorate },
    ];
    if (idea.parents.length > 0)
      acts.push({ act: 'rebound.linked', idea: id, on: idea.parents, by: by.person });
    const committed = await deps.database.transaction(async (tx) => {
      const patch = { title, text, publishedAt: decided.value.at, savedAt: decided.value.at };
      if (!(await deps.ideas.move(tx, id, 'draft', 'published', patch)))
        return refuse('idea-state', { state: idea.state, act: 'publishIdea' });
      await deps.ledger.record(tx, acts);
      return ok(true);
    });
    if (!committed.ok) {
      // The same tap twice: the other one published it.
      const now = await deps.store.record(id);
      return now?.state === 'published' ? readIdea(deps)(id, by) : committed;
    }
    deps.ideas.announcePublished({ id, challenge: idea.challenge });
    return readIdea(deps)(id, by);
  };
