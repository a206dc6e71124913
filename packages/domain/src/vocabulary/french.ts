/**
 * A French sentence of ours with other words in it. A word keeps the gender of the one it replaces, so that what agrees
 * with it stands; what changes is what leans on its first sound: l’ or la, d’ or de, cette or cet, ma or mon.
 */
import { TERMS, type OwnTerm, type Term, type TermWords } from '@butinerie/contracts';
import { DEFAULT_WORDS, GENDERS } from './default-words.ts';
import { likeCase } from './like-case.ts';

/** Before a word: what stands before a hard first sound, and before a soft one. */
const LEANING: readonly (readonly [hard: string, soft: string, gender: 'masculine' | 'feminine' | null])[] = [
  ['du', 'de l’', 'masculine'],
  ['de la', 'de l’', 'feminine'],
  ['au', 'à l’', 'masculine'],
  ['à la', 'à l’', 'feminine'],
  ['le', 'l’', 'masculine'],
  ['la', 'l’', 'feminine'],
  ['ce', 'cet', 'masculine'],
  ['ma', 'mon', 'feminine'],
  ['ta', 'ton', 'feminine'],
  ['sa', 'son', 'feminine'],
  ['de', 'd’', null],
  ['que', 'qu’', null],
  ['nouveau', 'nouvel', 'masculine'],
];
const SPACE = '[ \\u00a0\\u202f]+';
const LEFT = '(?<![\\p{L}\\d’-])';
const RIGHT = '(?![\\p{L}\\d])';

type Own = Partial<Readonly<Record<Term, OwnTerm | null>>>;
type Replace = (text: string) => string;

export function frenchWith(own: Own): Replace {
  const nouns = TERMS.flatMap((term) => {
    const words = own[term]?.fr;
    return words ? [nounsOf(term, words)] : [];
  });
  const verbs = own.rebound?.fr ? [verbOf(own.rebound.fr)] : [];
  // In one pass over the text: a new word that is another's old one is not renamed again.
  const all = [...verbs, ...nouns];
  const pattern = new RegExp(all.map(({ source }) => source).join('|'), 'giu');
  return all.length === 0
    ? (text) => text
    : (text) =>
        text.replace(pattern, (found, ...rest) => {
          const offset = Number(rest.find((each) => typeof each === 'number'));
          const said = all.map(({ say }) => say(found, text.slice(0, offset))).find((each) => each !== null);
          return said ?? found;
        });
}

interface Saying {
  readonly source: string;
  /** Null where this is not its word. */
  readonly say: (found: string, before: string) => string | null;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const spaced = (words: string): string => escaped(words).replaceAll(' ', SPACE);

function nounsOf(term: Term, to: TermWords): Saying {
  const from = DEFAULT_WORDS[term].fr;
  const gender = GENDERS[term];
  const leaning = LEANING.filter(([, , ofGender]) => ofGender === null || ofGender === gender);
  const before = leaning.flatMap(([hard, soft]) => [hard, soft]).toSorted((a, b) => b.length - a.length);
  const lean = `(?:${before.map(spaced).join('|')})`;
  const noun = `(?:${escaped(from.plural)}|${escaped(from.singular)})`;
  const source = `(?:${LEFT}${lean}${SPACE}|${LEFT}(?:de${SPACE}|à${SPACE})?[ld]’|${LEFT}qu’)?(?:(?<![\\p{L}\\d])${noun})${RIGHT}`;
  const whole = new RegExp(`^(.*?)(${noun})$`, 'isu');
  return {
    source,
    say(found) {
      const parts = whole.exec(found);
      if (parts === null) return null;
      const [, lead = '', word = ''] = parts;
      const plural = word.toLocaleLowerCase('fr') === from.plural;
      const said = likeCase(word, plural ? to.plural : to.singular);
      if (lead === '') return said;
      const plain = lead
        .replace(/[ \u00a0\u202f]+/g, ' ')
        .trim()
        .toLocaleLowerCase('fr');
      const forms = leaning.find(([hard, soft]) => (from.softly ? soft : hard) === plain);
      if (forms === undefined) return `${lead}${said}`;
      const next = likeCase(lead, to.softly ? forms[1] : forms[0]);
      return next.endsWith('’') ? `${next}${said}` : `${next} ${said}`;
    },
  };
}

/** « rebondir » has no other verb everywhere: one leaves an apport, « laisser un apport ». */
function verbOf({ singular, softly }: TermWords): Saying {
  const forms: Readonly<Record<string, string>> = {
    rebondir: 'laisser',
    rebondissez: 'laissez',
    rebondissent: 'laissent',
    rebondis: 'laisse',
    rebondit: 'laisse',
    rebondi: 'laissé',
  };
  const source = `${LEFT}(?:${Object.keys(forms).join('|')})${RIGHT}`;
  return {
    source,
    say(found, before) {
      const verb = forms[found.toLocaleLowerCase('fr')];
      if (verb === undefined) return null;
      // Nobody « n’a encore laissé d’apport ».
      const nothing = /n’(?:a|ont)\b[^.;:]{0,20}$/u.test(before);
      return `${likeCase(found, verb)} ${nothing ? (softly ? 'd’' : 'de ') : 'un '}${singular}`;
    },
  };
}
