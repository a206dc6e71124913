/**
 * Typed catalogues. A concept's `words.ts` exports `words = catalogue(fr, en)`: English has the shape of French or it
 * does not compile. A message is a string, or a function of typed facts.
 */
import type { Language } from '@butinerie/contracts';
import { typo } from './typography.ts';

export type Wording = string | ((...facts: never[]) => string) | { readonly [key: string]: Wording };
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : Words<T[K]>;
};
export type Catalogue<T> = Readonly<Record<Language, Words<T>>>;

function typeset(wording: Wording, language: Language): Wording {
  if (typeof wording === 'string') return typo(wording, language);
  if (typeof wording === 'function') return (...facts: never[]) => typo(wording(...facts), language);
  return Object.fromEntries(Object.entries(wording).map(([key, inner]) => [key, typeset(inner, language)]));
}

export function catalogue<T extends { readonly [key: string]: Wording }>(
  fr: T,
  en: NoInfer<Words<T>>,
): Catalogue<T> {
  // Typesetting keeps every key and kind; the compiler cannot follow it through the recursion.
  return {
    fr: typeset(fr, 'fr') as unknown as Words<T>,
    en: typeset(en as { readonly [key: string]: Wording }, 'en') as unknown as Words<T>,
  };
}
