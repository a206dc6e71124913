/** Takes a comment back, or puts it back: its author's, at any time. The words are kept either way. */
import type { AnswerOf, CommentId, Failure, Result, withdrawComment as contract } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { checkOwnComment } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { listNoteComments } from './comment-on-note.ts';
import type { DiscussionDeps } from './deps.ts';
import type { CommentRecord } from './index.ts';
import { listComments } from './list-comments.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<'not-found' | 'not-allowed'>>;

export const setWithdrawn =
  (deps: DiscussionDeps) =>
  async (id: CommentId, act: 'withdrawComment' | 'restoreComment', by: Speaker): Promise<Answer> => {
    const record = await deps.store.record(id);
    if (record === null) return refuse('not-found', { what: 'comment' });
    const talk = talkOf(deps, record, by);
    const read = await talk.read();
    if (!read.ok) return read;
    const own = checkOwnComment(record, by.person, act);
    if (!own.ok) return own;
    await deps.store.mark(id, { withdrawnAt: act === 'withdrawComment' ? deps.clock.now() : null });
    talk.announce();
    return talk.read();
  };

/** The talk a comment belongs to, under an idea or under a note. */
function talkOf(
  deps: DiscussionDeps,
  { challenge, idea, note }: CommentRecord,
  by: Speaker,
): { read: () => Promise<Answer>; announce: () => void } {
  if (note !== null)
    return { read: () => listNoteComments(deps)(note, by), announce: () => deps.notes.announce(note) };
  if (challenge === null || idea === null) throw new Error('a comment about nothing');
  return {
    read: () => listComments(deps)(idea, by),
    announce: () => deps.announce({ challenge, idea }),
  };
}
