/** The words as they stand under somebody's hands: every field filled, the product's word where there is no other. */
import { TERMS, vocabulary as shape, type OwnTerm, type Term, type Vocabulary } from '@butinerie/contracts';
import { DEFAULT_WORDS, problemsOf, type WordProblem } from '@butinerie/domain';

export interface WordsForm {
  readonly name: string;
  readonly terms: Readonly<Record<Term, OwnTerm>>;
}
export interface KeptForm extends WordsForm {
  /** What was saved when this was begun. */
  readonly version: number;
}

const each = <T>(of: (term: Term) => T): Record<Term, T> => ({
  challenge: of('challenge'),
  idea: of('idea'),
  rebound: of('rebound'),
  note: of('note'),
  pollen: of('pollen'),
});

export const formOf = ({ name, terms }: Vocabulary): WordsForm => ({
  name: name ?? '',
  terms: each((term) => terms[term] ?? DEFAULT_WORDS[term]),
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const trimmed = ({ fr, en }: OwnTerm): OwnTerm => ({
  fr: { singular: fr.singular.trim(), plural: fr.plural.trim(), softly: fr.softly },
  en: { singular: en.singular.trim(), plural: en.plural.trim(), softly: en.softly },
});

/** What is the product's word again is no word of one's own. */
export const vocabularyOf = ({ name, terms }: WordsForm): Vocabulary => ({
  name: name.trim() || null,
  terms: each((term) => {
    const words = trimmed(terms[term]);
    return same(words, DEFAULT_WORDS[term]) ? null : words;
  }),
});
export const isSame = (one: WordsForm, other: WordsForm): boolean =>
  same(vocabularyOf(one), vocabularyOf(other));

export type FieldProblem = WordProblem | 'missing';
/** By the place of each field: `idea.fr.plural`, `name`. */
export function problemsIn(form: WordsForm): ReadonlyMap<string, FieldProblem> {
  const vocabulary = vocabularyOf(form);
  const found = new Map<string, FieldProblem>(problemsOf(vocabulary).map(({ at, problem }) => [at, problem]));
  for (const term of TERMS)
    for (const language of ['fr', 'en'] as const)
      for (const which of ['singular', 'plural'] as const)
        if (form.terms[term][language][which].trim() === '')
          found.set(`${term}.${language}.${which}`, 'missing');
  return found;
}

/** Whether « l’ » and “an” may stand before it: an h or a y is for people to say. */
export const maySoften = (word: string): boolean => /^[aeiouyhàâäéèêëîïôöûüœæ]/iu.test(word.trim());
export const softensAtFirst = (word: string): boolean => /^[aeiouàâäéèêëîïôöûüœæ]/iu.test(word.trim());

export function recallForm(raw: unknown): KeptForm | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { version, name, terms } = raw as Partial<Record<keyof KeptForm, unknown>>;
  // A word half typed may be empty: it is let in as long as every field is there.
  const filled: unknown = JSON.parse(JSON.stringify({ name: '-', terms }).replaceAll('""', '"-"'));
  if (typeof version !== 'number' || typeof name !== 'string' || !shape.safeParse(filled).success)
    return null;
  return { version, name, terms: terms as KeptForm['terms'] };
}
