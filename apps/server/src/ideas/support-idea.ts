/** « Utile chez moi aussi » : who said it is known to that person only. */
import type { CodesOf, Failure, IdeaId, Result, supportIdea as contract } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { supportIdea as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, loadIdea, type IdeaDeps } from './deps.ts';

export const supportIdea =
  (deps: IdeaDeps) =>
  async (
    id: IdeaId,
    supported: boolean,
    by: Speaker,
  ): Promise<Result<{ supported: boolean }, Failure<CodesOf<typeof contract>>>> => {
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const decided = decide(factsOf(loaded.value.idea), { supported }, loaded.value.asked);
    if (!decided.ok) return decided;
    await deps.store.support(id, by.person, supported);
    return ok({ supported });
  };
