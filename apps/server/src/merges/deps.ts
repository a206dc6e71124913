/** What the use cases of this slice are handed by the composition root. */
import type { Failure, IdeaId, MergeId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { isOriginator, mayModerate, mayReadIdea, type AskedInChallenge } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { MergeRecord, MergeStore } from './merges.store.ts';

export interface MergeSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly documents: Documents;
  readonly ledger: Ledger;
  readonly people: People;
  readonly pseudonyms: Pick<Pseudonyms, 'speakingOn' | 'alsoIn' | 'caughtUp'>;
  readonly notifications: Notifications;
  /** Who declared a link with each of these ideas. */
  readonly declared: Moderation['declared'];
}
export interface MergeDeps extends MergeSetup {
  readonly store: MergeStore;
}

export interface LoadedPair {
  readonly source: IdeaRecord;
  readonly target: IdeaRecord;
  readonly asked: AskedInChallenge;
}

export async function askedAbout(
  deps: MergeDeps,
  id: IdeaId,
  { by: speaker, tx }: { by: Speaker; tx?: Transaction },
): Promise<Result<{ idea: IdeaRecord; asked: AskedInChallenge }, Failure<'not-found'>>> {
  const by = deps.pseudonyms.speakingOn(id, speaker);
  const idea = await deps.ideas.record(id, tx);
  const challenge = idea && (await deps.challenges.record(idea.challenge, tx));
  if (!idea || !challenge || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge)))
    return refuse('not-found', { what: 'idea' });
  const phase = deps.challenges.standing(challenge);
  return { ok: true, value: { idea, asked: { by, challenge: challenge.id, phase, now: deps.clock.now() } } };
}

/** Both ideas, where the speaker may read them and they belong to one challenge. */
export async function loadPair(
  deps: MergeDeps,
  ids: { readonly source: IdeaId; readonly target: IdeaId },
  from: { by: Speaker; tx?: Transaction },
  agreed: readonly PersonId[] = [],
): Promise<Result<LoadedPair, Failure<'not-found'>>> {
  const source = await askedAbout(deps, ids.source, from);
  if (!source.ok) return source;
  const target = await askedAbout(deps, ids.target, from);
  if (!target.ok) return target;
  if (target.value.idea.challenge !== source.value.idea.challenge)
    return refuse('not-found', { what: 'idea' });
  const pair = { source: source.value.idea, target: target.value.idea };
  // Known by another name on each of them, she answers first under the one that is still asked.
  const selves = [target.value.asked.by, source.value.asked.by, from.by].filter(
    ({ person }) => isOriginator(pair.source, person) || isOriginator(pair.target, person),
  );
  const by = selves.find(({ person }) => !agreed.includes(person)) ?? selves[0] ?? from.by;
  return { ok: true, value: { ...pair, asked: { ...source.value.asked, by } } };
}

export async function loadMerge(
  deps: MergeDeps,
  id: MergeId,
  from: { by: Speaker; tx?: Transaction },
): Promise<Result<{ merge: MergeRecord; pair: LoadedPair }, Failure<'not-found'>>> {
  const merge = await deps.store.record(id, from.tx);
  if (merge === null) return refuse('not-found', { what: 'merge' });
  const pair = await loadPair(deps, merge, from, merge.agreed);
  return pair.ok ? { ok: true, value: { merge, pair: pair.value } } : pair;
}

/** Notices about an idea, one for each person, none to who caused them. */
export function noticesTo(
  people: Iterable<PersonId>,
  kind: NoticeToTell['kind'],
  about: { readonly idea: IdeaRecord; readonly actor: PersonId; readonly reason?: string },
): NoticeToTell[] {
  const { idea, actor, reason = '' } = about;
  return [...new Set(people)]
    .filter((person) => person !== actor)
    .map((to) => ({ to, kind, challenge: idea.challenge, idea: idea.id, about: idea.title, actor, reason }));
}
