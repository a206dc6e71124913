/** After the results, her own word: the pseudonym was her. The ledger says so, and everybody reads her name from then on. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  openPseudonym as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { openPseudonym as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { loadIdea, type IdeaDeps } from './deps.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const openPseudonym =
  (deps: IdeaDeps) =>
  async (id: IdeaId, choice: 'open' | 'keep', by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const own = deps.pseudonyms.of(by.person);
    // To whoever has none here, there is none.
    if (own === null) return refuse('not-found', { what: 'pseudonym' });
    if (own.openedAt !== null && choice === 'open') return readIdea(deps)(id, by);
    const decided = decide(own, { choice }, loaded.value.asked);
    if (!decided.ok) return decided;
    const { type, at } = decided.value;
    const opens = type === 'PseudonymOpened';
    const committed = await deps.database.transaction(async (tx) => {
      const patch = opens ? { openedAt: at } : { keptAt: at };
      if (!(await deps.pseudonyms.decide(tx, own.id, patch)))
        return refuse('already-answered', { answer: 'opened' });
      if (opens)
        await deps.ledger.record(tx, [
          {
            act: 'pseudonym.opened',
            idea: own.idea,
            pseudonym: own.id,
            by: own.person,
            salt: own.salt,
          },
        ]);
      return ok(true);
    });
    if (!committed.ok) return committed;
    await deps.pseudonyms.caughtUp();
    if (opens) for (const idea of await deps.store.byIds(own.speaksIn)) deps.ideas.announce(idea);
    return readIdea(deps)(id, by);
  };
