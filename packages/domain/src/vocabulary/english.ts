/** An English sentence of ours with other words in it: nouns with their article, and “rebound” as the verb it also is. */
import { TERMS, type OwnTerm, type Term, type TermWords } from '@butinerie/contracts';
import { DEFAULT_WORDS } from './default-words.ts';
import { likeCase } from './like-case.ts';

type Own = Partial<Readonly<Record<Term, OwnTerm | null>>>;
const LEFT = '(?<![\\p{L}\\d-])';
const RIGHT = '(?![\\p{L}\\d])';
const DETERMINED =
  /(?:^|[^\p{L}])(?:a|an|the|this|that|your|my|our|their|its|no|each|every|first|of|\d+)\s$/iu;
const ACTING = /(?:^|[^\p{L}])(?:to|can|may|i|you|who|people|and|or)\s$/iu;
const IMPERATIVE = /[:]\s$/u;

export function englishWith(own: Own): (text: string) => string {
  const known = TERMS.flatMap((term) => {
    const to = own[term]?.en;
    return to ? [{ term, from: DEFAULT_WORDS[term].en, to }] : [];
  });
  if (known.length === 0) return (text) => text;
  const words = known.flatMap(({ from }) => [from.plural, from.singular]);
  const verb = own.rebound ? '|rebounded on by|rebounded|rebounding' : '';
  const pattern = new RegExp(`${LEFT}(?:(an?) )?(${words.join('|')}${verb})${RIGHT}`, 'giu');
  return (text) =>
    text.replace(pattern, (found: string, article: string | undefined, word: string, offset: number) => {
      const lower = word.toLowerCase();
      const rebound = own.rebound?.en;
      if (rebound && lower.startsWith('rebound') && article === undefined) {
        const after = text.slice(offset + found.length);
        const act = actOf(lower, { before: text.slice(0, offset), after });
        if (act !== null)
          return likeCase(found, `${act} ${one(rebound)}${lower.endsWith(' by') ? ' by' : ''}`);
      }
      const noun = known.find(({ from }) => from.plural === lower || from.singular === lower);
      if (noun === undefined) return found;
      const { from, to } = noun;
      const said = lower === from.plural && lower !== from.singular ? to.plural : to.singular;
      return article === undefined
        ? likeCase(word, said)
        : `${likeCase(article, to.softly ? 'an' : 'a')} ${said}`;
    });
}

const one = ({ singular, softly }: TermWords): string => `${softly ? 'an' : 'a'} ${singular}`;

/** How one says that somebody does it; null where the word is what was done. */
function actOf(word: string, { before, after }: { before: string; after: string }): string | null {
  if (word === 'rebounded on by') return 'with';
  if (word === 'rebounded') return 'left';
  if (word === 'rebounding') return 'leaving';
  if (word === 'rebounds') return /proposes,\s$/u.test(before) ? 'leaves' : null;
  if (DETERMINED.test(before)) return null;
  const alone = before === '' && (after === '' || /^ (?:here|on) ?/u.test(after));
  const acting = /^ on\b/u.test(after) || ACTING.test(before) || IMPERATIVE.test(before);
  return alone || acting ? 'leave' : null;
}
