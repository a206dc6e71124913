/** Talking about an idea or a note. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type { ChallengeId, CommentId, IdeaId, NoteId } from '@butinerie/contracts';
import type { CommentFacts } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { commentOnIdea } from './comment-on-idea.ts';
import { commentOnNote, listNoteComments } from './comment-on-note.ts';
import { commentStore } from './comments.store.ts';
import type { DiscussionDeps, DiscussionSetup, NoteTalks } from './deps.ts';
import { findMentionable } from './find-mentionable.ts';
import { talkLimits } from './deps.ts';
import { listComments } from './list-comments.ts';
import { setWithdrawn } from './withdraw-comment.ts';

export interface CommentRecord extends CommentFacts {
  /** What it is about: an idea of a challenge, or a note. */
  readonly challenge: ChallengeId | null;
  readonly idea: IdeaId | null;
  readonly note: NoteId | null;
  readonly text: string;
  readonly mentions: readonly contracts.PersonId[];
  readonly at: Date;
}

export interface Discussion {
  record(id: CommentId): Promise<CommentRecord | null>;
  ofChallenge(challenge: ChallengeId): Promise<CommentRecord[]>;
  ofNote(note: NoteId): Promise<CommentRecord[]>;
  /** Out of others' sight, or back in it; told by whoever decided. */
  setHidden(tx: Transaction, id: CommentId, at: Date | null): Promise<void>;
  /** Open pages hear of it. Called after the commit. */
  announce(comment: { challenge: ChallengeId; idea: IdeaId }): void;
}

export type { NoteTalks } from './deps.ts';

export function createDiscussion(setup: DiscussionSetup): Discussion & {
  serve(api: Api<Speaker>, late: { notes: NoteTalks }): void;
} {
  const store = commentStore(setup.database.connection);
  const announce: Discussion['announce'] = ({ challenge, idea }) =>
    setup.realtime.announce(contracts.discussionChanged, { challenge, idea }, 'everybody');
  return {
    record: (id) => store.record(id),
    ofChallenge: (challenge) => store.ofChallenge(challenge),
    ofNote: (note) => store.ofNote(note),
    setHidden: (tx, id, at) => store.mark(id, { hiddenAt: at }, tx),
    announce,
    serve(api, { notes }) {
      const deps: DiscussionDeps = { ...setup, store, announce, notes, limits: talkLimits() };
      const mentionable = findMentionable(deps);
      serve(api, contracts.findMentionable, ({ params, body, speaker }) =>
        mentionable(params.idea, body.words, speaker),
      );
      serve(api, contracts.listComments, ({ params, speaker }) => listComments(deps)(params.idea, speaker));
      serve(api, contracts.commentOnIdea, ({ params, body, speaker }) =>
        commentOnIdea(deps)(params.idea, body, speaker),
      );
      serve(api, contracts.listNoteComments, ({ params, speaker }) =>
        listNoteComments(deps)(params.note, speaker),
      );
      serve(api, contracts.commentOnNote, ({ params, body, speaker }) =>
        commentOnNote(deps)(params.note, body, speaker),
      );
      serve(api, contracts.withdrawComment, ({ params, speaker }) =>
        setWithdrawn(deps)(params.comment, 'withdrawComment', speaker),
      );
      serve(api, contracts.restoreComment, ({ params, speaker }) =>
        setWithdrawn(deps)(params.comment, 'restoreComment', speaker),
      );
    },
  };
}
