/**
 * A passage of a sealed idea that stands in an older idea of other people as well: found, never credited by itself. The
 * authors of the newer idea are asked whether those of the older one are to be credited.
 */
import * as z from 'zod';
import { broughtText } from './contributions.ts';
import { instant, route } from './define.ts';
import { ideaId } from './ids.ts';
import { personRef } from './people.ts';

export const quotation = z.object({
  idea: ideaId,
  /** The older idea. */
  source: z.object({ id: ideaId, title: z.string() }),
  /** Its originators: whom crediting names. */
  people: z.array(personRef),
  passage: z.string(),
  answer: z.enum(['open', 'credited', 'declined']),
  answered: z.object({ by: personRef, at: instant, reason: z.string() }).nullable(),
  /** Whether the reader may answer now. */
  mayAnswer: z.boolean(),
});
export type Quotation = z.infer<typeof quotation>;
export type QuotationAnswer = Quotation['answer'];

/** For the authors of the idea and for moderators of its challenge; nobody else is told of any. */
export const listQuotations = route({
  name: 'listQuotations',
  method: 'GET',
  path: '/api/ideas/:idea/quotations',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({ quotations: z.array(quotation) }),
});

/** Credited, the originators of the older idea join the contributions for good; declined, it is kept with its reason. */
export const answerQuotation = route({
  name: 'answerQuotation',
  method: 'POST',
  path: '/api/ideas/:idea/quotations/:source/answer',
  asksCharter: true,
  params: z.strictObject({ idea: ideaId, source: ideaId }),
  body: z.strictObject({ answer: z.enum(['credit', 'decline']), reason: broughtText }),
  answer: quotation,
  failures: ['challenge-phase', 'idea-state', 'already-answered', 'text-too-long'],
});
