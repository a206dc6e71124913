/** Long runs of words that stand in another text too: a quotation, which proposes a link and decides nothing. */

import { phraseAt, wordsOf } from './phrases.ts';

/** Names of institutions make runs of up to eleven words in French; from here on it is a quotation. */
const QUOTATION = 12;

export interface OtherText {
  readonly of: string;
  readonly text: string;
}

export interface SharedRun {
  /** Whose text it stands in too. */
  readonly of: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * Runs of at least twelve words of `text` that one of `others` holds as well, longest match first come; a run that
 * `known` holds (the question of the challenge, official names) belongs to nobody.
 */
export const sharedRuns = (
  text: string,
  others: readonly OtherText[],
  known: readonly string[] = [],
): SharedRun[] => {
  const everybodys = new Set(known.flatMap((each) => gramsOf(each)));
  const index = new Map<
    string,
    { readonly of: string; readonly at: number; readonly plain: readonly string[] }
  >();
  for (const { of, text: other } of others) {
    const plain = wordsOf(other).map((word) => word.plain);
    for (const [at, gram] of gramsOf(other).entries())
      if (!index.has(gram)) index.set(gram, { of, at, plain });
  }
  const words = wordsOf(text);
  const found: SharedRun[] = [];
  let at = 0;
  while (at + QUOTATION <= words.length) {
    const gram = phraseAt(words, at, QUOTATION) ?? '';
    const place = everybodys.has(gram) ? undefined : index.get(gram);
    const first = words[at];
    if (place === undefined || first === undefined) {
      at += 1;
      continue;
    }
    let length = QUOTATION;
    while (at + length < words.length && words[at + length]?.plain === place.plain[place.at + length])
      length += 1;
    const last = words[at + length - 1] ?? first;
    found.push({ of: place.of, start: first.start, end: last.end, words: length });
    at += length;
  }
  return found;
};

/** Every run of twelve words, in order. */
export const gramsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return Array.from(
    { length: Math.max(words.length - QUOTATION + 1, 0) },
    (_, at) => phraseAt(words, at, QUOTATION) ?? '',
  );
};
