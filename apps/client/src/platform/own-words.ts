/**
 * The council's own words on the screens. What renames is loaded only where a council has words of its own, so that the
 * first page of all others weighs nothing more.
 */
import type { Language, Vocabulary } from '@butinerie/contracts';
import { createContext, use } from 'react';
import { readKept, writeKept } from './kept.ts';

export const PRODUCT = 'La Butinerie';
const KEPT = 'butinerie.name';

export interface OwnWords {
  readonly name: string;
  /** A catalogue's words in one language, or one of its strings. */
  readonly say: <T>(words: T, language: Language) => T;
}
type Renaming = <T>(words: T, vocabulary: Vocabulary | null, language: Language) => T;

const recall = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);
/** The name as it was when this device was last here: no page begins with another's. */
export const keepName = (name: string | null): void => writeKept(KEPT, name);

/** Each catalogue is renamed once for a vocabulary. */
export function ownWordsOf(vocabulary: Vocabulary, renaming: Renaming): OwnWords {
  const done = new WeakMap<object, unknown>();
  return {
    name: vocabulary.name ?? PRODUCT,
    say: <T>(words: T, language: Language): T => {
      if (typeof words !== 'object' || words === null) return renaming(words, vocabulary, language);
      const known = done.get(words);
      if (known !== undefined) return known as T;
      const renamed = renaming(words, vocabulary, language);
      done.set(words, renamed);
      return renamed;
    },
  };
}

export const PRODUCT_WORDS: OwnWords = { name: PRODUCT, say: (words) => words };
export const OwnWordsContext = createContext<OwnWords | null>(null);

export const useOwnWords = (): OwnWords => use(OwnWordsContext) ?? PRODUCT_WORDS;
/** What the platform is called here; before that is known, what it was called last. */
export function usePlatformName(): string {
  return use(OwnWordsContext)?.name ?? readKept(KEPT, recall) ?? PRODUCT;
}
