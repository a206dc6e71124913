/**
 * Which ideas hold a form of a word, and how often: small numbers in plain lists, one list a form, so that which
 * of ten thousand hold several of them is counted in a moment.
 */
import SearchableMap from 'minisearch/SearchableMap';

export interface Postings<Id> {
  /** `terms`: how often each is said. */
  put(id: Id, terms: ReadonlyMap<string, number>): void;
  remove(id: Id, terms: Iterable<string>): void;
  has(term: string): boolean;
  /** How many hold it. */
  count(term: string): number;
  /** Forms that somebody used, so many slips away from this one. */
  near(term: string, slips: number): string[];
  /** Those that hold all of these, in the order of how often they say them. */
  withEvery(terms: readonly string[]): Id[];
  /** Those that hold at least so many of these words, most first, then those whose words few others hold. */
  inCommon(words: readonly (readonly string[])[], least: number): Id[];
}

/** An entry is the idea's place and how often it says the word, in one number. */
const SAID = 16;
const placeOf = (entry: number): number => Math.floor(entry / SAID);

export function createPostings<Id>(): Postings<Id> {
  const lists = new Map<string, number[]>();
  /** The same forms, for finding one that is a slip of the hand away. */
  const vocabulary = new SearchableMap<true>();
  const ids: (Id | null)[] = [];
  const places = new Map<Id, number>();
  const free: number[] = [];

  const idsAt = (found: readonly number[]): Id[] => found.flatMap((place) => ids[place] ?? []);

  return {
    put(id, terms) {
      const place = free.pop() ?? ids.length;
      ids[place] = id;
      places.set(id, place);
      for (const [term, said] of terms) {
        const entry = place * SAID + Math.min(said, SAID - 1);
        const list = lists.get(term);
        if (list !== undefined) list.push(entry);
        else {
          lists.set(term, [entry]);
          vocabulary.set(term, true);
        }
      }
    },
    remove(id, terms) {
      const place = places.get(id);
      if (place === undefined) return;
      for (const term of terms) {
        const list = lists.get(term);
        const at = list?.findIndex((entry) => placeOf(entry) === place) ?? -1;
        if (list === undefined || at < 0) continue;
        // Order says nothing: the last one takes the place that became empty.
        const last = list.pop();
        if (last !== undefined && at < list.length) list[at] = last;
        if (list.length > 0) continue;
        lists.delete(term);
        vocabulary.delete(term);
      }
      ids[place] = null;
      places.delete(id);
      free.push(place);
    },
    has: (term) => lists.has(term),
    count: (term) => lists.get(term)?.length ?? 0,
    near: (term, slips) => [...vocabulary.fuzzyGet(term, slips).keys()],

    withEvery(terms) {
      const held = new Uint8Array(ids.length);
      const said = new Uint16Array(ids.length);
      for (const term of terms)
        for (const entry of lists.get(term) ?? []) {
          const place = placeOf(entry);
          held[place] = (held[place] ?? 0) + 1;
          said[place] = (said[place] ?? 0) + (entry % SAID);
        }
      const all = [...held.keys()].filter((place) => held[place] === terms.length);
      return idsAt(all.sort((one, other) => (said[other] ?? 0) - (said[one] ?? 0)));
    },

    inCommon(words, least) {
      const held = new Uint8Array(ids.length);
      const weights = new Float64Array(ids.length);
      for (const forms of words) {
        const holders = new Set(forms.flatMap((form) => (lists.get(form) ?? []).map(placeOf)));
        // A word that few hold says more about those that hold it.
        const weight = Math.log(1 + places.size / Math.max(1, holders.size));
        for (const place of holders) {
          held[place] = (held[place] ?? 0) + 1;
          weights[place] = (weights[place] ?? 0) + weight;
        }
      }
      const alike = [...held.keys()].filter((place) => (held[place] ?? 0) >= Math.max(1, least));
      return idsAt(
        alike.sort(
          (one, other) =>
            (held[other] ?? 0) - (held[one] ?? 0) || (weights[other] ?? 0) - (weights[one] ?? 0),
        ),
      );
    },
  };
}
