/** What the use cases of this slice are handed by the composition root. */
import {
  moderationChanged,
  refuse,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { mayModerate, type ModeratedIdea } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Discussion } from '../discussion/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import { personRoom, type Realtime } from '../platform/realtime.ts';
import type { ModerationStore } from './moderation.store.ts';

export interface ModerationSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly people: People;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly ledger: Pick<Ledger, 'credits'>;
  readonly documents: Pick<Documents, 'late'>;
  readonly discussion: Discussion;
  readonly notifications: Notifications;
}
export interface ModerationDeps extends ModerationSetup {
  readonly store: ModerationStore;
}

/** The challenge, to those who moderate it: to the others the queue is not there. */
export async function moderatedBy(
  deps: ModerationSetup,
  id: ChallengeId,
  by: Speaker,
): Promise<Result<ChallengeRecord, Failure<'not-found' | 'not-allowed'>>> {
  const challenge = await deps.challenges.record(id);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  if (!mayModerate(by, id)) return refuse('not-allowed', { act: 'readModeration', why: 'not-a-moderator' });
  return { ok: true, value: challenge };
}

export async function withCredits(deps: ModerationSetup, idea: IdeaRecord): Promise<ModeratedIdea> {
  const line = (await deps.ledger.credits([idea.id])).get(idea.id);
  return { ...idea, rebounders: line?.rebounders ?? [] };
}

export async function moderatorsOf({ people }: ModerationSetup, challenge: ChallengeId): Promise<PersonId[]> {
  const [moderators, leads] = await Promise.all([
    people.holders('moderator', { challenge }),
    people.holders('moderator_lead', { challenge }),
  ]);
  return [...new Set([...leads, ...moderators])];
}

/** The queue changed: theirs alone who work at it. */
export async function announceQueue(deps: ModerationSetup, challenge: ChallengeId): Promise<void> {
  for (const person of await moderatorsOf(deps, challenge))
    deps.realtime.announce(moderationChanged, { challenge }, { room: personRoom(person) });
}

/** One word about an idea to each of these people. */
export const noticesAbout = (
  idea: Pick<IdeaRecord, 'title' | 'challenge'> & { readonly id: IdeaId },
  to: Iterable<PersonId>,
  word: {
    kind: Parameters<Notifications['tell']>[1][number]['kind'];
    reason: string;
    actor: PersonId | null;
  },
) =>
  [...new Set(to)].map((person) => ({
    to: person,
    challenge: idea.challenge,
    idea: idea.id,
    about: idea.title,
    ...word,
  }));
