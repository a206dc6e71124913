/** What a text was, day by day, and going back to it: a day, never an hour. */
import * as z from 'zod';
import { calendarDate, route } from './define.ts';
import { ideaId, personId } from './ids.ts';
import { personRef } from './people.ts';

const rowNumber = z.number().int().min(1);
const named = z.coerce.number().int().min(1);

/** The text as it stood at the end of a day, or just before something large happened to it. */
export const textVersion = z.object({
  version: rowNumber,
  day: calendarDate,
  /** Who wrote or took something out since the version before. */
  people: z.array(personId),
  /** Whether it begins with an earlier version, or a passage, that somebody put back. */
  restored: z.boolean(),
  /** What came next: publication, another day, a large removal, something put back; or nothing yet. */
  endedBy: z.enum(['publication', 'day', 'removal', 'restoring', 'now']),
});
export type TextVersion = z.infer<typeof textVersion>;

/** What somebody took out in one go. */
export const removal = z.object({
  removal: rowNumber,
  day: calendarDate,
  by: personId,
  /** Whose words they were. */
  of: z.array(personId),
  passages: z.array(z.string()),
  /** Whether they stand nowhere in the text now. */
  gone: z.boolean(),
});
export type Removal = z.infer<typeof removal>;

/** For those who write in it and those who moderate: taking a word out of sight has to take it out of sight. */
export const textHistory = z.object({
  /** Newest first, both. */
  versions: z.array(textVersion),
  removals: z.array(removal),
  people: z.array(personRef),
  mayRestore: z.boolean(),
});
export type TextHistory = z.infer<typeof textHistory>;

const text = z.object({ title: z.string(), text: z.string() });

export const readTextHistory = route({
  name: 'readTextHistory',
  method: 'GET',
  path: '/api/ideas/:idea/history',
  params: z.strictObject({ idea: ideaId }),
  answer: textHistory,
});

const ofVersion = z.strictObject({ idea: ideaId, version: named });
export const versionInFull = textVersion.extend({ ...text.shape, now: text });
export type VersionInFull = z.infer<typeof versionInFull>;
export const readTextVersion = route({
  name: 'readTextVersion',
  method: 'GET',
  path: '/api/ideas/:idea/history/:version',
  params: ofVersion,
  answer: versionInFull,
});

const RESTORING = [
  'challenge-phase',
  'idea-state',
  'idea-sealed',
  'append-failed',
  'update-refused',
  'nothing-to-restore',
] as const;
/** The text says again what it said then; what it says now stays in the history. */
export const restoreVersion = route({
  name: 'restoreVersion',
  method: 'POST',
  path: '/api/ideas/:idea/history/:version/restoring',
  params: ofVersion,
  answer: text,
  failures: RESTORING,
});
/** What somebody took out comes back where it stood. */
export const restoreRemoval = route({
  name: 'restoreRemoval',
  method: 'POST',
  path: '/api/ideas/:idea/removals/:removal/restoring',
  params: z.strictObject({ idea: ideaId, removal: named }),
  answer: text,
  failures: RESTORING,
});
