/**
 * What a challenge needs besides its pages: the commitment its sponsors sign, notes for the council's bodies, ready mails
 * and what is put on a wall. Texts begin with the catalogue's and are the council's own once they are saved.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { challengeId, ideaId } from './ids.ts';
import { personRef } from './people.ts';

export const KIT_TEXTS = [
  'commitment',
  'council',
  'protection',
  'announcement',
  'midway',
  'lastDays',
  'poster',
] as const;
export const kitTextName = z.enum(KIT_TEXTS);
export type KitTextName = z.infer<typeof kitTextName>;
export const KIT_TEXT_LIMIT = 10_000;

export const kitText = z.object({
  name: kitTextName,
  text: z.string(),
  version: z.number().int(),
  by: personRef.nullable(),
  at: instant,
});
export type KitText = z.infer<typeof kitText>;

/** The words that were signed stay with the signature, whatever is written afterwards. */
export const signature = z.object({
  person: personRef,
  directorate: z.string(),
  at: instant,
  version: z.number().int(),
  text: z.string(),
});
export type Signature = z.infer<typeof signature>;

export const kit = z.object({
  challenge: challengeId,
  /** Those that were saved, to whoever prepares or signs; to others none. */
  texts: z.array(kitText),
  signatures: z.array(signature),
  url: z.string(),
  /** The address as a QR code, an SVG document. */
  qr: z.string(),
  acts: z.array(z.string()),
});
export type Kit = z.infer<typeof kit>;

const params = z.strictObject({ challenge: challengeId });
export const readKit = route({
  name: 'readKit',
  method: 'GET',
  path: '/api/challenges/:challenge/kit',
  params,
  answer: kit,
});

/** `version`: the one it was read at; 0 where nothing was saved yet. */
export const saveKitText = route({
  name: 'saveKitText',
  method: 'PUT',
  path: '/api/challenges/:challenge/kit/texts',
  params,
  body: z.strictObject({
    name: kitTextName,
    text: z.string().trim().min(1).max(KIT_TEXT_LIMIT),
    version: z.number().int().min(0),
  }),
  answer: kit,
  failures: ['challenge-phase', 'stale-version'],
});

/** Who answers for a directorate signs the commitment as it reads, for that directorate. */
export const signCommitment = route({
  name: 'signCommitment',
  method: 'POST',
  path: '/api/challenges/:challenge/kit/signature',
  params,
  body: z.strictObject({ version: z.number().int() }),
  answer: kit,
  failures: ['challenge-phase', 'stale-version', 'text-missing'],
});

/** The address of an idea for a wall or a screen. */
export const readIdeaCode = route({
  name: 'readIdeaCode',
  method: 'GET',
  path: '/api/ideas/:idea/code',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({ url: z.string(), qr: z.string() }),
});
