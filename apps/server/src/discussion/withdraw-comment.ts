/** Takes a comment back, or puts it back: its author's, at any time. The words are kept either way. */
import type { AnswerOf, CommentId, Failure, Result, withdrawComment as contract } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { checkOwnComment } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { DiscussionDeps } from './deps.ts';
import { listComments } from './list-comments.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<'not-found' | 'not-allowed'>>;

export const setWithdrawn =
  (deps: DiscussionDeps) =>
  async (id: CommentId, act: 'withdrawComment' | 'restoreComment', by: Speaker): Promise<Answer> => {
    const record = await deps.store.record(id);
    if (record === null) return refuse('not-found', { what: 'comment' });
    const read = await listComments(deps)(record.idea, by);
    if (!read.ok) return read;
    const own = checkOwnComment(record, by.person, act);
    if (!own.ok) return own;
    await deps.store.mark(id, { withdrawnAt: act === 'withdrawComment' ? deps.clock.now() : null });
    deps.announce(record);
    return listComments(deps)(record.idea, by);
  };
