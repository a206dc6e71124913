/** An originator agrees or refuses. The last agreement makes the ideas one: state, credit and notices in one commit. */
import type { answerMerge as contract, CodesOf, Failure, Merge, MergeId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerMerge as decide, type MergeAgreed } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { loadMerge, noticesTo, type LoadedPair, type MergeDeps } from './deps.ts';
import type { MergeRecord, Words } from './merges.store.ts';
import { shown } from './show-merges.ts';

type Answer = Result<Merge, Failure<CodesOf<typeof contract>>>;
interface Said {
  readonly answer: 'agree' | 'refuse';
  readonly reason: string;
}
interface Texts {
  readonly source: Words;
  readonly target: Words;
}

export const answerMerge =
  (deps: MergeDeps) =>
  async (id: MergeId, said: Said, by: Speaker): Promise<Answer> => {
    const before = await loadMerge(deps, id, { by });
    if (!before.ok) return before;
    const { merge } = before.value;
    const { person } = before.value.pair.asked.by;
    const again = said.answer === 'agree' ? merge.agreed.includes(person) : merge.refused?.by === person;
    if (again) return ok(await shown(deps, merge, before.value.pair));
    // Read before the commit: a document is not the transaction's. Nobody writes in what has joined another idea.
    const texts = {
      source: await deps.documents.text(merge.source),
      target: await deps.documents.text(merge.target),
    };
    const committed = await deps.database.transaction(async (tx) => {
      const now = await loadMerge(deps, id, { by, tx });
      if (!now.ok) return now;
      const { pair } = now.value;
      const decided = decide(now.value.merge, { ...pair, answer: said.answer }, pair.asked);
      if (!decided.ok) return decided;
      const answering = { merge: now.value.merge, pair, tx };
      return decided.value.type === 'MergeRefused'
        ? refuseIt(deps, answering, said.reason)
        : agreeTo(deps, answering, { agreed: decided.value, texts });
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(committed.value);
    await deps.pseudonyms.caughtUp();
    const after = await loadMerge(deps, id, { by });
    if (!after.ok) return after;
    for (const idea of [after.value.pair.source, after.value.pair.target]) deps.ideas.announce(idea);
    return ok(await shown(deps, after.value.merge, after.value.pair));
  };

interface Answering {
  readonly merge: MergeRecord;
  readonly pair: LoadedPair;
  readonly tx: Transaction;
}
type Done = Result<NoticeToTell[], Failure<'already-answered' | 'idea-state'>>;

async function refuseIt(deps: MergeDeps, { merge, pair, tx }: Answering, reason: string): Promise<Done> {
  const { by, now } = pair.asked;
  const patch = { state: 'refused', refused: { by: by.person, at: now, reason } } as const;
  if (!(await deps.store.change(tx, merge, patch))) return refuse('already-answered', { answer: 'refused' });
  const people = [merge.proposedBy, ...pair.source.originators, ...pair.target.originators];
  const notices = noticesTo(people, 'merge-refused', { idea: pair.target, actor: by.person });
  await deps.notifications.tell(tx, notices);
  return ok(notices);
}

interface Agreement {
  readonly agreed: MergeAgreed;
  readonly texts: Texts;
}

async function agreeTo(deps: MergeDeps, answering: Answering, { agreed, texts }: Agreement): Promise<Done> {
  const { merge, pair, tx } = answering;
  const { by, now } = pair.asked;
  const settled = agreed.settles ? ({ state: 'merged', merged: { at: now, ...texts } } as const) : {};
  const patch = { agreed: [...merge.agreed, by.person], ...settled };
  if (!(await deps.store.change(tx, merge, patch))) return refuse('already-answered', { answer: 'agree' });
  const about = { idea: merge.target, from: [merge.source] };
  const acts: CreditAct[] = [{ act: 'merge.consented', ...about, by: by.person }];
  if (!agreed.settles) {
    await deps.ledger.record(tx, acts);
    return ok([]);
  }
  await deps.ledger.record(tx, [...acts, { act: 'idea.merged', ...about, by: merge.proposedBy }]);
  const joined =
    (await deps.ideas.move(tx, merge.source, 'published', 'merged')) &&
    (await deps.ideas.amend(tx, merge.target, 'published', peopleOfBoth(pair, agreed)));
  if (!joined) return refuse('idea-state', { state: pair.source.state, act: 'mergeIdeas' });
  await deps.pseudonyms.alsoIn(tx, pair.source.originators, merge.target);
  return ok(await tellAll(deps, tx, pair, merge));
}

/** As the ledger folds it: the index of who writes follows in the same commit. */
function peopleOfBoth(
  { source, target }: LoadedPair,
  { originators }: MergeAgreed,
): Pick<IdeaRecord, 'originators' | 'coauthors' | 'requests'> {
  const coauthors = [...new Set([...target.coauthors, ...source.coauthors])];
  const writes = [...originators, ...coauthors];
  return { originators, coauthors, requests: target.requests.filter((person) => !writes.includes(person)) };
}

async function tellAll(
  deps: MergeDeps,
  tx: Transaction,
  { source, target, asked }: LoadedPair,
  merge: MergeRecord,
): Promise<NoticeToTell[]> {
  const actor = asked.by.person;
  const people = [source, target].flatMap(({ originators, coauthors }) => [...originators, ...coauthors]);
  const notices = [
    ...noticesTo([merge.proposedBy, ...people], 'ideas-merged', { idea: target, actor }),
    // Her support is not moved: that is hers to do, and that she gave one is hers to know.
    ...noticesTo(await deps.ideas.supporters(source.id), 'supported-merged', { idea: target, actor }),
  ];
  await deps.notifications.tell(tx, notices);
  return notices;
}
