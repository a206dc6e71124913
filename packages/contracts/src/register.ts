/** How the register of credits is kept: who is witness of its state. For administrators. */
import * as z from 'zod';
import { route } from './define.ts';
import { PERSON_NAME_LIMIT } from './people.ts';

/** Somebody inside or outside who keeps the signed state of each day elsewhere. */
export const witness = z.strictObject({
  name: z.string().trim().min(1).max(PERSON_NAME_LIMIT),
  mail: z.email().max(254),
  language: z.enum(['fr', 'en']),
});
export type Witness = z.infer<typeof witness>;

export const WITNESSES_LIMIT = 20;
const witnesses = z.object({
  witnesses: z.array(witness),
  /** The last day for which the state was mailed; null before the first. */
  mailedOn: z.string().nullable(),
});
export const readWitnesses = route({
  name: 'readWitnesses',
  method: 'GET',
  path: '/api/attribution/witnesses',
  answer: witnesses,
});
export const chooseWitnesses = route({
  name: 'chooseWitnesses',
  method: 'PUT',
  path: '/api/attribution/witnesses',
  body: z.strictObject({ witnesses: z.array(witness).max(WITNESSES_LIMIT) }),
  answer: witnesses,
});
