/** Once a council has words of its own, no catalogue of the client says the product's any more. */
import { LANGUAGES, type Language, type Vocabulary } from '@butinerie/contracts';
import { wordsIn } from '@butinerie/domain';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TEXTS } from './kit/default-texts.ts';
import { PLACES } from './menu.ts';
import { failureWordsEn } from './platform/failure-words.en.ts';
import { failureWordsFr } from './platform/failure-words.fr.ts';
import { everySentence } from './testing/every-sentence.ts';

/** Words of nowhere, with the other first sound: what leaned on the product's word has to change too. */
const own = (word: string, softly: boolean) => ({ singular: word, plural: `${word}z`, softly });
const VOCABULARY: Vocabulary = {
  name: 'Zorglub',
  terms: {
    challenge: { fr: own('ozorque', true), en: own('ozark', true) },
    idea: { fr: own('zourde', false), en: own('zurd', false) },
    rebound: { fr: own('izarn', true), en: own('izarn', true) },
    note: { fr: own('uzette', true), en: own('uzet', true) },
    pollen: { fr: own('azun', true), en: own('azun', true) },
  },
};
const PRODUCT: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:défis?|idées?|rebond\p{L}*|notes?|pollens?|La Butinerie)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:challenges?|ideas?|rebound\p{L}*|notes?|pollens?|La Butinerie)(?!\p{L})/iu,
};
/** What leans wrongly on the new words. */
const FAULTY: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:[ld]’(?=zourde)|(?:le|la|de|du|au|ce|ma|ta|sa|nouveau) (?=ozorque|izarn|uzette|azun)|(?:mon|ton|son) (?=zourde))/iu,
  en: /(?<!\p{L})(?:an (?=zurd)|a (?=ozark|izarn|uzet|azun))/iu,
};

interface Found {
  readonly words?: Readonly<Record<Language, unknown>>;
}
const catalogues = Object.entries(
  import.meta.glob<Found>('./**/{words,*-words}.ts', { eager: true }),
).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, words]) =>
    words && typeof words === 'object' && 'fr' in words && 'en' in words
      ? [[`${path} ${name}`, words as Readonly<Record<Language, unknown>>] as const]
      : [],
  ),
);

/** Sentences that keep the product's words, and why. */
const KEPT: readonly (readonly [place: RegExp, why: string])[] = [
  [/\/legal-words\.ts sourceWords/, 'the licence is of the software, which keeps its name'],
  [/\/attribution\/kept\//, 'the page one keeps works without the instance and its words'],
  [
    /\/help-words\.ts .*\.glossary\./,
    'the English glossary explains French words: the page renames those itself',
  ],
];

const all = [
  ...catalogues,
  ['kit texts', DEFAULT_TEXTS] as const,
  ['refusals', { fr: failureWordsFr, en: failureWordsEn }] as const,
  ...PLACES.map(({ to, label }) => [`menu ${to}`, label] as const),
];

describe.each(LANGUAGES)('[VO3] in %s', (language) => {
  test.each(all)('%s says nothing of the product’s words', (path, words) => {
    const left = everySentence(wordsIn(words[language], VOCABULARY, language), path).filter(
      ([place, sentence]) =>
        (PRODUCT[language].test(sentence) || FAULTY[language].test(sentence)) &&
        !KEPT.some(([where]) => where.test(place)),
    );
    expect(left).toEqual([]);
  });
});

test('the sentences that keep the product’s words are there', () => {
  const places = all.flatMap(([path, words]) => everySentence(words, path).map(([place]) => place));
  for (const [where] of KEPT) expect(places.some((place) => where.test(place))).toBe(true);
});

test('the product’s words are in many of them: the test looks at something', () => {
  const said = all.flatMap(([path, words]) => everySentence(words['fr'], path));
  expect(said.filter(([, sentence]) => PRODUCT.fr.test(sentence)).length).toBeGreaterThan(300);
});

test('no screen says one of these words beside the catalogues', () => {
  const screens = import.meta.glob<string>('./**/*.tsx', { eager: true, query: '?raw', import: 'default' });
  const said = Object.entries(screens).flatMap(([path, source]) => {
    if (path.includes('.test.') || path.includes('/testing/')) return [];
    const code = source.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '').replace(/idees\//g, '');
    return /(?<![\p{L}/])(?:défis?|idées?|rebondir|rebonds?|La Butinerie)(?!\p{L})/iu.test(
      code.replace(/[#?/'"][\w=-]*rebond\w*['"=]?/g, ''),
    )
      ? [path]
      : [];
  });
  expect(said).toEqual([]);
});

test('no mark of French spacing stands in an English sentence, nor is set by a screen for both languages', () => {
  const spaced = all.flatMap(([path, words]) =>
    everySentence(words['en'], path).filter(([, sentence]) =>
      /\p{L}[ \u00a0\u202f][:;!?](?!\p{L})/u.test(sentence),
    ),
  );
  expect(spaced).toEqual([]);
  const screens = import.meta.glob<string>('./**/*.tsx', { eager: true, query: '?raw', import: 'default' });
  const set = Object.entries(screens).filter(
    ([path, source]) => !path.includes('.test.') && /\} [:;!?] ?<\//.test(source),
  );
  expect(set.map(([path]) => path)).toEqual([]);
});
