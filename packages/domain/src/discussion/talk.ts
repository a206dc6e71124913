/** What every talk has in common, whatever it is about: who is told, who reads, what is taken back. */
import {
  COMMENT_LIMIT,
  ok,
  refuse,
  type CommentId,
  type CommentKind,
  type Failure,
  type NoticeKind,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { lengthOf } from '../ideas/length.ts';

/** Comments a person may write in a minute, and in an hour: a lively talk, and no flood. */
export const COMMENTS_A_MINUTE = 6;
export const COMMENTS_AN_HOUR = 60;

export interface CommentFacts {
  readonly id: CommentId;
  readonly parent: CommentId | null;
  readonly kind: CommentKind;
  readonly person: PersonId;
  readonly withdrawnAt: Date | null;
  readonly hiddenAt: Date | null;
}

export interface Saying {
  readonly id: CommentId;
  readonly kind: CommentKind;
  readonly text: string;
  readonly mentions: readonly PersonId[];
}

/** `answered`: the comment it answers, null at the head of a thread. `known`: who of the people mentioned exists. */
export interface Around {
  readonly answered: CommentFacts | null;
  readonly known: ReadonlySet<PersonId>;
}

export interface Said {
  readonly comment: CommentId;
  /** The head of the thread. */
  readonly parent: CommentId | null;
  readonly kind: CommentKind;
  readonly person: PersonId;
  readonly text: string;
  readonly mentions: readonly PersonId[];
  readonly at: Date;
  /** One word to each person, the one that concerns her most. */
  readonly tell: ReadonlyMap<PersonId, NoticeKind>;
}

/** `concerned`: those it is said to because of what it is about, from the least to the most personal. */
export function say(
  saying: Saying,
  { answered, known }: Around,
  { by, now }: Asked,
  concerned: (kind: CommentKind) => Iterable<readonly [PersonId, NoticeKind]>,
): Result<Said, Failure<'text-missing' | 'text-too-long'>> {
  const text = saying.text.trim();
  const length = lengthOf(text);
  if (length === 0) return refuse('text-missing', { field: 'text' });
  if (length > COMMENT_LIMIT) return refuse('text-too-long', { limit: COMMENT_LIMIT, length });
  const kind = answered === null ? saying.kind : 'comment';
  const mentions = [...new Set(saying.mentions)].filter(
    (person) => known.has(person) && person !== by.person,
  );
  // The last word to each stands.
  const tell = new Map<PersonId, NoticeKind>(concerned(kind));
  for (const person of mentions) tell.set(person, 'mentioned');
  if (answered !== null) tell.set(answered.person, 'comment-answered');
  tell.delete(by.person);
  return ok({
    comment: saying.id,
    // An answer to an answer stands beside it: threads are one level deep.
    parent: answered === null ? null : (answered.parent ?? answered.id),
    kind,
    person: by.person,
    text,
    mentions,
    at: now,
    tell,
  });
}

/** Whether it is taken back (or put back) at all: its author does, at any time; what is hidden stays where it is. */
export function checkOwnComment(
  comment: CommentFacts,
  person: PersonId,
  act: 'withdrawComment' | 'restoreComment',
): Result<CommentFacts, Failure<'not-allowed'>> {
  if (comment.person !== person) return refuse('not-allowed', { act, why: 'not-its-author' });
  return ok(comment);
}

/** Who reads the words: everybody while it is shown, then its author; of what is hidden, the moderators too. */
export function mayReadComment(comment: CommentFacts, person: PersonId, moderates: boolean): boolean {
  if (comment.person === person) return true;
  if (comment.withdrawnAt !== null) return false;
  return comment.hiddenAt === null || moderates;
}

/** Questions at the head of a thread that nobody who answers for a directorate has answered. */
export function unanswered<C extends CommentFacts>(
  comments: readonly C[],
  sponsors: ReadonlySet<PersonId>,
): readonly C[] {
  const shown = comments.filter(({ withdrawnAt, hiddenAt }) => withdrawnAt === null && hiddenAt === null);
  const answered = new Set(shown.filter(({ person }) => sponsors.has(person)).map(({ parent }) => parent));
  return shown.filter(({ kind, id }) => kind === 'question' && !answered.has(id));
}
