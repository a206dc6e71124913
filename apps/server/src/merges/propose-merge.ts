/** A moderator asks whether two ideas become one; everybody who had one of them is told in the same commit. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  Merge,
  MergeId,
  proposeMerge as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { proposeMerge as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import { loadPair, noticesTo, type MergeDeps } from './deps.ts';
import type { MergeRecord } from './merges.store.ts';
import { shown } from './show-merges.ts';

type Answer = Result<Merge, Failure<CodesOf<typeof contract>>>;
interface Wanted {
  readonly id: MergeId;
  readonly into: IdeaId;
  readonly reason: string;
}

export const proposeMerge =
  (deps: MergeDeps) =>
  async (source: IdeaId, { id, into, reason }: Wanted, by: Speaker): Promise<Answer> => {
    const loaded = await loadPair(deps, { source, target: into }, { by });
    if (!loaded.ok) return loaded;
    const pair = loaded.value;
    const known = await deps.store.record(id);
    if (known !== null) {
      // The answer to a retry whose first answer was lost.
      const same = known.source === source && known.target === into && known.proposedBy === by.person;
      return same ? ok(await shown(deps, known, pair)) : refuse('id-taken', { id });
    }
    const record: MergeRecord = {
      id,
      challenge: pair.source.challenge,
      source,
      target: into,
      state: 'open',
      reason,
      proposedBy: by.person,
      proposedAt: deps.clock.now(),
      agreed: [],
      refused: null,
      merged: null,
      undone: null,
    };
    try {
      const committed = await deps.database.transaction(async (tx) => {
        const now = await loadPair(deps, { source, target: into }, { by, tx });
        if (!now.ok) return now;
        const [one, other] = await Promise.all([
          withStanding(deps, tx, now.value.source),
          withStanding(deps, tx, now.value.target),
        ]);
        const decided = decide({ source: one, target: other }, now.value.asked);
        if (!decided.ok) return decided;
        // Both ideas are written: of two questions about the same idea one starts over and is refused.
        for (const idea of [one, other])
          await deps.ideas.amend(tx, idea.id, 'published', { savedAt: idea.savedAt });
        await deps.store.create(tx, record);
        const notices = noticesTo(decided.value.ask, 'merge-proposed', {
          idea: pair.target,
          actor: by.person,
          reason,
        });
        await deps.notifications.tell(tx, notices);
        return ok(notices);
      });
      if (!committed.ok) return committed;
      deps.notifications.announce(committed.value);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return refuse('id-taken', { id });
    }
    for (const idea of [pair.source, pair.target]) deps.ideas.announce(idea);
    return ok(await shown(deps, record, pair));
  };

async function withStanding(deps: MergeDeps, tx: Transaction, idea: IdeaRecord) {
  const { rebounders = [] } = (await deps.ledger.credits([idea.id])).get(idea.id) ?? {};
  const others = await deps.store.about([idea.id], tx);
  const declared = (await deps.declared([idea])).get(idea.id) ?? [];
  return {
    ...idea,
    rebounders,
    declared,
    engaged: others.some(({ state }) => state === 'open' || state === 'merged'),
  };
}
