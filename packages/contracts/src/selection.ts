/** Moderators choose with a written reason for every idea; a second person confirms. */
import * as z from 'zod';
import { instant, news, route } from './define.ts';
import { challengeId, ideaId } from './ids.ts';
import { saidAnswer, themeRef } from './particulars.ts';
import { credits, personRef } from './people.ts';

export const REASON_MINIMUM = 80;
export const OUTCOMES = ['selected', 'not_selected', 'out_of_scope'] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/** Why an idea is not retained, beside the free text. */
export const MOTIVES = [
  'already_running',
  'over_90_days',
  'cost',
  'uncertain_effect',
  'to_rework',
  'other',
] as const;
export const motive = z.enum(MOTIVES);
export type Motive = z.infer<typeof motive>;

export const reasonedAnswer = z.object({
  outcome,
  motive: motive.nullable(),
  reason: z.string(),
  by: personRef,
  at: instant,
});
export type ReasonedAnswer = z.infer<typeof reasonedAnswer>;

export const selectionEntry = z.object({
  idea: ideaId,
  title: z.string(),
  text: z.string(),
  theme: themeRef.nullable(),
  answers: z.array(saidAnswer),
  credits,
  rebounds: z.number().int(),
  supports: z.number().int(),
  answer: reasonedAnswer.nullable(),
  /** The reader has a link with this idea and may not answer it. */
  linked: z.boolean(),
});
export type SelectionEntry = z.infer<typeof selectionEntry>;

export const selection = z.object({
  challenge: challengeId,
  version: z.number().int(),
  entries: z.array(selectionEntry),
  missing: z.array(ideaId),
  proposedBy: personRef.nullable(),
  proposedAt: instant.nullable(),
  confirmedBy: personRef.nullable(),
  publishedAt: instant.nullable(),
  acts: z.array(z.string()),
});
export type Selection = z.infer<typeof selection>;

const params = z.strictObject({ challenge: challengeId });
const version = z.number().int();

export const readSelection = route({
  name: 'readSelection',
  method: 'GET',
  path: '/api/challenges/:challenge/selection',
  params,
  answer: selection,
});

export const answerIdea = route({
  name: 'answerIdea',
  method: 'PUT',
  path: '/api/challenges/:challenge/selection/:idea',
  params: z.strictObject({ challenge: challengeId, idea: ideaId }),
  body: z.strictObject({
    outcome,
    motive: motive.nullable(),
    reason: z.string().trim().max(10_000),
    version,
  }),
  answer: selection,
  failures: ['challenge-phase', 'idea-state', 'reason-too-short', 'stale-version', 'own-idea'],
});

/** Refused while one idea lacks its answer. Any later change of an answer takes the proposal back. */
export const proposeResults = route({
  name: 'proposeResults',
  method: 'POST',
  path: '/api/challenges/:challenge/results',
  params,
  body: z.strictObject({ version }),
  answer: selection,
  failures: ['challenge-phase', 'answers-missing', 'stale-version'],
});

/** The second person: publishes every answer at once. */
export const confirmResults = route({
  name: 'confirmResults',
  method: 'POST',
  path: '/api/challenges/:challenge/results/confirmation',
  params,
  body: z.strictObject({ version }),
  answer: selection,
  failures: ['challenge-phase', 'answers-missing', 'second-person-needed', 'not-proposed', 'stale-version'],
});

export const selectionMade = news({
  name: 'selection:made',
  payload: z.object({ challenge: challengeId, at: instant }),
});
