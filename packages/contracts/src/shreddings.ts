/**
 * A sealed text whose bytes are destroyed, for the personal data of somebody else or because they may not be kept: asked
 * by a data protection officer with a reference, confirmed by a second person, after notice to its authors. Names,
 * credits, seals and proofs stay.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { ideaId, shreddingId } from './ids.ts';
import { personRef } from './people.ts';

export const SHREDDING_MOTIVES = ['third-party', 'unlawful', 'retention'] as const;
const shreddingMotive = z.enum(SHREDDING_MOTIVES);
export type ShreddingMotive = z.infer<typeof shreddingMotive>;

/** `asked`: a second person is awaited. `waiting`: its day is fixed. */
export const SHREDDING_STATES = ['asked', 'waiting', 'cancelled', 'done'] as const;
const shreddingState = z.enum(SHREDDING_STATES);
export type ShreddingState = z.infer<typeof shreddingState>;

/** What everybody reads where the text was. */
export const shredded = z.object({ at: instant, motive: shreddingMotive, reference: z.string() });
export type Shredded = z.infer<typeof shredded>;

export const shredding = z.object({
  id: shreddingId,
  idea: z.object({ id: ideaId, title: z.string() }),
  motive: shreddingMotive,
  reference: z.string(),
  /** The title goes as well. */
  title: z.boolean(),
  state: shreddingState,
  by: personRef,
  second: personRef.nullable(),
  askedAt: instant,
  /** From when on the command destroys it, unless it is cancelled before. */
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
});
export type Shredding = z.infer<typeof shredding>;

const shreddings = z.object({ shreddings: z.array(shredding) });
const one = z.strictObject({ shredding: shreddingId });

export const listShreddings = route({
  name: 'listShreddings',
  method: 'GET',
  path: '/api/shreddings',
  answer: shreddings,
});
export const askShredding = route({
  name: 'askShredding',
  method: 'POST',
  path: '/api/shreddings',
  body: z.strictObject({
    id: shreddingId,
    idea: ideaId,
    motive: shreddingMotive,
    reference: z.string().trim().min(3).max(120),
    title: z.boolean(),
  }),
  answer: shreddings,
  failures: ['not-sealed', 'already-answered', 'id-taken', 'own-idea'],
});
export const confirmShredding = route({
  name: 'confirmShredding',
  method: 'POST',
  path: '/api/shreddings/:shredding/confirm',
  params: one,
  body: z.strictObject({}),
  answer: shreddings,
  failures: ['already-answered', 'own-idea'],
});
export const cancelShredding = route({
  name: 'cancelShredding',
  method: 'POST',
  path: '/api/shreddings/:shredding/cancel',
  params: one,
  body: z.strictObject({}),
  answer: shreddings,
  failures: ['already-answered'],
});
