/** What somebody brought to an idea, in a line by one of its authors: said from a comment, or with a rebound taken. */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { commentId, ideaId, reboundId } from './ids.ts';
import { personRef } from './people.ts';

/** Checked when it is sent: a longer one is refused with its length, never cut. */
export const BROUGHT_LIMIT = 200;
export const broughtText = z.string().max(5_000);

export const contribution = z.object({
  idea: ideaId,
  /** The comment or the rebound it was said of: there is one line for each. */
  about: z.union([commentId, reboundId]),
  person: personRef,
  brought: z.string(),
  by: personRef,
  at: instant,
});
export type Contribution = z.infer<typeof contribution>;

/** An author credits who wrote a comment: her name joins the contributions for good. */
export const creditComment = route({
  name: 'creditComment',
  method: 'POST',
  path: '/api/comments/:comment/credit',
  asksCharter: true,
  params: z.strictObject({ comment: commentId }),
  body: z.strictObject({ brought: broughtText }),
  answer: contribution,
  failures: ['challenge-phase', 'idea-state', 'text-missing', 'text-too-long', 'already-answered'],
});
