/** The words of one challenge's ideas: the search library, and what it cannot say by itself. Knows no person. */
import type { IdeaId } from '@butinerie/contracts';
import { plainWords, searchWords, tellsApart, typosForgiven, wordsInCommon } from '@butinerie/domain';
import MiniSearch, { type Query, type QueryCombination, type SearchResult } from 'minisearch';
import { singularOf, stemOf, swapped, termsOf } from './terms.ts';

/** What is searched of an idea. */
export interface IndexedIdea {
  readonly id: IdeaId;
  readonly title: string;
  readonly text: string;
  /** Names and directorates of its credit line. */
  readonly people: string;
}

export interface IdeaIndex {
  put(idea: IndexedIdea): void;
  remove(id: IdeaId): void;
  /** Best first. */
  find(typed: string): IdeaId[];
  /** Ideas whose words are those of a title being typed, best first. */
  similar(title: string): IdeaId[];
}

/** Nothing more is read of what somebody pastes into a search. */
const WORDS_READ = 60;

export function createIdeaIndex(): IdeaIndex {
  const engine = new MiniSearch<IndexedIdea>({
    fields: ['title', 'text', 'people'],
    // Words are cut and folded by the rules of the product, on both sides.
    tokenize: plainWords,
    processTerm: (word) => termsOf(word),
    // A query comes as a tree of words that were cut already.
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      boost: { title: 3, people: 2 },
    },
  });
  const kept = new Map<IdeaId, readonly string[]>();
  /** In how many ideas a form of a word stands. */
  const holding = new Map<string, number>();

  function remove(id: IdeaId): void {
    for (const term of kept.get(id) ?? []) {
      const left = (holding.get(term) ?? 0) - 1;
      if (left > 0) holding.set(term, left);
      else holding.delete(term);
    }
    if (kept.delete(id)) engine.discard(id);
  }

  /** A word in every form in which it may stand; what nobody ever wrote is taken for a slip of the hand. */
  function forms(typed: string, { last }: { last: boolean }): QueryCombination {
    const word = singularOf(typed);
    const stem = stemOf(typed);
    const known = holding.has(word) || holding.has(stem);
    const queries: Query[] = [{ queries: [word], boost: { title: 6, text: 2, people: 4 } }];
    if (stem !== word) queries.push({ queries: [stem] });
    if (word.length > 2 && (last || !known)) queries.push({ queries: [word], prefix: true });
    const typos = typosForgiven(word);
    if (!known && typos > 0) {
      queries.push({ queries: [word], fuzzy: typos });
      queries.push({
        queries: swapped(word)
          .flatMap(termsOf)
          .filter((form) => holding.has(form)),
      });
      if (typosForgiven(stem) > 0 && stem !== word) queries.push({ queries: [stem], fuzzy: 1 });
    }
    return { combineWith: 'OR', queries };
  }

  const wordsOf = (typed: string): string[] => searchWords(typed).slice(0, WORDS_READ);
  const idsOf = (results: readonly SearchResult[]): IdeaId[] => results.map(({ id }) => id as IdeaId);

  return {
    put(idea) {
      remove(idea.id);
      const words = new Set(plainWords(`${idea.title} ${idea.text} ${idea.people}`));
      const terms = [...new Set([...words].flatMap(termsOf))];
      for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1);
      kept.set(idea.id, terms);
      engine.add(idea);
    },
    remove,

    find(typed) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const queries = words.map((word, index) => forms(word, { last: index === words.length - 1 }));
      const every = engine.search({ combineWith: 'AND', queries });
      if (every.length > 0 || words.length === 1) return idsOf(every);
      return idsOf(mostInCommon(engine.search({ combineWith: 'OR', queries })));
    },

    similar(title) {
      const words = wordsOf(title).filter((word) => word.length > 2);
      const told = words.filter((word) => tellsApart(holding.get(stemOf(word)) ?? 0, kept.size));
      if (told.length < 2) return [];
      const inCommon = new Map<IdeaId, { words: number; score: number }>();
      for (const word of told)
        for (const { id, score } of engine.search({
          ...forms(word, { last: false }),
          fields: ['title', 'text'],
        })) {
          const known = inCommon.get(id as IdeaId) ?? { words: 0, score: 0 };
          inCommon.set(id as IdeaId, { words: known.words + 1, score: known.score + score });
        }
      return [...inCommon]
        .filter(([, { words: shared }]) => shared >= wordsInCommon(told.length))
        .sort(([, one], [, other]) => other.words - one.words || other.score - one.score)
        .map(([id]) => id);
    },
  };
}

/** Of ideas that have some of the words only, those that have most; the library's own order among equals. */
function mostInCommon(results: readonly SearchResult[]): SearchResult[] {
  const most = Math.max(0, ...results.map(({ queryTerms }) => new Set(queryTerms).size));
  return results
    .filter(({ queryTerms }) => new Set(queryTerms).size * 2 >= most)
    .sort((one, other) => new Set(other.queryTerms).size - new Set(one.queryTerms).size);
}
