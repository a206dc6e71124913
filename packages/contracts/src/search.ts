/** Finding ideas: while one types a title, those that exist already. */
import * as z from 'zod';
import { route } from './define.ts';
import { challengeId, ideaId } from './ids.ts';
import { ideaRef } from './ideas.ts';

export const similarIdea = ideaRef.extend({ excerpt: z.string() });
export type SimilarIdea = z.infer<typeof similarIdea>;

/** A read, by POST: what somebody is only typing stays out of addresses and of their logs. */
export const findSimilar = route({
  name: 'findSimilar',
  method: 'POST',
  path: '/api/challenges/:challenge/similar',
  params: z.strictObject({ challenge: challengeId }),
  body: z.strictObject({
    title: z.string().max(1_000),
    /** The draft being written and what it grows from: never shown as similar to itself. */
    except: z.array(ideaId).max(10),
  }),
  answer: z.object({ ideas: z.array(similarIdea) }),
});
