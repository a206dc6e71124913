/** An originator takes her idea back. Text and credit stay; the confidential answer is read by moderators only. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  Result,
  withdrawIdea as contract,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { withdrawIdea as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, type IdeaDeps } from './deps.ts';
import { readIdea } from './read-idea.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const withdrawIdea =
  (deps: IdeaDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const decided = decide(factsOf(idea), asked);
    if (!decided.ok) return decided;
    const withdrawal = { at: decided.value.at, by: by.person, ...body };
    const committed = await deps.database.transaction(async (tx) => {
      const moved = await deps.ideas.move(tx, id, idea.state, 'withdrawn', { withdrawal });
      return moved ? ok(true) : refuse('idea-state', { state: idea.state, act: 'withdrawIdea' });
    });
    if (!committed.ok) return committed;
    deps.ideas.announce(idea);
    return readIdea(deps)(id, by);
  };
