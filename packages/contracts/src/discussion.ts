/** Talking about an idea or a note: comments with answers one level deep, questions to the committed directorates, thanks. */
import * as z from 'zod';
import { instant, news, route } from './define.ts';
import { challengeId, commentId, ideaId, noteId, personId } from './ids.ts';
import { personRef } from './people.ts';

export const COMMENT_LIMIT = 1_500;
export const MENTION_LIMIT = 5;
export const COMMENT_KINDS = ['comment', 'question', 'thanks'] as const;
export const commentKind = z.enum(COMMENT_KINDS);
export type CommentKind = z.infer<typeof commentKind>;

export const comment = z.object({
  id: commentId,
  /** What it is about: one of the two. */
  idea: ideaId.nullable(),
  note: noteId.nullable(),
  /** The comment it answers; null at the head of a thread. */
  parent: commentId.nullable(),
  kind: commentKind,
  person: personRef,
  /** Null where it was taken back or hidden, except to its author. */
  text: z.string().nullable(),
  mentions: z.array(personRef),
  at: instant,
  state: z.enum(['shown', 'withdrawn', 'hidden']),
  /** A question that somebody who answers for a directorate has answered. */
  answered: z.boolean(),
  mine: z.boolean(),
});
export type Comment = z.infer<typeof comment>;

const params = z.strictObject({ idea: ideaId });
const thread = z.object({ comments: z.array(comment), mayComment: z.boolean() });

/** In the order in which they were written. */
export const listComments = route({
  name: 'listComments',
  method: 'GET',
  path: '/api/ideas/:idea/comments',
  params,
  answer: thread,
});

const saying = z.strictObject({
  id: commentId,
  parent: commentId.nullable(),
  kind: commentKind,
  text: z.string().max(20_000),
  /** People it is addressed to, whoever the challenge is not for is left out. */
  mentions: z.array(personId).max(MENTION_LIMIT),
});

export const commentOnIdea = route({
  name: 'commentOnIdea',
  method: 'POST',
  path: '/api/ideas/:idea/comments',
  asksCharter: true,
  params,
  body: saying,
  answer: thread,
  failures: ['challenge-phase', 'idea-state', 'text-missing', 'text-too-long', 'id-taken'],
});

const ofNote = z.strictObject({ note: noteId });
export const listNoteComments = route({
  name: 'listNoteComments',
  method: 'GET',
  path: '/api/notes/:note/comments',
  params: ofNote,
  answer: thread,
});
export const commentOnNote = route({
  name: 'commentOnNote',
  method: 'POST',
  path: '/api/notes/:note/comments',
  asksCharter: true,
  params: ofNote,
  body: saying,
  answer: thread,
  failures: ['note-state', 'text-missing', 'text-too-long', 'id-taken'],
});

/** A read, by POST: whom somebody looks for stays out of addresses and of their logs. */
export const findMentionable = route({
  name: 'findMentionable',
  method: 'POST',
  path: '/api/ideas/:idea/mentionable',
  params,
  body: z.strictObject({ words: z.string().max(60) }),
  answer: z.object({ people: z.array(personRef) }),
});

const ofComment = z.strictObject({ comment: commentId });
/** Taken back: the place stays, the words are its author's alone, who may put them back. */
export const withdrawComment = route({
  name: 'withdrawComment',
  method: 'POST',
  path: '/api/comments/:comment/withdrawal',
  params: ofComment,
  answer: thread,
});
export const restoreComment = route({
  name: 'restoreComment',
  method: 'POST',
  path: '/api/comments/:comment/restoration',
  params: ofComment,
  answer: thread,
});

/** Something was said, taken back or hidden: read it again. */
export const discussionChanged = news({
  name: 'discussion:changed',
  payload: z.object({ challenge: challengeId, idea: ideaId }),
});
