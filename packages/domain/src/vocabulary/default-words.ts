/** The product's words for its five things, as its catalogues write them. */
import type { Language, Term, TermWords } from '@butinerie/contracts';

export const PLATFORM = 'La Butinerie';

export const DEFAULT_WORDS: Readonly<Record<Term, Readonly<Record<Language, TermWords>>>> = {
  challenge: {
    fr: { singular: 'défi', plural: 'défis', softly: false },
    en: { singular: 'challenge', plural: 'challenges', softly: false },
  },
  idea: {
    fr: { singular: 'idée', plural: 'idées', softly: true },
    en: { singular: 'idea', plural: 'ideas', softly: true },
  },
  rebound: {
    fr: { singular: 'rebond', plural: 'rebonds', softly: false },
    en: { singular: 'rebound', plural: 'rebounds', softly: false },
  },
  note: {
    fr: { singular: 'note', plural: 'notes', softly: false },
    en: { singular: 'note', plural: 'notes', softly: false },
  },
  pollen: {
    fr: { singular: 'pollen', plural: 'pollens', softly: false },
    en: { singular: 'pollen', plural: 'pollens', softly: false },
  },
};

/** French sentences agree with these: a word in another's place keeps its gender. */
export const GENDERS: Readonly<Record<Term, 'masculine' | 'feminine'>> = {
  challenge: 'masculine',
  idea: 'feminine',
  rebound: 'masculine',
  note: 'feminine',
  pollen: 'masculine',
};
