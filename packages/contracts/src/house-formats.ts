/** Formats of the house: the settings of a challenge under a name, from which others are begun. */
import * as z from 'zod';
import { SELECTION_MODES } from './challenges.ts';
import { instant, route } from './define.ts';
import { challengeId, formatId } from './ids.ts';
import { directorate, personRef } from './people.ts';
import { visual } from './visual.ts';

export const FORMAT_NAME_LIMIT = 60;
const name = z.string().trim().min(1).max(FORMAT_NAME_LIMIT);

/** Days after that of the opening, and the hour on the wall. */
const formatTime = z.object({ days: z.number().int(), time: z.string() });
export const formatTimes = z.object({
  opensAt: formatTime,
  ideasUntil: formatTime,
  closesAt: formatTime,
  decisionDueAt: formatTime,
});
export type FormatTimes = z.infer<typeof formatTimes>;

export const houseFormat = z.object({
  id: formatId,
  version: z.number().int(),
  name: z.string(),
  savedBy: personRef.nullable(),
  savedAt: instant,
  times: formatTimes,
  /** What a challenge begun with it asks, in French words; whole in the challenge itself. */
  themes: z.array(z.string()),
  questions: z.array(z.string()),
  /** What the two fields are called, where that is not the product's word. */
  labels: z.array(z.string()),
  colour: visual.shape.colour,
  picture: z.boolean(),
  /** Null: agents of every directorate. */
  directorates: z.array(directorate).nullable(),
  selectionMode: z.enum(SELECTION_MODES),
});
export type HouseFormat = z.infer<typeof houseFormat>;
export const houseFormats = z.object({ formats: z.array(houseFormat) });

const params = z.strictObject({ format: formatId });
const version = z.number().int();

/** By name; what was taken off the list is not on it. */
export const listFormats = route({
  name: 'listFormats',
  method: 'GET',
  path: '/api/formats',
  answer: houseFormats,
});

/** The settings of this challenge as they stand. The id is made by the caller: a retry is the same format. */
export const saveFormat = route({
  name: 'saveFormat',
  method: 'PUT',
  path: '/api/formats/:format',
  params,
  body: z.strictObject({ challenge: challengeId, name }),
  answer: houseFormats,
  failures: ['id-taken', 'name-taken'],
});

export const renameFormat = route({
  name: 'renameFormat',
  method: 'PATCH',
  path: '/api/formats/:format',
  params,
  body: z.strictObject({ name, version }),
  answer: houseFormats,
  failures: ['stale-version', 'name-taken'],
});

/** Off the list, or on it again; challenges begun with it are untouched either way. */
export const offerFormat = route({
  name: 'offerFormat',
  method: 'PUT',
  path: '/api/formats/:format/offered',
  params,
  body: z.strictObject({ offered: z.boolean(), version }),
  answer: houseFormats,
  failures: ['stale-version', 'name-taken'],
});
