/** Whether words can stand in our sentences. What is wrong is named by its place: `idea.fr.plural`, `name`. */
import {
  LANGUAGES,
  ok,
  refuse,
  TERMS,
  type Failure,
  type Grant,
  type Result,
  type Vocabulary,
} from '@butinerie/contracts';
import { mayAdminister } from '../accounts/policy.ts';
import { DEFAULT_WORDS } from './default-words.ts';

export type WordProblem = 'signs' | 'article' | 'same';

/** Letters in words, joined by spaces, hyphens and apostrophes: no digit, no punctuation, no markup. */
const WORDS = /^\p{L}[\p{L}\p{M}]*(?:[ ’'-][\p{L}\p{M}]+)*$/u;
const NAME = /^[\p{L}\d](?:[\p{L}\p{M}\d]|[ .,’'&+°-](?=[\p{L}\d&+]))*$/u;
const ARTICLE = { fr: /^(?:l[’'\s]|le\s|la\s|les\s|un\s|une\s|des\s)/iu, en: /^(?:a|an|the)\s/iu };

export function problemsOf({ name, terms }: Vocabulary): { at: string; problem: WordProblem }[] {
  const problems: { at: string; problem: WordProblem }[] = [];
  if (name !== null && !NAME.test(name)) problems.push({ at: 'name', problem: 'signs' });
  for (const language of LANGUAGES) {
    const used = new Map<string, string>();
    for (const term of TERMS) {
      const { singular, plural } = (terms[term] ?? DEFAULT_WORDS[term])[language];
      for (const [form, word] of [
        ['singular', singular],
        ['plural', plural],
      ] as const) {
        const at = `${term}.${language}.${form}`;
        const lower = word.toLocaleLowerCase(language);
        if (!WORDS.test(word)) problems.push({ at, problem: 'signs' });
        else if (ARTICLE[language].test(word)) problems.push({ at, problem: 'article' });
        // Two things of one name: nobody could tell which a sentence means.
        else if ((used.get(lower) ?? term) !== term) problems.push({ at, problem: 'same' });
        used.set(lower, used.get(lower) ?? term);
      }
    }
  }
  return problems;
}

export function setVocabulary(
  current: number,
  asked: { vocabulary: Vocabulary; version: number },
  by: { readonly grants: readonly Grant[] },
): Result<Vocabulary, Failure<'not-allowed' | 'stale-version' | 'invalid-vocabulary'>> {
  if (!mayAdminister(by)) return refuse('not-allowed', { act: 'setVocabulary', why: 'not-an-administrator' });
  if (asked.version !== current) return refuse('stale-version', { current });
  const problems = problemsOf(asked.vocabulary);
  return problems.length > 0 ? refuse('invalid-vocabulary', { problems }) : ok(asked.vocabulary);
}
