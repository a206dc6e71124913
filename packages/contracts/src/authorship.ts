/** Whose words a text is made of, and who wrote or removed on which day: a day, never an hour. */
import * as z from 'zod';
import { calendarDate, route } from './define.ts';
import { ideaId, personId } from './ids.ts';
import { personRef } from './people.ts';

export const authoredSpan = z.object({
  text: z.string(),
  /** The first who wrote these words; null for line ends and bullets. */
  by: personId.nullable(),
});
export type AuthoredSpan = z.infer<typeof authoredSpan>;

export const dayOfWriting = z.object({
  day: calendarDate,
  person: personId,
  wrote: z.boolean(),
  /** For who writes there or moderates: passages this person took out that day; copied back, each keeps its writer. */
  removed: z.array(z.string()),
});
export type DayOfWriting = z.infer<typeof dayOfWriting>;

export const authorship = z.object({
  title: z.array(authoredSpan),
  text: z.array(authoredSpan),
  /** Newest day first. */
  days: z.array(dayOfWriting),
  people: z.array(personRef),
});
export type Authorship = z.infer<typeof authorship>;

export const readAuthorship = route({
  name: 'readAuthorship',
  method: 'GET',
  path: '/api/ideas/:idea/authorship',
  params: z.strictObject({ idea: ideaId }),
  answer: authorship,
});
