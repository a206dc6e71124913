/** The words of one challenge's ideas: the search library, and what it cannot say by itself. Knows no person. */
import type { IdeaId } from '@butinerie/contracts';
import { plainWords, searchWords, tellsApart, typosForgiven, wordsInCommon } from '@butinerie/domain';
import MiniSearch, { type Query, type QueryCombination, type SearchResult } from 'minisearch';
import { createPostings } from './postings.ts';
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
/** More pages of answers than anybody turns. */
const WEIGHED = 400;
/** A word of the title says as much as the same word said so often in the text. */
const IN_TITLE = 3;

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
  const words = createPostings<Id>();
  /** How many ideas name somebody so. */
  const naming = new Map<string, number>();
  const kept = new Map<Id, IndexedIdea<Id>>();
  const isKnown = (term: string): boolean => words.has(term) || naming.has(term);

  function remove(id: Id): void {
    const idea = kept.get(id);
    if (idea === undefined) return;
    const terms = termsIn(idea);
    words.remove(id, terms.words.keys());
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

  /** The forms under which ideas hold a word, or one that it is a slip of the hand for. */
  function meant(typed: string): readonly string[] {
    const stem = stemOf(typed);
    if (words.has(stem)) return [stem];
    const word = singularOf(typed);
    const slips = swapped(word).flatMap(termsOf);
    const typos = typosForgiven(word);
    return [...new Set(typos > 0 ? [...slips, ...words.near(word, typos)] : slips)];
  }

  /** The one form under which every idea holds this word that has it; none where names or slips come in. */
  function onlyForm(typed: string): string | null {
    const [stem, word] = [stemOf(typed), singularOf(typed)];
    const form = isKnown(stem) ? stem : word;
    return words.has(form) && !naming.has(form) ? form : null;
  }

  /**
   * Ideas that hold all these words. Of very many, only those are weighed against each other that say them in their
   * title or most often; the others follow.
   */
  function withEvery(typed: readonly string[]): Id[] {
    const combined = { combineWith: 'AND', queries: typed.map(forms) } as const;
    const only = typed.map(onlyForm);
    if (!only.every((form) => form !== null)) return idsOf(engine.search(combined));
    const holders = words.withEvery(only);
    const weighed = new Set(holders.slice(0, WEIGHED));
    const boostDocument = (id: unknown): number => (weighed.has(id as Id) ? 1 : 0);
    return [...idsOf(engine.search(combined, { boostDocument })), ...holders.slice(WEIGHED)];
  }

  const wordsOf = (typed: string): string[] => searchWords(typed).slice(0, WORDS_READ);
  const idsOf = (results: readonly SearchResult[]): Id[] => results.map(({ id }) => id as Id);

  return {
    put(idea) {
      remove(idea.id);
      const terms = termsIn(idea);
      words.put(idea.id, terms.words);
      for (const term of terms.names) naming.set(term, (naming.get(term) ?? 0) + 1);
      kept.set(idea.id, idea);
      engine.add(terms.cut);
    },
    remove,

    find(typed) {
      const asked = wordsOf(typed);
      if (asked.length === 0) return [];
      const every = withEvery(asked);
      if (every.length > 0 || asked.length === 1) return every;
      return idsOf(mostInCommon(engine.search({ combineWith: 'OR', queries: asked.map(forms) })));
    },

    similar(title) {
      const told = wordsOf(title).filter(
        (word) => word.length > 2 && tellsApart(words.count(stemOf(word)), kept.size),
      );
      return told.length < 2 ? [] : words.inCommon(told.map(meant), wordsInCommon(told.length));
    },
  };
}

/** The forms under which an idea is kept, worked out again when it goes rather than held in memory for each. */
function termsIn<Id extends string>({ id, title, text, people }: IndexedIdea<Id>) {
  const [titleWords, textWords, nameWords] = [plainWords(title), plainWords(text), plainWords(people)];
  const words = new Map<string, number>();
  const weigh = (said: readonly string[], by: number): void => {
    for (const term of said.flatMap(termsOf)) words.set(term, (words.get(term) ?? 0) + by);
  };
  weigh(titleWords, IN_TITLE);
  weigh(textWords, 1);
  return {
    words,
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
