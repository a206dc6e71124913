/**
 * Answers for the fields leaves are made of. Everything is ASCII and every number an integer, so one event has
 * exactly one sequence of bytes; no field can hold a name or a text, only a commitment to it.
 */
import * as z from 'zod';

const crockford = '[0-9a-hjkmnp-tv-z]{26}';

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_${crockford}$`));

export const ideaId = id('id');
export const personId = id('p');
export const reboundId = id('rb');
export const disputeId = id('ds');

/** What the server does with nobody behind it: it can act, it can never hold credit. */
const systemName = z.string().regex(/^sys:[a-z][a-z0-9-]{0,31}$/);

/** SHA-256 as `sha256-` and base64: a commitment to something kept elsewhere, or the root of a log. */
export const digest = z.string().regex(/^sha256-[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/** What a commitment was salted with, 32 bytes in base64: written once whoever it hides has opened it. */
export const salt = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/** A directorate by its public code, or a commitment to it while the proposal is pseudonymous. */
export const directorate = z.union([z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/), digest]);

/** A code from a closed list kept elsewhere (motives, milestones): never a sentence. */
export const code = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);

/** An algorithm with its version and settings, as `prov-1/k6`. */
export const algorithm = z.string().regex(/^[a-z0-9][a-z0-9./-]{0,31}$/);

/** A public key as signed notes write it; printable ASCII here, because ours are named after an instance. */
export const verifierKey = z.string().regex(/^[!-*,-~]{1,128}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{1,4096}={0,2}$/);

/** An Ed25519 signature: 64 bytes in base64. */
export const signature = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);

/** Milliseconds always written: ISO strings of one length order like the moments they name. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text) => {
    const parsed = new Date(text);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text;
  }, 'not a moment of the calendar');

export const index = z.int().nonnegative();

const unique = <Item>(items: readonly Item[]): boolean => new Set(items).size === items.length;

/** A list without repetition: the same person twice on a panel would be a panel of one. */
export const listOf = (item: z.ZodType<string>, least: number, most: number) =>
  z.array(item).min(least).max(most).refine(unique, 'listed twice').readonly();

export const common = {
  v: z.literal(1),
  n: index,
  t: moment,
  by: z.union([personId, systemName]),
  /** Commitment to the identity of `by`: lets one receipt prove the name with this leaf alone. */
  who: digest.optional(),
  /** Present when the server wrote the event on behalf of `by`. */
  sys: systemName.optional(),
};
