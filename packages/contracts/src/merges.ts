/** Two ideas that say the same become one, by the agreement of everybody who had them, and two again if one of them wishes. */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { ideaRef } from './ideas.ts';
import { challengeId, ideaId, mergeId } from './ids.ts';
import { personRef } from './people.ts';

/** `open` waits for answers; `refused` and `undone` are over. */
export const MERGE_STATES = ['open', 'refused', 'merged', 'undone'] as const;
export const mergeState = z.enum(MERGE_STATES);
export type MergeState = z.infer<typeof mergeState>;

export const REASON_LIMIT = 2_000;
const words = z.object({ title: z.string(), text: z.string() });

export const merge = z.object({
  id: mergeId,
  challenge: challengeId,
  state: mergeState,
  /** The idea that joins, and the one it joins. */
  source: ideaRef,
  target: ideaRef,
  reason: z.string(),
  proposedBy: personRef,
  proposedAt: instant,
  agreed: z.array(personRef),
  /** Whose word is missing while it is open. */
  awaited: z.array(personRef),
  refused: z.object({ by: personRef, at: instant, reason: z.string() }).nullable(),
  /** Both texts as they were when the ideas became one, readable for good. */
  merged: z.object({ at: instant, source: words, target: words }).nullable(),
  /** With the text that the merged idea had become. */
  undone: z.object({ by: personRef, at: instant, became: words }).nullable(),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(['answerMerge', 'undoMerge'])),
});
export type Merge = z.infer<typeof merge>;

/** Questions that are open are read by those they concern; what was merged, by everybody. */
export const listMerges = route({
  name: 'listMerges',
  method: 'GET',
  path: '/api/ideas/:idea/merges',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({ merges: z.array(merge), mayPropose: z.boolean() }),
});

export const proposeMerge = route({
  name: 'proposeMerge',
  method: 'POST',
  path: '/api/ideas/:idea/merges',
  params: z.strictObject({ idea: ideaId }),
  body: z.strictObject({
    id: mergeId,
    into: ideaId,
    reason: z.string().trim().min(1).max(REASON_LIMIT),
  }),
  answer: merge,
  failures: ['challenge-phase', 'idea-state', 'own-idea', 'already-answered', 'id-taken'],
});

const params = z.strictObject({ merge: mergeId });
export const answerMerge = route({
  name: 'answerMerge',
  method: 'PUT',
  path: '/api/merges/:merge/answer',
  asksCharter: true,
  params,
  body: z.strictObject({ answer: z.enum(['agree', 'refuse']), reason: z.string().trim().max(REASON_LIMIT) }),
  answer: merge,
  failures: ['challenge-phase', 'idea-state', 'already-answered'],
});
export const undoMerge = route({
  name: 'undoMerge',
  method: 'POST',
  path: '/api/merges/:merge/undoing',
  params,
  answer: merge,
  failures: [
    'challenge-phase',
    'idea-state',
    'already-answered',
    'append-failed',
    'update-refused',
    'idea-sealed',
  ],
});
