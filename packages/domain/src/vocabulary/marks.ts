/** Signs of nobody's writing around what must not be said anew, for as long as a sentence is being made. */
export const PROTECTED_START = '\uE000';
export const PROTECTED_END = '\uE001';
const EITHER = /[\uE000\uE001]/g;

export const unmarked = (text: string): string => text.replace(EITHER, '');

/** Says anew what is outside the marks, however deep they stand in each other. */
export function outsideMarks(text: string, say: (part: string) => string): string {
  let depth = 0;
  return text
    .split(/([\uE000\uE001])/)
    .map((part) => {
      if (part === PROTECTED_START) depth += 1;
      else if (part === PROTECTED_END) depth -= 1;
      else if (depth === 0) return say(part);
      return part;
    })
    .join('');
}
