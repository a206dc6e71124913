/** The files of an idea as its reader sees them. */
import type {
  Attachment,
  Attachments,
  Failure,
  IdeaId,
  PersonId,
  PersonRef,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  checkAttaching,
  checkDescribing,
  checkRemoving,
  checkRoom,
  mayReadFile,
  settledAt,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { askedAbout, type About, type AttachmentDeps } from './deps.ts';
import type { AttachmentRecord } from './index.ts';

export const listAttachments =
  (deps: AttachmentDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Result<Attachments, Failure<'not-found'>>> => {
    const about = await askedAbout(deps, id, by);
    if (!about.ok) return about;
    const { idea, asked, moderates } = about.value;
    const files = await deps.store.ofIdeas([id]);
    const read = files.filter((file) => mayReadFile(idea, file, by.person, moderates));
    const [refs, acts] = await Promise.all([
      deps.people.refs(read.map(({ addedBy }) => addedBy)),
      deps.moderation.fileActs(idea, read, by),
    ]);
    return ok({
      attachments: read.map((file) => ({
        ...shown(file, about.value, refs),
        acts: [...(acts.get(file.id) ?? [])],
      })),
      mayAttach: checkAttaching(idea, asked).ok && checkRoom(files).ok,
    });
  };

function shown(
  record: AttachmentRecord,
  { idea, asked }: About,
  refs: ReadonlyMap<PersonId, PersonRef>,
): Omit<Attachment, 'acts'> {
  const { id, name, type, size, width, height, alt, addedBy, at, removedAt, hiddenAt } = record;
  const mayRemove = checkRemoving(idea, record, asked, 'removeAttachment').ok;
  return {
    id,
    idea: idea.id,
    name,
    type,
    size,
    width,
    height,
    alt,
    addedBy: refs.get(addedBy) ?? null,
    at: at.toISOString(),
    state: hiddenAt !== null ? 'hidden' : removedAt !== null ? 'removed' : 'shown',
    // Read together with the notice, when it cannot be undone any more.
    hiddenFor: hiddenAt !== null && settledAt({ at: hiddenAt }) <= asked.now ? record.hiddenFor : '',
    mayDescribe: removedAt === null && checkDescribing(idea, record, asked).ok,
    mayRemove,
  };
}
