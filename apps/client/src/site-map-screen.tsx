/** The site map, composed: the places everybody has, and those of my own menu. */
import { PLACES } from './menu.ts';
import { useLanguage } from './platform/language.tsx';
import { useOwnWords } from './platform/own-words.ts';
import { useMe } from './platform/session.tsx';
import { SiteMapPage } from './statutory/pages.tsx';

export function SiteMapScreen() {
  const { language } = useLanguage();
  const own = useOwnWords();
  const me = useMe();
  const mine = me ? PLACES.filter(({ show }) => show(me)) : [];
  return (
    <SiteMapPage mine={mine.map(({ to, label }) => [to, own.say(label[language], language)] as const)} />
  );
}
