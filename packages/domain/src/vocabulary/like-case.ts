/** A word at the beginning of a sentence, or within it, as the one it replaces. */
export function likeCase(as: string, word: string): string {
  const first = as.charAt(0);
  return first !== '' && first === first.toLocaleUpperCase('fr') && first !== first.toLocaleLowerCase('fr')
    ? word.charAt(0).toLocaleUpperCase('fr') + word.slice(1)
    : word;
}
