/** What the use cases of this slice are handed by the composition root. */
import type { Failure, PersonRef, Rebound, ReboundId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { mayModerate, mayReadIdea, type AskedInChallenge } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Contributions } from '../contributions/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { ReboundRecord } from './index.ts';
import type { ReboundStore } from './rebounds.store.ts';

export interface ReboundDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Realtime<Speaker>;
  readonly store: ReboundStore;
  readonly ideas: Ideas;
  readonly challenges: Challenges;
  readonly ledger: Ledger;
  readonly documents: Pick<Documents, 'addParagraph' | 'replacePassage' | 'passages'>;
  readonly contributions: Pick<Contributions, 'keep'>;
  readonly people: People;
  readonly notifications: Notifications;
}

export async function askedAbout(
  deps: ReboundDeps,
  id: IdeaRecord['id'],
  by: Speaker,
): Promise<Result<{ idea: IdeaRecord; asked: AskedInChallenge }, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id);
  const challenge = idea && (await deps.challenges.record(idea.challenge));
  const unread = idea === null || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge));
  if (unread || !challenge) return refuse('not-found', { what: 'idea' });
  const phase = deps.challenges.standing(challenge);
  return { ok: true, value: { idea, asked: { by, challenge: challenge.id, phase, now: deps.clock.now() } } };
}

export async function reboundAnd(
  deps: ReboundDeps,
  id: ReboundId,
  by: Speaker,
): Promise<
  Result<{ rebound: ReboundRecord; idea: IdeaRecord; asked: AskedInChallenge }, Failure<'not-found'>>
> {
  const rebound = await deps.store.record(id);
  if (rebound === null) return refuse('not-found', { what: 'rebound' });
  const about = await askedAbout(deps, rebound.idea, by);
  return about.ok ? { ok: true, value: { rebound, ...about.value } } : about;
}

/** The rebound as people see it. */
export async function shown(
  deps: Pick<ReboundDeps, 'people' | 'documents'>,
  rebound: ReboundRecord,
): Promise<Rebound> {
  const person = (await deps.people.refs([rebound.person])).get(rebound.person);
  if (person === undefined) throw new Error(`rebound ${rebound.id} is by a person who is not known`);
  const asks = rebound.answer === 'open' && rebound.instead !== null;
  const passages = asks ? await deps.documents.passages(rebound.idea) : [];
  // Told to everybody, and what it grew into may still be a draft: the page says it once that is published.
  return asSeen({ ...rebound, grownInto: null }, { person, passages });
}

/** `passages`: of the text as it stands, asked of open suggestions only. */
export function asSeen(
  { instead, ...rebound }: ReboundRecord,
  { person, passages }: { readonly person: PersonRef; readonly passages: readonly string[] },
): Rebound {
  const { at, answer, answeredAt } = rebound;
  const stands = instead !== null && (answer !== 'open' || passages.includes(instead));
  return {
    ...rebound,
    person,
    at: at.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    suggestion: instead === null ? null : { instead, stands },
  };
}

export function noticeTo(
  to: ReboundRecord['person'],
  kind: NoticeToTell['kind'],
  idea: IdeaRecord,
  actor: ReboundRecord['person'],
): NoticeToTell {
  return { to, kind, challenge: idea.challenge, idea: idea.id, about: idea.title, actor };
}
