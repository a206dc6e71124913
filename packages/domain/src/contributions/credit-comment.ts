/** Saying what somebody brought: a line beside a name that is credited for good. */
import {
  BROUGHT_LIMIT,
  ok,
  refuse,
  type CommentId,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import type { CommentFacts } from '../discussion/talk.ts';
import { checkAuthor, checkPublished, isAuthor, type IdeaFacts } from '../ideas/idea-facts.ts';
import { lengthOf } from '../ideas/length.ts';

export interface CommentCredited {
  readonly type: 'CommentCredited';
  readonly idea: IdeaId;
  readonly about: CommentId;
  readonly person: PersonId;
  readonly brought: string;
  readonly by: PersonId;
  readonly at: Date;
}

/** As it is kept; an empty one says nothing. */
export function checkBrought(typed: string): Result<string, Failure<'text-too-long'>> {
  const brought = typed.trim();
  const length = lengthOf(brought);
  return length > BROUGHT_LIMIT ? refuse('text-too-long', { limit: BROUGHT_LIMIT, length }) : ok(brought);
}

type Refusals =
  'not-allowed' | 'not-found' | 'challenge-phase' | 'idea-state' | 'text-missing' | 'text-too-long';

export function creditComment(
  idea: IdeaFacts,
  comment: CommentFacts,
  typed: string,
  { by, phase, now }: AskedInChallenge,
): Result<CommentCredited, Failure<Refusals>> {
  const act = 'creditComment';
  const author = checkAuthor(idea, by.person, act);
  if (!author.ok) return author;
  const open = checkPhase(phase, act);
  if (!open.ok) return open;
  const published = checkPublished(idea.state, act);
  if (!published.ok) return published;
  // Words that their author took back, or that were hidden, are nobody's to point at.
  if (comment.withdrawnAt !== null || comment.hiddenAt !== null)
    return refuse('not-found', { what: 'comment' });
  if (isAuthor(idea, comment.person)) return refuse('not-allowed', { act, why: 'already-an-author' });
  const brought = checkBrought(typed);
  if (!brought.ok) return brought;
  if (brought.value === '') return refuse('text-missing', { field: 'brought' });
  return ok({
    type: 'CommentCredited',
    idea: idea.id,
    about: comment.id,
    person: comment.person,
    brought: brought.value,
    by: by.person,
    at: now,
  });
}
