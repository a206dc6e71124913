/** The council's words in the product's sentences. Pure: the screens, the mails and the preview say the same. */
import type { Language, Vocabulary } from '@butinerie/contracts';
import { PLATFORM } from './default-words.ts';
import { englishWith } from './english.ts';
import { renamedWords } from './facts.ts';
import { frenchWith } from './french.ts';
import { outsideMarks } from './marks.ts';

/** « de Le Lab » is « du Lab », « de Idéo » is « d’Idéo ». */
function namedIn(language: Language, name: string): (text: string) => string {
  if (language === 'en') return (text) => text.replaceAll(PLATFORM, () => name);
  const [, article = '', bare = ''] = /^(le|les) (.+)$/iu.exec(name) ?? [];
  const contracted = article.toLowerCase() === 'le' ? ['du', 'au'] : ['des', 'aux'];
  const soft = /^[aeiouyàâéèêëîïôûœ]/iu.test(name);
  const at = new RegExp(`(?:(?<![\\p{L}])(de|à)[ \\u00a0])?${PLATFORM}`, 'giu');
  return (text) =>
    text.replace(at, (found: string, before: string | undefined) => {
      if (before === undefined) return name;
      const of = before.toLowerCase() === 'de';
      if (bare !== '') return `${of ? contracted[0] : contracted[1]} ${bare}`;
      return of && soft ? `d’${name}` : found.replace(new RegExp(PLATFORM, 'iu'), () => name);
    });
}

/** Null where the product's own words stand: nothing is to be done to any sentence. */
function renamerOf(vocabulary: Vocabulary | null, language: Language): ((text: string) => string) | null {
  if (vocabulary === null) return null;
  const { name, terms } = vocabulary;
  if (name === null && Object.values(terms).every((term) => term === null)) return null;
  const words = language === 'fr' ? frenchWith(terms) : englishWith(terms);
  const said = name === null ? words : (text: string) => nameAside(text, words, namedIn(language, name));
  return (text) => outsideMarks(text, said);
}

/** Words are said anew around the name, never within it. */
function nameAside(text: string, words: (text: string) => string, named: (text: string) => string): string {
  const HELD = '\uE002';
  const held: string[] = [];
  const aside = text.replace(
    new RegExp(`(?:(?<![\\p{L}])(?:de|à)[ \\u00a0])?${PLATFORM}`, 'giu'),
    (found) => {
      held.push(named(found));
      return HELD;
    },
  );
  return words(aside).replaceAll(HELD, () => held.shift() ?? '');
}

/** A whole catalogue in the council's words; itself where there are none. */
export function wordsIn<T>(words: T, vocabulary: Vocabulary | null, language: Language): T {
  const say = renamerOf(vocabulary, language);
  return say === null ? words : renamedWords(words, say);
}
