/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId, Failure, FormatId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { isInAudience, maySeeDraftChallenge, type ChallengeAsks, type StoodStill } from '@butinerie/domain';
import type { People, Roles, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { OwnWords } from '../platform/own-words.ts';
import type { Duties } from '../platform/servers/duties.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { Audiences } from './audiences.ts';
import type { ChallengeStore } from './challenges.store.ts';
import type { ChallengeRecord, Challenges } from './index.ts';

export interface CopiedKit {
  readonly from: ChallengeId;
  readonly to: ChallengeId;
  readonly by: PersonId;
}

export interface ChallengeSetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly duties: Duties;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: URL;
  readonly realtime: Pick<Realtime<Speaker>, 'announce' | 'reconnectPerson'>;
  readonly people: People;
  readonly roles: Roles;
  readonly ledger: Pick<Ledger, 'credits'>;
  readonly notifications: Notifications;
  readonly ownWords: Pick<OwnWords, 'say'>;
}

/** What else has dates that a pause moves: changed in the commit that ends it. Answers who is told what. */
export type ResumedListener = (
  tx: Transaction,
  challenge: ChallengeId,
  stood: StoodStill,
) => Promise<readonly NoticeToTell[]>;

/** Bytes of pictures, kept where those of files beside ideas lie. */
export interface Files {
  /** Counts this one: how many somebody keeps within an hour. */
  limit(person: PersonId): Promise<Failure<'too-many-requests'> | null>;
  nameOf(bytes: Uint8Array): string;
  keep(tx: Transaction, bytes: Uint8Array, at: Date): Promise<void>;
  read(name: string): Promise<Uint8Array>;
}

export interface ChallengeDeps extends ChallengeSetup {
  readonly files: Files;
  /** What a challenge begun with this format of the house asks. */
  readonly beginWith: (format: FormatId, by: Speaker) => Promise<Result<ChallengeAsks, Failure<'not-found'>>>;
  /** The texts of a kit for a challenge begun like another, in its transaction. */
  readonly copyKit: (tx: Transaction, copied: CopiedKit) => Promise<void>;
  readonly store: ChallengeStore;
  readonly challenges: Challenges;
  readonly ideas: Pick<Ideas, 'ofChallenge'>;
  readonly audiences: Audiences;
  readonly resumed: ResumedListener;
  /** The challenges in which somebody has a part, whomever they are for. */
  readonly takingPart: (person: PersonId) => Promise<ReadonlySet<ChallengeId>>;
}

/** A challenge nobody scheduled is there for those who prepare it only. */
export function isVisible(record: ChallengeRecord, by: Speaker): boolean {
  return record.scheduledAt !== null || maySeeDraftChallenge(by, record.id);
}

/** Everybody with an account whom the challenge is for. */
export async function invitedTo(people: People, { id, audience }: ChallengeRecord): Promise<PersonId[]> {
  const everybody = await people.speakers();
  return everybody.filter((speaker) => isInAudience(audience, id, speaker)).map(({ person }) => person);
}

export async function loadChallenge(
  { store }: Pick<ChallengeDeps, 'store'>,
  id: ChallengeId,
  by: Speaker,
): Promise<Result<ChallengeRecord, Failure<'not-found'>>> {
  const record = await store.record(id);
  if (record === null || !isVisible(record, by)) return refuse('not-found', { what: 'challenge' });
  return { ok: true, value: record };
}

/** Somebody was faster: what she has to read again. */
export async function stale(
  { store }: Pick<ChallengeDeps, 'store'>,
  id: ChallengeId,
  tx: Transaction,
): Promise<Result<never, Failure<'stale-version'>>> {
  const current = await store.record(id, tx);
  return refuse('stale-version', { current: current?.version ?? 0 });
}

export const leadsOf = (people: People, challenge: ChallengeId): Promise<PersonId[]> =>
  people.holders('moderator_lead', { challenge });

export async function moderatorsOf(people: People, challenge: ChallengeId): Promise<PersonId[]> {
  const [moderators, leads] = await Promise.all([
    people.holders('moderator', { challenge }),
    leadsOf(people, challenge),
  ]);
  return [...new Set([...leads, ...moderators])];
}
