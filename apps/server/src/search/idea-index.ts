/** The words of one challenge's ideas: the search library, and what it cannot say by itself. Knows no person. */
import type { IdeaId } from '@butinerie/contracts';
import { plainWords, searchWords, tellsApart, typosForgiven, wordsInCommon } from '@butinerie/domain';
import MiniSearch, { type Query, type QueryCombination, type SearchResult } from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import { singularOf, stemOf, swapped, termsOf } from './terms.ts';

/** What is searched of an idea. */
export interface IndexedIdea<Id extends string = IdeaId> {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  /** Names and directorates of its credit line. */
  readonly people: string;
}

export interface IdeaIndex<Id extends string = IdeaId> {
  put(idea: IndexedIdea<Id>): void;
  remove(id: Id): void;
  /** Best first. */
  find(typed: string): Id[];
  /** Ideas whose words are those of a title being typed, best first. */
  similar(title: string): Id[];
}

/** Nothing more is read of what somebody pastes into a search. */
const WORDS_READ = 60;

/** Of ideas, or of whatever else has a title, a text and people. */
export function createIdeaIndex<Id extends string = IdeaId>(): IdeaIndex<Id> {
  const engine = new MiniSearch<IndexedIdea<Id>>({
    fields: ['title', 'text', 'people'],
    // Words come cut and folded by the rules of the product, on both sides.
    tokenize: (words) => words.split(' '),
    processTerm: (word) => termsOf(word),
    // A query comes as a tree of words that were cut already.
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      boost: { title: 3, people: 2 },
    },
  });
  const kept = new Map<Id, IndexedIdea<Id>>();
  /** Which ideas hold a form of a word, and how many names do. */
  const holding = new Map<string, Set<Id>>();
  const naming = new Map<string, number>();
  /** The words that `holding` has, for finding one that is a slip of the hand away. */
  const vocabulary = new SearchableMap<true>();
  const isKnown = (term: string): boolean => holding.has(term) || naming.has(term);

  function remove(id: Id): void {
    const idea = kept.get(id);
    if (idea === undefined) return;
    const terms = termsIn(idea);
    for (const term of terms.words) {
      const ideas = holding.get(term);
      ideas?.delete(id);
      if (ideas?.size !== 0) continue;
      holding.delete(term);
      vocabulary.delete(term);
    }
    for (const term of terms.names) {
      const left = (naming.get(term) ?? 0) - 1;
      if (left > 0) naming.set(term, left);
      else naming.delete(term);
    }
    kept.delete(id);
    engine.discard(id);
  }

  /** A word in the form in which it stands; what nobody ever wrote is begun, or a slip of the hand. */
  function forms(typed: string): QueryCombination {
    const word = singularOf(typed);
    const stem = stemOf(typed);
    const queries: Query[] = isKnown(stem) ? [stem] : isKnown(word) ? [word] : [];
    const typos = typosForgiven(word);
    if (queries.length === 0) {
      if (word.length > 2) queries.push({ queries: [word], prefix: true });
      if (typos > 0) {
        queries.push({ queries: swapped(word).flatMap(termsOf).filter(isKnown) });
        queries.push({ queries: [word], fuzzy: typos });
        if (stem !== word && typosForgiven(stem) > 0) queries.push({ queries: [stem], fuzzy: 1 });
      }
    }
    return { combineWith: 'OR', queries };
  }

  /** Ideas that hold a word, or one that it is a slip of the hand for. */
  function holders(typed: string): ReadonlySet<Id> {
    const exact = holding.get(stemOf(typed));
    if (exact !== undefined) return exact;
    const word = singularOf(typed);
    const meant = new Set(swapped(word).flatMap(termsOf));
    const typos = typosForgiven(word);
    if (typos > 0) for (const [term] of vocabulary.fuzzyGet(word, typos)) meant.add(term);
    return new Set([...meant].flatMap((term) => [...(holding.get(term) ?? [])]));
  }

  const wordsOf = (typed: string): string[] => searchWords(typed).slice(0, WORDS_READ);
  const idsOf = (results: readonly SearchResult[]): Id[] => results.map(({ id }) => id as Id);

  return {
    put(idea) {
      remove(idea.id);
      const { words, names, cut } = termsIn(idea);
      for (const term of words) {
        const ideas = holding.get(term);
        if (ideas !== undefined) ideas.add(idea.id);
        else {
          holding.set(term, new Set([idea.id]));
          vocabulary.set(term, true);
        }
      }
      for (const term of names) naming.set(term, (naming.get(term) ?? 0) + 1);
      kept.set(idea.id, idea);
      engine.add(cut);
    },
    remove,

    find(typed) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const queries = words.map(forms);
      const every = engine.search({ combineWith: 'AND', queries });
      if (every.length > 0 || words.length === 1) return idsOf(every);
      return idsOf(mostInCommon(engine.search({ combineWith: 'OR', queries })));
    },

    similar(title) {
      const words = wordsOf(title).filter((word) => word.length > 2);
      const told = words.filter((word) => tellsApart(holding.get(stemOf(word))?.size ?? 0, kept.size));
      if (told.length < 2) return [];
      // A word that few hold says more about those that hold it.
      const inCommon = new Map<Id, { words: number; weight: number }>();
      for (const word of told) {
        const found = holders(word);
        const weight = Math.log(1 + kept.size / Math.max(1, found.size));
        for (const id of found) {
          const known = inCommon.get(id) ?? { words: 0, weight: 0 };
          inCommon.set(id, { words: known.words + 1, weight: known.weight + weight });
        }
      }
      return [...inCommon]
        .filter(([, { words: shared }]) => shared >= wordsInCommon(told.length))
        .sort(([, one], [, other]) => other.words - one.words || other.weight - one.weight)
        .map(([id]) => id);
    },
  };
}

/** The forms under which an idea is kept, worked out again when it goes rather than held in memory for each. */
function termsIn<Id extends string>({ id, title, text, people }: IndexedIdea<Id>) {
  const [titleWords, textWords, nameWords] = [plainWords(title), plainWords(text), plainWords(people)];
  return {
    words: new Set([...titleWords, ...textWords].flatMap(termsOf)),
    names: new Set(nameWords.flatMap(termsOf)),
    cut: { id, title: titleWords.join(' '), text: textWords.join(' '), people: nameWords.join(' ') },
  };
}

/** Of ideas that have some of the words only, those that have most; the library's own order among equals. */
function mostInCommon(results: readonly SearchResult[]): SearchResult[] {
  const most = Math.max(0, ...results.map(({ queryTerms }) => new Set(queryTerms).size));
  return results
    .filter(({ queryTerms }) => new Set(queryTerms).size * 2 >= most)
    .sort((one, other) => new Set(other.queryTerms).size - new Set(one.queryTerms).size);
}
