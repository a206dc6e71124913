/** Says what an image shows, takes a file back or puts it back. The file itself is kept either way. */
import type {
  AttachmentId,
  Attachments,
  CodesOf,
  describeAttachment as description,
  Failure,
  restoreAttachment as restoration,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { checkDescribing, checkRemoving, checkRoom } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { askedFor, type AttachmentDeps } from './deps.ts';
import { listAttachments } from './list-attachments.ts';

type Described = Result<Attachments, Failure<CodesOf<typeof description>>>;
type Changed = Result<Attachments, Failure<CodesOf<typeof restoration>>>;

export const describeAttachment =
  (deps: AttachmentDeps) =>
  async (id: AttachmentId, { alt }: { alt: string }, by: Speaker): Promise<Described> => {
    const found = await askedFor(deps, id, by);
    if (!found.ok) return found;
    const { idea, file, asked } = found.value;
    const allowed = checkDescribing(idea, file, asked);
    if (!allowed.ok) return allowed;
    await deps.store.amend(id, { alt: alt.replace(/\p{Surrogate}/gu, '\uFFFD') });
    deps.announce(idea);
    return listAttachments(deps)(idea.id, by);
  };

export const removeAttachment =
  (deps: AttachmentDeps) =>
  (id: AttachmentId, by: Speaker): Promise<Changed> =>
    setRemoved(deps, id, 'removeAttachment', by);

export const restoreAttachment =
  (deps: AttachmentDeps) =>
  (id: AttachmentId, by: Speaker): Promise<Changed> =>
    setRemoved(deps, id, 'restoreAttachment', by);

async function setRemoved(
  deps: AttachmentDeps,
  id: AttachmentId,
  act: 'removeAttachment' | 'restoreAttachment',
  by: Speaker,
): Promise<Changed> {
  const found = await askedFor(deps, id, by);
  if (!found.ok) return found;
  const { idea, file, asked } = found.value;
  const allowed = checkRemoving(idea, file, asked, act);
  if (!allowed.ok) return allowed;
  const removes = act === 'removeAttachment';
  if ((file.removedAt !== null) === removes) return listAttachments(deps)(idea.id, by);
  const changed = await deps.database.transaction(async (tx) => {
    await deps.store.takeTurn(tx, idea.id);
    const room = checkRoom(await deps.store.ofIdeas([idea.id], tx));
    if (!removes && !room.ok) return room;
    const mark = removes
      ? { removedAt: asked.now, removedBy: by.person }
      : { removedAt: null, removedBy: null };
    await deps.store.amend(id, mark, tx);
    return ok(true);
  });
  if (!changed.ok) return changed;
  deps.announce(idea);
  return listAttachments(deps)(idea.id, by);
}
