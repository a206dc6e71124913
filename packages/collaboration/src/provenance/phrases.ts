/**
 * Runs of words and who wrote them first, after WikiWho (Flöck and Acosta, WWW 2014): a phrase typed again, or pasted
 * long after it vanished, stays with its first writer.
 */

/** Words of one phrase: a shorter one is said by many people. */
export const PHRASE = 6;

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Without case, accents and compatibility forms. */
  readonly plain: string;
}

export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [found] = match;
    const plain = found.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    words.push({ start: match.index, end: match.index + found.length, plain });
  }
  return words;
};

export const phraseAt = (words: readonly Word[], first: number, length = PHRASE): string | null => {
  if (first < 0 || first + length > words.length) return null;
  let phrase = '';
  for (let at = first; at < first + length; at++) phrase += ` ${words[at]?.plain ?? ''}`;
  return phrase;
};

/** Phrases seen so far, each with the writer of each of its words. */
export class Phrases {
  readonly #seen = new Map<string, readonly (string | null)[]>();

  first(phrase: string): readonly (string | null)[] | undefined {
    return this.#seen.get(phrase);
  }

  remember(phrase: string, writers: readonly (string | null)[]): void {
    if (!this.#seen.has(phrase)) this.#seen.set(phrase, writers);
  }
}
