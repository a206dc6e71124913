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
import { checkAttaching, checkDescribing, checkRemoving, checkRoom, mayReadFile } from '@butinerie/domain';
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
    const refs = await deps.people.refs(files.map(({ addedBy }) => addedBy));
    return ok({
      attachments: files
        .filter((file) => mayReadFile(idea, file, by.person, moderates))
        .map((file) => shown(file, about.value, refs)),
      mayAttach: checkAttaching(idea, asked).ok && checkRoom(files).ok,
    });
  };

function shown(
  record: AttachmentRecord,
  { idea, asked }: About,
  refs: ReadonlyMap<PersonId, PersonRef>,
): Attachment {
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
    mayDescribe: removedAt === null && checkDescribing(idea, record, asked).ok,
    mayRemove,
  };
}
