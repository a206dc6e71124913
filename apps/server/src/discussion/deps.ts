/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId, Failure, IdeaId, NoteId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import {
  COMMENTS_A_MINUTE,
  COMMENTS_AN_HOUR,
  mayModerate,
  mayReadIdea,
  type AskedInChallenge,
  type NoteFacts,
} from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import { limiter, type Limiter } from '../platform/rates.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { CommentStore } from './comments.store.ts';
import type { Discussion } from './index.ts';

export interface DiscussionSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly people: People;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly notifications: Notifications;
  /** Of these people, those who may be told of a challenge. */
  readonly among: (challenge: ChallengeId, people: Iterable<PersonId>) => Promise<ReadonlySet<PersonId>>;
}

/** What talking about a note asks of the notes, which are composed later. */
export interface NoteTalks {
  /** Null where the reader has no such note. */
  talkedAbout(id: NoteId, by: Speaker): Promise<(NoteFacts & { readonly title: string }) | null>;
  /** Open pages hear of it. Called after the commit. */
  announce(id: NoteId): void;
}

export interface DiscussionDeps extends DiscussionSetup {
  readonly notes: NoteTalks;
  readonly store: CommentStore;
  readonly announce: Discussion['announce'];
  /** Each has to let a comment through. */
  readonly limits: readonly Limiter[];
}

export const talkLimits = (): readonly Limiter[] => [
  limiter({ points: COMMENTS_A_MINUTE, seconds: 60 }),
  limiter({ points: COMMENTS_AN_HOUR, seconds: 3_600 }),
];

export async function askedAbout(
  deps: DiscussionSetup,
  id: IdeaId,
  by: Speaker,
): Promise<Result<{ idea: IdeaRecord; asked: AskedInChallenge }, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id);
  const challenge = idea && (await deps.challenges.record(idea.challenge));
  if (!idea || !challenge || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge)))
    return refuse('not-found', { what: 'idea' });
  const phase = deps.challenges.standing(challenge);
  return { ok: true, value: { idea, asked: { by, challenge: challenge.id, phase, now: deps.clock.now() } } };
}
