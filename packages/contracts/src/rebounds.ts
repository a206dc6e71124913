/** What one adds to another's idea. A rebound is a contribution to one idea, not an idea. */
import * as z from 'zod';
import { broughtText } from './contributions.ts';
import { instant, news, route } from './define.ts';
import { challengeId, ideaId, reboundId } from './ids.ts';
import { personRef } from './people.ts';

export const REBOUND_LIMIT = 1_500;

/** Where it says how a passage of the text could be said instead: the text stays as it is until an author accepts. */
export const suggestion = z.object({
  /** What stood there when it was made. */
  instead: z.string(),
  /** Whether it still stands there; while nobody has answered. */
  stands: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestion>;

export const rebound = z.object({
  id: reboundId,
  idea: ideaId,
  person: personRef,
  text: z.string(),
  at: instant,
  answer: z.enum(['open', 'taken', 'declined']),
  answeredAt: instant.nullable(),
  /** The idea its author grew it into, if any. */
  grownInto: ideaId.nullable(),
  suggestion: suggestion.nullable(),
  /** Why an author left it beside the text, in her words; empty where she does not say. */
  reason: z.string(),
});
export type Rebound = z.infer<typeof rebound>;

export const reboundOnIdea = route({
  name: 'reboundOnIdea',
  method: 'POST',
  path: '/api/ideas/:idea/rebounds',
  asksCharter: true,
  params: z.strictObject({ idea: ideaId }),
  body: z.strictObject({
    id: reboundId,
    text: z.string().trim().min(1).max(20_000),
    /** The passage of the text that it would be said instead of: a suggestion. */
    instead: z.string().min(1).max(20_000).optional(),
  }),
  answer: rebound,
  failures: [
    'challenge-phase',
    'idea-state',
    'text-missing',
    'text-too-long',
    'id-taken',
    'passage-changed',
    'nothing-suggested',
  ],
});

/** What can be suggested about: the passages of the text as it stands. */
export const readPassages = route({
  name: 'readPassages',
  method: 'GET',
  path: '/api/ideas/:idea/passages',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({ passages: z.array(z.string()) }),
});

const params = z.strictObject({ rebound: reboundId });
/** An author takes the rebound into the text: the words stay the rebounder's. */
export const takeRebound = route({
  name: 'takeRebound',
  method: 'POST',
  path: '/api/rebounds/:rebound/taking',
  asksCharter: true,
  params,
  /** A line on what it brings, where the author wants to say. */
  body: z.strictObject({
    brought: broughtText.optional(),
    /** A suggestion goes where its passage stands; or, as any rebound, to the end of the text. */
    place: z.enum(['passage', 'end']).optional(),
  }),
  answer: rebound,
  failures: [
    'challenge-phase',
    'idea-state',
    'already-answered',
    'text-too-long',
    'passage-changed',
    'append-failed',
    'update-refused',
    'idea-sealed',
  ],
});
export const declineRebound = route({
  name: 'declineRebound',
  method: 'POST',
  path: '/api/rebounds/:rebound/declining',
  asksCharter: true,
  params,
  body: z.strictObject({ reason: broughtText.optional() }),
  answer: rebound,
  failures: ['challenge-phase', 'idea-state', 'already-answered', 'text-too-long'],
});

export const ideaRebounded = news({
  name: 'idea:rebounded',
  payload: z.object({ challenge: challengeId, idea: ideaId, rebound }),
});
export const reboundAnswered = news({
  name: 'rebound:answered',
  payload: z.object({ challenge: challengeId, idea: ideaId, rebound }),
});
