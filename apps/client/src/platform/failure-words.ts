/**
 * What people read when something is refused: what happened, what was kept, what to do. One entry for every code of the
 * catalogue, in both languages, or it does not compile.
 */
import type { Failure, FailureCode } from '@butinerie/contracts';
import type { Language } from '@butinerie/contracts';
import type { Offline } from './call.ts';
import { failureWordsEn } from './failure-words.en.ts';
import { failureWordsFr } from './failure-words.fr.ts';
import { typo } from './typography.ts';

export interface FailureText {
  readonly what: string;
  /** What is safe, or what to do: a full sentence, empty when there is nothing to add. */
  readonly next: string;
}
export type FailureWords = {
  readonly [C in FailureCode | 'offline']: (
    facts: C extends FailureCode ? Failure<C> : Offline,
  ) => readonly [what: string, next: string];
};

const WORDS: Readonly<Record<Language, FailureWords>> = { fr: failureWordsFr, en: failureWordsEn };

export function failureText(failure: Failure | Offline, language: Language): FailureText {
  // Code and facts are correlated by the table's type; the compiler cannot follow it through the union.
  const say = WORDS[language][failure.code] as (facts: Failure | Offline) => readonly [string, string];
  const [what, next] = say(failure);
  return { what: typo(what, language), next: typo(next, language) };
}
