/** Saying what a challenge asks of its ideas, and answering it once an idea is published. A draft saves its answers itself. */
import * as z from 'zod';
import { challenge } from './challenges.ts';
import { route } from './define.ts';
import { challengeId, ideaId, personId, themeId } from './ids.ts';
import { ideaPage } from './ideas.ts';
import {
  FIELDS_AT_MOST,
  formField,
  labels,
  particulars,
  THEME_LIMIT,
  THEMES_AT_MOST,
} from './particulars.ts';

const params = z.strictObject({ challenge: challengeId });
const version = z.number().int();

/** The whole list, in its order. One that is left out is retired if an idea has it. */
export const setThemes = route({
  name: 'setThemes',
  method: 'PUT',
  path: '/api/challenges/:challenge/themes',
  params,
  body: z.strictObject({
    themes: z
      .array(
        z.strictObject({
          id: themeId,
          fr: z.string().trim().min(1).max(THEME_LIMIT),
          en: z.string().trim().max(THEME_LIMIT),
          retired: z.boolean(),
          moderators: z.array(personId).max(20),
        }),
      )
      .max(THEMES_AT_MOST * 4),
    version,
  }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

/** The whole list, in its order. One that is left out is retired: answers given stay. */
export const setFields = route({
  name: 'setFields',
  method: 'PUT',
  path: '/api/challenges/:challenge/fields',
  params,
  body: z.strictObject({ fields: z.array(formField).max(FIELDS_AT_MOST * 4), version }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

/** What the title and the text of an idea are called, and the sentence under each. */
export const setLabels = route({
  name: 'setLabels',
  method: 'PUT',
  path: '/api/challenges/:challenge/labels',
  params,
  body: z.strictObject({ labels, version }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

/** Of a published idea: by whoever writes in it, or its theme by a moderator. */
export const setParticulars = route({
  name: 'setParticulars',
  method: 'PUT',
  path: '/api/ideas/:idea/particulars',
  asksCharter: true,
  params: z.strictObject({ idea: ideaId }),
  body: particulars,
  answer: ideaPage,
  failures: ['challenge-phase', 'idea-state', 'particulars-missing', 'answer-too-long'],
});
