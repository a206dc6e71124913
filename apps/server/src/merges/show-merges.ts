/** Merges as people read them: an open question by those it concerns, what became of ideas by everybody. */
import type {
  AnswerOf,
  CodesOf,
  Failure,
  IdeaId,
  listMerges as contract,
  Merge,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  actAllowed,
  answerMerge,
  awaitedOf,
  isLinked,
  isOriginator,
  mayModerate,
  undoMerge,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { askedAbout, loadPair, type LoadedPair, type MergeDeps } from './deps.ts';
import type { MergeRecord } from './merges.store.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export async function shown(
  deps: MergeDeps,
  merge: MergeRecord,
  { source, target, asked }: LoadedPair,
): Promise<Merge> {
  const pair = { source, target };
  const awaited = merge.state === 'open' ? awaitedOf(pair, merge) : [];
  const refs = await deps.people.refs([
    ...[source, target].flatMap(({ originators }) => originators),
    ...merge.agreed,
    merge.proposedBy,
    ...(merge.refused === null ? [] : [merge.refused.by]),
    ...(merge.undone === null ? [] : [merge.undone.by]),
  ]);
  const named = (people: readonly (typeof merge.proposedBy)[]) => people.flatMap((id) => refs.get(id) ?? []);
  const one = (person: typeof merge.proposedBy) => {
    const ref = refs.get(person);
    if (ref === undefined) throw new Error(`merge ${merge.id} names a person who is not known`);
    return ref;
  };
  const refOf = ({ id, title, originators }: IdeaRecord) => ({ id, title, originators: named(originators) });
  const answers = answerMerge(merge, { ...pair, answer: 'agree' }, asked).ok;
  const undoes = undoMerge(merge, pair, asked).ok;
  return {
    id: merge.id,
    challenge: merge.challenge,
    state: merge.state,
    source: refOf(source),
    target: refOf(target),
    reason: merge.reason,
    proposedBy: one(merge.proposedBy),
    proposedAt: merge.proposedAt.toISOString(),
    agreed: named(merge.agreed),
    awaited: named(awaited),
    refused: merge.refused && {
      by: one(merge.refused.by),
      at: merge.refused.at.toISOString(),
      reason: merge.refused.reason,
    },
    merged: merge.merged && { ...merge.merged, at: merge.merged.at.toISOString() },
    undone: merge.undone && {
      by: one(merge.undone.by),
      at: merge.undone.at.toISOString(),
      became: merge.undone.became,
    },
    acts: [...(answers ? (['answerMerge'] as const) : []), ...(undoes ? (['undoMerge'] as const) : [])],
  };
}

export const listMerges =
  (deps: MergeDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Answer> => {
    const about = await askedAbout(deps, id, { by });
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const moderates = mayModerate(by, idea.challenge);
    const merges: Merge[] = [];
    for (const merge of await deps.store.about([id])) {
      const pair = await loadPair(deps, merge, { by }, merge.agreed);
      if (!pair.ok) continue;
      const concerned =
        moderates ||
        isOriginator(pair.value.source, pair.value.asked.by.person) ||
        isOriginator(pair.value.target, pair.value.asked.by.person);
      // Who hesitates or declines owes nobody an explanation.
      const settled = merge.state === 'merged' || merge.state === 'undone';
      if (concerned || settled) merges.push(await shown(deps, merge, pair.value));
    }
    const { rebounders = [] } = (await deps.ledger.credits([id])).get(id) ?? {};
    const declared = moderates ? ((await deps.declared([idea])).get(id) ?? []) : [];
    const mayPropose =
      moderates &&
      actAllowed(asked.phase, 'mergeIdeas') &&
      idea.state === 'published' &&
      idea.originators.length > 0 &&
      !isLinked({ ...idea, rebounders, declared }, asked.by.person) &&
      !merges.some(({ state }) => state === 'open' || state === 'merged');
    return ok({ merges, mayPropose });
  };
