/**
 * A keyboard that composes words (most phones, accents) owns the field until the word is done: a value put into it
 * meanwhile makes it write the word twice. What others change is shown afterwards, and the word put where it belongs then.
 */

export interface Step {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

/** Where a caret goes when somebody else's change passes before it. */
export function moved(caret: number, delta: readonly Step[]): number {
  let at = 0;
  let place = caret;
  for (const step of delta) {
    if (at > place) break;
    if (step.retain !== undefined) at += step.retain;
    else if (typeof step.insert === 'string') {
      if (at < place) place += step.insert.length;
      at += step.insert.length;
    } else if (step.delete !== undefined) place -= Math.min(step.delete, Math.max(0, place - at));
  }
  return place;
}

export interface Composing {
  /** The title when somebody else's first change was held back. */
  readonly before: string;
  readonly deltas: readonly (readonly Step[])[];
}

/** The title of now with what was changed in the field meanwhile, and where its caret goes. */
export function settled(
  { before, deltas }: Composing,
  value: string,
  now: string,
): { readonly title: string; readonly caret: number } {
  const shortest = Math.min(before.length, value.length);
  let head = 0;
  while (head < shortest && before[head] === value[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === value.at(-1 - tail)) tail++;
  const placed = (place: number): number => deltas.reduce((at, delta) => moved(at, delta), place);
  const [from, to] = [placed(head), placed(before.length - tail)];
  const words = value.slice(head, value.length - tail);
  return { title: now.slice(0, from) + words + now.slice(to), caret: from + words.length };
}
