/** The other language, one press away; a person signed in keeps it. */
import { useLanguage, useWords } from '../platform/language.tsx';
import { useMe } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { useSetLanguage } from './queries.ts';
import { words } from './words.ts';

export function LanguageSwitch() {
  const { language, speak } = useLanguage();
  const say = useWords(words);
  const me = useMe();
  const keep = useSetLanguage();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <Button
      tone="quiet"
      lang={other}
      onClick={() => {
        speak(other);
        if (me) void keep.run({ body: { language: other } });
      }}
    >
      {say.otherLanguage}
    </Button>
  );
}
