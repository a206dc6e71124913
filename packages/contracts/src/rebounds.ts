/** What one adds to another's idea. A rebound is a contribution to one idea, not an idea. */
import * as z from 'zod';
import { broughtText } from './contributions.ts';
import { instant, news, route } from './define.ts';
import { challengeId, ideaId, reboundId } from './ids.ts';
import { personRef } from './people.ts';

export const REBOUND_LIMIT = 1_500;

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
});
export type Rebound = z.infer<typeof rebound>;

export const reboundOnIdea = route({
  name: 'reboundOnIdea',
  method: 'POST',
  path: '/api/ideas/:idea/rebounds',
  asksCharter: true,
  params: z.strictObject({ idea: ideaId }),
  body: z.strictObject({ id: reboundId, text: z.string().trim().min(1).max(20_000) }),
  answer: rebound,
  failures: ['challenge-phase', 'idea-state', 'text-missing', 'text-too-long', 'id-taken'],
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
  body: z.strictObject({ brought: broughtText.optional() }),
  answer: rebound,
  failures: [
    'challenge-phase',
    'idea-state',
    'already-answered',
    'text-too-long',
    'append-failed',
    'update-refused',
    'idea-sealed',
  ],
});
export const declineRebound = route({
  name: 'declineRebound',
  method: 'POST',
  path: '/api/rebounds/:rebound/declining',
  params,
  answer: rebound,
  failures: ['challenge-phase', 'idea-state', 'already-answered'],
});

export const ideaRebounded = news({
  name: 'idea:rebounded',
  payload: z.object({ challenge: challengeId, idea: ideaId, rebound }),
});
export const reboundAnswered = news({
  name: 'rebound:answered',
  payload: z.object({ challenge: challengeId, idea: ideaId, rebound }),
});
