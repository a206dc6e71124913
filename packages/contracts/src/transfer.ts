/** Bringing a challenge in with its ideas, authors and supports, and giving everything back. */
import * as z from 'zod';
import { attachment } from './attachments.ts';
import { instant, route } from './define.ts';
import { delivery } from './delivery.ts';
import { challengeId, ideaId } from './ids.ts';
import { ideaState } from './ideas.ts';
import { impactReview } from './impact-review.ts';
import { labels, saidAnswer, THEME_LIMIT, themeRef } from './particulars.ts';
import { credits, personRef } from './people.ts';
import { timeBox } from './challenges.ts';
import { reasonedAnswer } from './selection.ts';
import { BANNER_ALT_LIMIT, BANNER_LIMIT, visual } from './visual.ts';

export const importedIdea = z.strictObject({
  /** Empty: the whole text becomes the title, flagged. */
  title: z.string().max(20_000),
  text: z.string().max(100_000),
  /** Empty: « auteur à confirmer ». Never the importer. */
  author: z.strictObject({
    name: z.string().max(120),
    mail: z.email().max(254).nullable(),
    directorate: z.string().max(120),
    /** Identifier in the source: two rows with the same one have the same author. */
    source: z.string().max(200),
  }),
  /** How many supported it in the source. */
  supports: z.number().int().min(0).max(1_000_000),
  source: z.string().max(200),
  /** In words: the challenge gets the themes and the questions that its rows name. */
  theme: z.string().trim().max(THEME_LIMIT).optional(),
  answers: z
    .array(
      z.strictObject({
        question: z.string().trim().min(1).max(200),
        values: z.array(z.string().max(10_000)).max(20),
      }),
    )
    .max(12)
    .optional(),
});
export type ImportedIdea = z.infer<typeof importedIdea>;

/** The picture of a challenge, whole: beside it no other file is needed. Without words it only decorates. */
export const carriedBanner = z.strictObject({
  alt: z.string().trim().max(BANNER_ALT_LIMIT),
  base64: z.base64().max(Math.ceil(BANNER_LIMIT / 3) * 4),
});
export type CarriedBanner = z.infer<typeof carriedBanner>;

export const importReport = z.object({
  challenge: challengeId.nullable(),
  ideas: z.number().int(),
  authors: z.number().int(),
  authorsToConfirm: z.number().int(),
  titlesTaken: z.number().int(),
  supports: z.number().int(),
  ideaIds: z.array(z.object({ row: z.number().int(), source: z.string(), idea: ideaId })),
});
export type ImportReport = z.infer<typeof importReport>;

/** All or nothing; with `preview` nothing is written. Called by `npm run import` with the local task token, or by an administrator. */
export const importChallenge = route({
  name: 'importChallenge',
  method: 'POST',
  path: '/api/import',
  audience: 'task',
  body: z.strictObject({
    preview: z.boolean(),
    challenge: challengeId,
    question: z.string().trim().min(1).max(160),
    brief: z.string().max(10_000),
    timeBox,
    /** What its two fields are called, the colour of its pages and its picture, as an export gives them. */
    labels: labels.optional(),
    colour: visual.shape.colour.optional(),
    banner: carriedBanner.nullable().optional(),
    ideas: z.array(importedIdea).min(1).max(5_000),
  }),
  answer: importReport,
  failures: [
    'invalid-import',
    'id-taken',
    'invalid-dates',
    'impossible-hour',
    'ambiguous-hour',
    'file-type',
    'file-damaged',
  ],
  limit: 20_000_000,
});

export const exportedIdea = z.object({
  id: ideaId,
  state: ideaState,
  title: z.string(),
  text: z.string(),
  credits,
  authorToConfirm: z.boolean(),
  source: z.string(),
  publishedAt: instant.nullable(),
  supports: z.number().int().nullable(),
  theme: themeRef.nullable(),
  answers: z.array(saidAnswer),
  answer: reasonedAnswer.nullable(),
  /** Its indicators with every measure, what it cost and gave; null where nobody said anything. */
  /** Where its delivery stands and everything that was done and said about it; null before its first adoption. */
  delivery: delivery.nullable(),
  impact: impactReview.omit({ idea: true, state: true, acts: true }).nullable(),
  /** Their bytes are read one by one, and checked against `sha256`. */
  attachments: z.array(
    attachment
      .pick({ id: true, name: true, type: true, size: true, alt: true, addedBy: true, at: true })
      .extend({ sha256: z.string() }),
  ),
});
export const exportChallenge = route({
  name: 'exportChallenge',
  method: 'GET',
  path: '/api/challenges/:challenge/export',
  params: z.strictObject({ challenge: challengeId }),
  answer: z.object({
    challenge: challengeId,
    question: z.string(),
    brief: z.string(),
    timeBox,
    labels,
    colour: visual.shape.colour,
    /** What it gave, once it is put away. */
    archived: z.object({ at: instant, by: personRef.nullable(), story: z.string() }).nullable(),
    /** The one that everybody sees. */
    banner: carriedBanner.nullable(),
    exportedAt: instant,
    ideas: z.array(exportedIdea),
  }),
});
