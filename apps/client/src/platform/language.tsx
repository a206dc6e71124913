/** Which language the screen speaks: the person's own, else the device's choice, else the browser's; French otherwise. */
import { LANGUAGES, type Language } from '@butinerie/contracts';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { FORMATS, type Formats } from './formats.ts';
import type { Catalogue, Words } from './i18n.ts';
import { useOwnWords } from './own-words.ts';

const KEPT = 'butinerie.language';
const isLanguage = (text: string | null): text is Language => LANGUAGES.some((known) => known === text);

function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEPT);
    if (isLanguage(kept)) return kept;
  } catch {
    // Storage may be forbidden; the browser's language is the next best answer.
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

interface Speaking {
  readonly language: Language;
  /** Changes this device's language; the session keeps the person's own. */
  readonly speak: (language: Language) => void;
}
const LanguageContext = createContext<Speaking>({ language: 'fr', speak: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speaking = useMemo<Speaking>(
    () => ({
      language,
      speak: (next) => {
        setLanguage(next);
        try {
          localStorage.setItem(KEPT, next);
        } catch {
          // Kept for this visit only.
        }
      },
    }),
    [language],
  );
  return <LanguageContext value={speaking}>{children}</LanguageContext>;
}

export const useLanguage = (): Speaking => use(LanguageContext);
export function useWords<T>(catalogue: Catalogue<T>): Words<T> {
  const { language } = use(LanguageContext);
  return useOwnWords().say(catalogue[language], language);
}
export function useFormats(): Formats {
  return FORMATS[use(LanguageContext).language];
}
