/** The ideas of one challenge that every agent may read, in memory: to order, filter and search them in a moment. */
import type { ChallengeId, IdeaId, IdeaState, ListQuery, PersonId, ThemeId } from '@butinerie/contracts';
import { inOwnOrder } from '@butinerie/domain';
import { setImmediate as breath } from 'node:timers/promises';
import { createIdeaIndex, type IndexedIdea } from './idea-index.ts';
import { createLikeness } from './likeness.ts';

export interface Entry {
  readonly id: IdeaId;
  readonly challenge: ChallengeId;
  readonly state: IdeaState;
  readonly title: string;
  readonly text: string;
  /** Everybody in the credit line. */
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly directorate: string | null;
  }[];
  /** Whose idea it is, as its page says it. */
  readonly originators: readonly PersonId[];
  /** Co-authors too: who is not shown her own idea as somebody else's. */
  readonly authors: readonly PersonId[];
  readonly rebounded: boolean;
  readonly theme: ThemeId | null;
}

export type Filters = Pick<ListQuery, 'search' | 'directorate' | 'state' | 'without' | 'theme'>;
export interface Choices {
  readonly directorates: string[];
  readonly states: IdeaState[];
}

export interface Place {
  readonly from: number;
  readonly count: number;
}
export interface Found {
  /** Those asked for, in order. */
  readonly ids: readonly IdeaId[];
  readonly total: number;
}

export interface Board {
  put(entry: Entry): void;
  remove(id: IdeaId): void;
  entry(id: IdeaId): Entry | undefined;
  entries(): Iterable<Entry>;
  /**
   * Takes in the words of what was written since, in small steps. A list without words never waits for it; whoever asks
   * for words, or for what is alike, does.
   */
  read(): Promise<void>;
  /** Nobody asks any more. */
  stop(): void;
  /** Those that fit, best match first where words were typed; else in the reader's own order, or the alphabet's. */
  list(filters: Filters, order: { own: PersonId } | 'alphabet', place: Place): Found;
  similar(title: string): readonly Entry[];
  /**
   * Pairs of ideas of different people whose titles each call the other to mind. Only what was written since the last
   * time is compared, and of that as much as one question may cost: the rest comes with the next ones.
   */
  alike(): readonly (readonly [IdeaId, IdeaId])[];
  choices(): Choices;
}

const french = new Intl.Collator('fr');
const READERS_KEPT = 100;
/** Ideas whose words are taken in before other requests have their turn. */
const AT_A_TIME = 8;

const directoratesOf = ({ people }: Entry): ReadonlySet<string> =>
  new Set(people.flatMap(({ directorate }) => directorate ?? []));

export function createBoard(): Board {
  const entries = new Map<IdeaId, Entry>();
  const index = createIdeaIndex();
  /** Ideas whose words are not in the index yet. */
  const unread = new Map<IdeaId, IndexedIdea>();
  let reading: Promise<void> | null = null;
  const likeness = createLikeness();
  const directorates = createTally<string>(french.compare);
  const states = createTally<IdeaState>();
  let alphabet: readonly IdeaId[] | null = null;
  /** Orders of those who read lately: they hang on which ideas there are, not on what is written in them. */
  const own = new Map<PersonId, readonly IdeaId[]>();

  const similar = (title: string): readonly Entry[] =>
    index.similar(title).flatMap((id) => entries.get(id) ?? []);
  const count = (entry: Entry, by: 1 | -1): void => {
    for (const directorate of directoratesOf(entry)) directorates.add(directorate, by);
    states.add(entry.state, by);
  };

  async function readOn(): Promise<void> {
    let taken = 0;
    // Whatever is written during it comes round as well; `stop` empties it.
    for (const [id, idea] of unread) {
      unread.delete(id);
      index.put(idea);
      likeness.put(id);
      if (++taken % AT_A_TIME === 0) await breath();
    }
  }

  function ordered(order: { own: PersonId } | 'alphabet'): readonly IdeaId[] {
    if (order === 'alphabet') {
      alphabet ??= [...entries.values()].sort((a, b) => french.compare(a.title, b.title)).map(({ id }) => id);
      return alphabet;
    }
    const kept = own.get(order.own);
    if (kept !== undefined) return kept;
    const drawn = inOwnOrder([...entries.values()], order.own).map(({ id }) => id);
    if (own.size >= READERS_KEPT) own.clear();
    own.set(order.own, drawn);
    return drawn;
  }

  function fits(entry: Entry | undefined, { directorate, state, without, theme }: Filters): boolean {
    return (
      entry !== undefined &&
      (state === undefined || entry.state === state) &&
      (theme === undefined || entry.theme === theme) &&
      (without === undefined || !entry.rebounded) &&
      (directorate === undefined || directoratesOf(entry).has(directorate))
    );
  }

  return {
    put(entry) {
      const before = entries.get(entry.id);
      if (before === undefined) own.clear();
      else count(before, -1);
      if (before?.title !== entry.title) alphabet = null;
      entries.set(entry.id, entry);
      count(entry, 1);
      const now = indexed(entry);
      // What moved is often nothing that is searched: a state, a rebound of somebody who is named already.
      if (before !== undefined && sameWords(indexed(before), now)) return;
      unread.set(entry.id, now);
    },
    remove(id) {
      const before = entries.get(id);
      if (before === undefined) return;
      entries.delete(id);
      count(before, -1);
      unread.delete(id);
      index.remove(id);
      likeness.remove(id);
      own.clear();
      alphabet = null;
    },
    entry: (id) => entries.get(id),
    entries: () => entries.values(),
    stop: () => unread.clear(),
    async read() {
      while (unread.size > 0 || reading !== null) {
        reading ??= readOn().finally(() => (reading = null));
        await reading;
      }
    },
    list({ search = '', ...filters }, order, { from, count: wanted }) {
      const found = search.trim() === '' ? ordered(order) : index.find(search);
      const narrowed = Object.values(filters).some((filter) => filter !== undefined);
      const fitting = narrowed ? found.filter((id) => fits(entries.get(id), filters)) : found;
      return { ids: fitting.slice(from, from + wanted), total: fitting.length };
    },
    similar,
    alike: () => likeness.pairs((id) => entries.get(id), similar),
    choices: () => ({ directorates: [...directorates.all()], states: [...states.all()] }),
  };
}

function indexed({ id, title, text, people }: Entry): IndexedIdea {
  const named = people.map(({ name, directorate }) => `${name} ${directorate ?? ''}`).join(' ');
  return { id, title, text, people: named };
}
const sameWords = (a: IndexedIdea, b: IndexedIdea): boolean =>
  a.title === b.title && a.text === b.text && a.people === b.people;

/** What there is, counted as it comes and goes, so that nobody counts it anew to say so. */
function createTally<Item extends string>(compare?: (a: Item, b: Item) => number) {
  const counts = new Map<Item, number>();
  let all: readonly Item[] | null = null;
  return {
    add(item: Item, by: 1 | -1): void {
      const now = (counts.get(item) ?? 0) + by;
      if (now === 0) counts.delete(item);
      else counts.set(item, now);
      // The list moves only with what appears in it or goes out of it.
      if (now === 0 || now === by) all = null;
    },
    all: (): readonly Item[] => (all ??= [...counts.keys()].sort(compare)),
  };
}
