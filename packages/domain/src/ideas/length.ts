/** Lengths as people count them on the screen: in code points, so that an accent or an emoji costs what it shows. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
