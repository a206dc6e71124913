/** What a refusal reads like, in the reader's language and the council's words. */
import type { Failure } from '@butinerie/contracts';
import { useCallback } from 'react';
import type { Offline } from './call.ts';
import { failureText, type FailureText } from './failure-words.ts';
import { useLanguage } from './language.tsx';
import { useOwnWords } from './own-words.ts';

export function useFailureText(): (failure: Failure | Offline) => FailureText {
  const { language } = useLanguage();
  const own = useOwnWords();
  return useCallback((failure) => own.say(failureText, language)(failure, language), [language, own]);
}
