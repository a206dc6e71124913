/**
 * The shortest script that turns one sequence into another, for lines and for words. Common ends are set aside first,
 * since an autosaved draft changes in one place; a middle too large for a table is replaced whole.
 */

export type Step =
  | { readonly kind: 'keep'; readonly count: number }
  | { readonly kind: 'replace'; readonly count: number; readonly by: readonly string[] };

const LARGEST_TABLE = 4_000_000;

export const diffSequences = (before: readonly string[], after: readonly string[]): readonly Step[] => {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shortest = Math.min(before.length, after.length) - head;
  while (tail < shortest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  const steps: Step[] = [{ kind: 'keep', count: head }, ...middle, { kind: 'keep', count: tail }];
  return steps.filter((step) => step.kind === 'replace' || step.count > 0);
};

/** The same for words: where two sayings share next to nothing, one replaces the other whole, not around its blanks. */
export const diffWords = (
  before: readonly string[],
  after: readonly string[],
  lettersOf: (word: string) => number,
): readonly Step[] => {
  const found = diffSequences(before, after);
  const count = (words: readonly string[]): number => words.reduce((sum, word) => sum + lettersOf(word), 0);
  let [kept, at] = [0, 0];
  for (const step of found) {
    if (step.kind === 'keep') kept += count(before.slice(at, at + step.count));
    at += step.count;
  }
  const alike = kept * ALIKE >= Math.max(count(before), count(after));
  return alike ? found : [{ kind: 'replace', count: before.length, by: after }];
};
/** At least one letter in so many is common to both. */
const ALIKE = 3;

const between = (before: readonly string[], after: readonly string[]): readonly Step[] => {
  if (before.length === 0 && after.length === 0) return [];
  if (before.length * after.length > LARGEST_TABLE || before.length === 0 || after.length === 0) {
    return [{ kind: 'replace', count: before.length, by: after }];
  }
  return steps(before, after, commonLengths(before, after));
};

/** `table[i][j]` is the longest common subsequence of `before` from i and `after` from j. */
const commonLengths = (before: readonly string[], after: readonly string[]): readonly Uint32Array[] => {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = table[i] as Uint32Array;
      const below = table[i + 1] as Uint32Array;
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
};

const steps = (
  before: readonly string[],
  after: readonly string[],
  table: readonly Uint32Array[],
): readonly Step[] => {
  const found: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [fromI, fromJ] = [i, j];
    while (i < before.length && j < after.length && before[i] === after[j]) {
      i++;
      j++;
    }
    if (i > fromI) {
      found.push({ kind: 'keep', count: i - fromI });
      continue;
    }
    while ((i < before.length || j < after.length) && !(i < before.length && before[i] === after[j])) {
      const skipBefore = table[i + 1]?.[j] ?? -1;
      const skipAfter = j < after.length ? (table[i]?.[j + 1] ?? -1) : -1;
      if (i < before.length && skipBefore >= skipAfter) i++;
      else j++;
    }
    found.push({ kind: 'replace', count: i - fromI, by: after.slice(fromJ, j) });
  }
  return found;
};
