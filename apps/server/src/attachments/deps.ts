/** What the use cases of this slice are handed by the composition root. */
import type { AttachmentId, Failure, FileAct, IdeaId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { mayModerate, mayReadFile, mayReadIdea, type AskedInChallenge } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { Limiter } from '../platform/rates.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { AttachmentStore } from './attachments.store.ts';
import type { FileStore } from './files.store.ts';
import type { AttachmentRecord } from './index.ts';

/** What moderation says about files. */
export interface FileModeration {
  /** What somebody may do as a moderator about each of these files of an idea. */
  fileActs(
    idea: IdeaRecord,
    files: readonly AttachmentRecord[],
    by: Speaker,
  ): Promise<ReadonlyMap<AttachmentId, readonly FileAct[]>>;
}

export interface AttachmentsSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly people: People;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
}
export interface AttachmentDeps extends AttachmentsSetup {
  readonly store: AttachmentStore;
  readonly files: FileStore;
  readonly limit: Limiter;
  readonly announce: (idea: IdeaRecord) => void;
  readonly moderation: FileModeration;
}

export interface About {
  readonly idea: IdeaRecord;
  readonly asked: AskedInChallenge;
  readonly moderates: boolean;
}

/** The idea, to whom may read it. */
export async function askedAbout(
  deps: AttachmentsSetup,
  id: IdeaId,
  by: Speaker,
): Promise<Result<About, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id);
  const challenge = idea && (await deps.challenges.record(idea.challenge));
  const moderates = idea !== null && mayModerate(by, idea.challenge);
  if (!idea || !challenge || !mayReadIdea(idea, by.person, moderates))
    return refuse('not-found', { what: 'idea' });
  const phase = deps.challenges.standing(challenge);
  const asked = { by, challenge: challenge.id, phase, now: deps.clock.now() };
  return { ok: true, value: { idea, asked, moderates } };
}

/** The file and its idea, to whom may read both. */
export async function askedFor(
  deps: AttachmentDeps,
  id: AttachmentId,
  by: Speaker,
): Promise<Result<About & { file: AttachmentRecord }, Failure<'not-found'>>> {
  const file = await deps.store.record(id);
  const about = file && (await askedAbout(deps, file.idea, by));
  if (!file || !about?.ok || !mayReadFile(about.value.idea, file, by.person, about.value.moderates))
    return refuse('not-found', { what: 'attachment' });
  return { ok: true, value: { ...about.value, file } };
}
