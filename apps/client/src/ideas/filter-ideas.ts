/** A search that forgives: accents, capitals, ligatures, the order of the words and their ends make no difference. */
import type { Idea } from '@butinerie/contracts';
import { contributorsOf } from '../ui/credit-line.tsx';

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[’']/g, ' ');
}

/** « idées » finds « idée » and the other way round: the usual ends of a French word are not looked at. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(e?s|x|e)$/, '') : word);

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function searched(idea: Idea): string {
  const people = [...idea.credits.originators, ...contributorsOf(idea.credits)];
  const named = people.flatMap(({ name, directorate }) => [name, directorate ?? '']);
  return wordsOf([idea.title, idea.text, idea.adoptedBy ?? '', ...named].join(' ')).join(' ');
}

export function filterIdeas(ideas: readonly Idea[], typed: string): readonly Idea[] {
  const wanted = wordsOf(typed).map(stem);
  if (wanted.length === 0) return ideas;
  return ideas.filter((idea) => {
    const text = ` ${searched(idea)}`;
    return wanted.every((word) => text.includes(` ${word}`));
  });
}
