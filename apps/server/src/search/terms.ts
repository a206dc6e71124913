/** The forms under which a word is kept and looked for: in the singular, and by its stem. */
import { stemmer } from '@orama/stemmers/french';

/**
 * The stemmer knows French suffixes by their accents; words come here without, so the ends that it then misses are
 * taken off around it: « vélos » and « imprimées » as « vélo » and « imprimer ».
 */
export function stemOf(word: string): string {
  const one = singularOf(word);
  const stem = one.length < 4 ? one : stemmer(one).replace(/e+$/, '');
  return stem.length < 3 ? one : stem;
}

export const singularOf = (word: string): string => (word.length < 4 ? word : word.replace(/[sx]$/, ''));

/** The same words come again in every idea: what was worked out for them is kept for a while. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 50_000;

export function termsOf(word: string): string[] {
  let terms = known.get(word);
  if (terms === undefined) {
    terms = [...new Set([singularOf(word), stemOf(word)])];
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, terms);
  }
  return terms;
}

/** Two letters typed the wrong way round: the commonest slip, which a count of wrong letters takes for two. */
export function swapped(word: string): string[] {
  const letters = Array.from(word);
  return letters.slice(1).flatMap((letter, at) => {
    const before = letters[at] ?? '';
    return letter === before
      ? []
      : [[...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('')];
  });
}
