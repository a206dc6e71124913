/** The few fields of an idea that can be set. Its authors are not among them, for anybody. */
import type { CodesOf, Failure, IdeaId, IdeaPage, patchIdea as contract, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { patchIdea as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, type IdeaDeps } from './deps.ts';
import { readIdea } from './read-idea.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const patchIdea =
  (deps: IdeaDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const decided = decide(factsOf(idea), body, asked);
    if (!decided.ok) return decided;
    const committed = await deps.database.transaction(async (tx) => {
      const done = await deps.ideas.amend(tx, id, idea.state, { openTo: decided.value.openTo });
      return done ? ok(true) : refuse('idea-state', { state: idea.state, act: 'patchIdea' });
    });
    if (!committed.ok) return committed;
    deps.ideas.announce(idea);
    return readIdea(deps)(id, by);
  };
