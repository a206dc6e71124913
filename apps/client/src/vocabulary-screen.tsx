/** « Vos mots », composed with sentences out of the pages where people meet them. */
import type { Language } from '@butinerie/contracts';
import { words as challenges } from './challenges/words.ts';
import { words as entrance } from './accounts/words.ts';
import { words as notes } from './notes/words.ts';
import { failureText } from './platform/failure-words.ts';
import { words as rebounds } from './rebounds/words.ts';
import { words as search } from './search/words.ts';
import { VocabularyPage } from './vocabulary/vocabulary-page.tsx';
import { words } from './words.ts';

function sentences(language: Language, say: <T>(catalogue: T) => T): readonly string[] {
  const challenge = say(challenges[language]);
  const rebound = say(rebounds[language]);
  const { what, next } = say(failureText)(
    { code: 'challenge-phase', phase: 'paused', act: 'save' },
    language,
  );
  return [
    challenge.haveIdea,
    challenge.rebound,
    challenge.notice.scheduledWhat,
    `${what} ${next}`,
    rebound.noneEver,
    rebound.field,
    say(search[language]).title(2),
    say(notes[language]).promise,
    say(words[language]).keepForLater,
    `${say(words[language]).unreachable}. ${say(entrance[language]).title}.`,
  ];
}

export const VocabularyScreen = () => <VocabularyPage sentences={sentences} />;
