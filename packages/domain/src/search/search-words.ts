/** A text as a search sees it: the words that say something, without accents, capitals, ligatures or elisions. */

/** What French cuts before a vowel: « l’écran », « qu’on », « aujourd’hui » keeps its whole. */
const ELIDED = new Set(['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu']);

/** Words that say nothing alone, of the two languages in which people write here, as `plainWords` gives them. */
const EMPTY = new Set(
  `a ai au aux avec ca car ce ceci cela ces cet cette chaque comme dans de des donc du elle elles en entre
  es est et etre eux faire fait faut il ils je la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on
  ont ou par pas peu peut plus pour pourrait quand que quel quelle quels quelles qui sa sans se sera ses si son sont sous
  sur ta te tes toi ton tous tout toute toutes trop tu un une vers vos votre vous y
  an and are as at be but by for from has have if in is it its of or our should that the their there they this to was
  we were what which will with would you your`.split(/\s+/),
);

export function plainWords(text: string): string[] {
  const bare = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  const pieces = bare.match(/[\p{L}\p{N}]+(?:['’ʼ]|[\p{L}\p{N}]+)*/gu) ?? [];
  return pieces.flatMap((piece) => piece.split(/['’ʼ]/).filter((word) => word !== '' && !ELIDED.has(word)));
}

/** The words worth looking for, each once; a query made of empty words alone is looked for as it is. */
export function searchWords(text: string): string[] {
  const words = [...new Set(plainWords(text))];
  const full = words.filter((word) => !EMPTY.has(word));
  return full.length > 0 ? full : words;
}

/** How many letters of a word may be wrong: short words have too many neighbours. */
export function typosForgiven(word: string): 0 | 1 | 2 {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
