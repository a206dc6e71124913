/** Adds a file to an idea: looked at byte by byte, then kept with what is known of it in one commit, once for each id. */
import type {
  AttachmentId,
  CodesOf,
  Failure,
  attachFile as contract,
  Attachments,
  IdeaState,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { checkAttaching, checkRoom, cleanFile, fileLabel } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { askedAbout, type AttachmentDeps } from './deps.ts';
import type { AttachmentRecord } from './index.ts';
import { listAttachments } from './list-attachments.ts';

type Named = z.infer<(typeof contract)['query']>;
type Answer = Result<Attachments, Failure<CodesOf<typeof contract>>>;

export interface Brought extends Named {
  readonly id: AttachmentId;
  readonly bytes: Uint8Array;
}

export const attachFile =
  (deps: AttachmentDeps) =>
  async (brought: Brought, by: Speaker): Promise<Answer> => {
    const about = await askedAbout(deps, brought.idea, by);
    if (!about.ok) return about;
    const { idea, asked } = about.value;
    const allowed = checkAttaching(idea, asked);
    if (!allowed.ok) return allowed;
    const cleaned = cleanFile(brought.bytes);
    if (!cleaned.ok) return cleaned;
    const { type, bytes, width, height } = cleaned.value;
    const record: AttachmentRecord = {
      id: brought.id,
      challenge: idea.challenge,
      idea: idea.id,
      name: fileLabel(brought.name, type),
      type,
      size: bytes.length,
      width,
      height,
      alt: brought.alt.replace(/\p{Surrogate}/gu, '\uFFFD').trim(),
      file: deps.files.nameOf(bytes),
      addedBy: by.person,
      at: asked.now,
      removedAt: null,
      removedBy: null,
      hiddenAt: null,
      hiddenFor: '',
    };
    const known = await deps.store.record(brought.id);
    if (known !== null) return again(deps, known, record, by);
    const slowDown = await deps.limit(by.person);
    if (slowDown) return { ok: false, failure: slowDown };
    const kept = await keep(deps, record, { bytes, from: idea.state }).catch(async (error: unknown) => {
      // The same file sent twice at once: the other one was kept; or the same bytes, which are there now.
      if (!isDuplicateKey(error)) throw error;
      const other = await deps.store.record(brought.id);
      return other === null ? keep(deps, record, { bytes, from: idea.state }) : ok(true as const);
    });
    if (!kept.ok) return kept;
    deps.announce(idea);
    return listAttachments(deps)(idea.id, by);
  };

/** A retry whose first answer was lost gets the same answer. */
async function again(
  deps: AttachmentDeps,
  known: AttachmentRecord,
  { id, idea, file, addedBy }: AttachmentRecord,
  by: Speaker,
): Promise<Answer> {
  const same = known.idea === idea && known.addedBy === addedBy && known.file === file;
  return same ? listAttachments(deps)(idea, by) : refuse('id-taken', { id });
}

function keep(
  deps: AttachmentDeps,
  record: AttachmentRecord,
  { bytes, from }: { bytes: Uint8Array; from: IdeaState },
): Promise<Result<true, Failure<'idea-state' | 'too-many-files'>>> {
  return deps.database.transaction(async (tx) => {
    await deps.store.takeTurn(tx, record.idea);
    const idea = await deps.ideas.record(record.idea, tx);
    if (idea?.state !== from) return refuse('idea-state', { state: idea?.state ?? from, act: 'attachFile' });
    const room = checkRoom(await deps.store.ofIdeas([record.idea], tx));
    if (!room.ok) return room;
    await deps.files.keep(tx, bytes, record.at);
    await deps.store.create(tx, record);
    return ok(true as const);
  });
}
