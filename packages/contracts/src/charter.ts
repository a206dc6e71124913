/**
 * The charter of the house: a few rules that everybody accepts once, at the first act of writing for others. It has
 * numbered versions; a new one is asked again, unless it only corrects the wording of the one before.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { personRef } from './people.ts';

export const CHARTER_LIMIT = 10_000;

const acceptance = z.object({ version: z.number().int(), at: instant });
export type CharterAcceptance = z.infer<typeof acceptance>;

export const charter = z.object({
  version: z.number().int(),
  /** The version whose rules these are: itself, or the earlier one of which it only corrects the wording. */
  since: z.number().int(),
  fr: z.string(),
  en: z.string(),
  /** Null for the text that every instance begins with, and to whoever is not signed in. */
  by: personRef.nullable(),
  at: instant,
  /** The one in force, whichever is read here. */
  current: z.number().int(),
  /** The last that the reader accepted. */
  accepted: acceptance.nullable(),
  /** Whether her next words for others are held up by the question. */
  asked: z.boolean(),
  acts: z.array(z.string()),
});
export type Charter = z.infer<typeof charter>;

/** The one in force, or a former one by its number: what somebody accepted stays readable. */
export const readCharter = route({
  name: 'readCharter',
  method: 'GET',
  path: '/api/charter',
  audience: 'anyone',
  query: z.strictObject({
    version: z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
  }),
  answer: charter,
});

const text = z.string().trim().min(1).max(CHARTER_LIMIT);
/** A new version, on the one that was read. `correction`: of the wording alone, so that nobody is asked again. */
export const saveCharter = route({
  name: 'saveCharter',
  method: 'PUT',
  path: '/api/charter',
  body: z.strictObject({
    fr: text,
    en: text,
    version: z.number().int(),
    correction: z.boolean().optional(),
  }),
  answer: charter,
  failures: ['stale-version'],
});

/** Once for each version; said again it changes nothing. */
export const acceptCharter = route({
  name: 'acceptCharter',
  method: 'POST',
  path: '/api/charter/acceptance',
  body: z.strictObject({ version: z.number().int() }),
  answer: acceptance,
  failures: ['stale-version'],
});
