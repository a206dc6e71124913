/**
 * How a statutory text is written in a catalogue: blank lines separate its parts, a line that begins with « - » is an
 * item, and what only the operator can say stands between brackets, to be seen and filled.
 */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export function partsOf(text: string): Part[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- '))
        ? { kind: 'list', items: lines.map((line) => line.slice(2)) }
        : { kind: 'paragraph', text: lines.join(' ') };
    });
}

/** The pieces of a sentence: what is said, and what is left to fill. */
export function piecesOf(text: string): { readonly text: string; readonly blank: boolean }[] {
  return text
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, blank: piece.startsWith('[') }));
}
