/** The council's own words for what the product names: its platform, and the five things people meet on it. */
import * as z from 'zod';
import { route } from './define.ts';

export const TERMS = ['challenge', 'idea', 'rebound', 'note', 'pollen'] as const;
export type Term = (typeof TERMS)[number];
export const WORD_LIMIT = 40;

const word = z.string().trim().min(1).max(WORD_LIMIT);
/** `softly`: whether « l’ » and « d’ » stand before it in French, and “an” in English. */
export const termWords = z.strictObject({ singular: word, plural: word, softly: z.boolean() });
export type TermWords = z.infer<typeof termWords>;
export const ownTerm = z.strictObject({ fr: termWords, en: termWords });
export type OwnTerm = z.infer<typeof ownTerm>;

/** What is null keeps the product's word. */
export const vocabulary = z.strictObject({
  name: word.nullable(),
  terms: z.strictObject({
    challenge: ownTerm.nullable(),
    idea: ownTerm.nullable(),
    rebound: ownTerm.nullable(),
    note: ownTerm.nullable(),
    pollen: ownTerm.nullable(),
  } satisfies Record<Term, unknown>),
});
export type Vocabulary = z.infer<typeof vocabulary>;

export const NO_VOCABULARY: Vocabulary = {
  name: null,
  terms: { challenge: null, idea: null, rebound: null, note: null, pollen: null },
};

/** `version`: how often it was saved; 0 where the product's words stand. */
const kept = z.object({ vocabulary, version: z.number().int() });
export const readVocabulary = route({
  name: 'readVocabulary',
  method: 'GET',
  path: '/api/vocabulary',
  answer: kept,
});

/** For administrators, on the version they read. The product's own words again: everything null. */
export const setVocabulary = route({
  name: 'setVocabulary',
  method: 'PUT',
  path: '/api/vocabulary',
  body: z.strictObject({ vocabulary, version: z.number().int().min(0) }),
  answer: kept,
  failures: ['stale-version', 'invalid-vocabulary'],
});
