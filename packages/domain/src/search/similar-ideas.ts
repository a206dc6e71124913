/** When an idea that exists is shown to somebody who is typing the title of hers: as a hand held out, never in the way. */

export const SIMILAR_SHOWN = 3;

/** How many words an idea must share with what was typed to be shown beside it; one word alone is no likeness. */
export function wordsInCommon(typed: number): number {
  return Math.max(2, Math.ceil(typed * 0.4));
}

/** A word that a quarter of the ideas hold belongs to the question, not to an idea. */
export function tellsApart(holding: number, ideas: number): boolean {
  return ideas < 20 || holding * 4 <= ideas;
}
