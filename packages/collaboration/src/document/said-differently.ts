/** What two texts say differently, word by word: for a reader who compares, never for writing. */
import { diffSequences, diffWords } from './sequence-diff.ts';
import { wordsOfText } from './write-document.ts';

export interface Saying {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Line by line first, then word by word in the lines that changed, so that long texts stay quick and readable. */
export const saidDifferently = (before: string, after: string): readonly Saying[] => {
  const [lines, wanted] = [linesOf(before), linesOf(after)];
  const found: Saying[] = [];
  let at = 0;
  for (const step of diffSequences(lines, wanted)) {
    const passed = lines.slice(at, at + step.count).join('');
    at += step.count;
    if (step.kind === 'keep') add(found, 'same', passed);
    else byWords(found, passed, step.by.join(''));
  }
  return found;
};

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function byWords(found: Saying[], before: string, after: string): void {
  const words = wordsOfText(before);
  let at = 0;
  for (const step of diffWords(words, wordsOfText(after), lettersIn)) {
    const passed = words.slice(at, at + step.count).join('');
    at += step.count;
    if (step.kind === 'keep') add(found, 'same', passed);
    else {
      add(found, 'removed', passed);
      add(found, 'added', step.by.join(''));
    }
  }
}

const lettersIn = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function add(found: Saying[], kind: Saying['kind'], text: string): void {
  if (text === '') return;
  const last = found.at(-1);
  if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text };
  else found.push({ kind, text });
}
