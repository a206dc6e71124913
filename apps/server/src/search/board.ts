/** The ideas of one challenge that every agent may read, in memory: to order, filter and search them in a moment. */
import type { ChallengeId, IdeaId, IdeaState, ListQuery, PersonId } from '@butinerie/contracts';
import { inOwnOrder } from '@butinerie/domain';
import { createIdeaIndex } from './idea-index.ts';

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
  /** Authors, who are not shown their own idea as somebody else's. */
  readonly authors: readonly PersonId[];
  readonly rebounded: boolean;
}

export type Filters = Pick<ListQuery, 'search' | 'directorate' | 'state' | 'without'>;
export interface Choices {
  readonly directorates: string[];
  readonly states: IdeaState[];
}

export interface Board {
  put(entry: Entry): void;
  remove(id: IdeaId): void;
  entry(id: IdeaId): Entry | undefined;
  entries(): Iterable<Entry>;
  /** Those that fit, best match first where words were typed; else in the reader's own order, or the alphabet's. */
  list(filters: Filters, order: { own: PersonId } | 'alphabet'): readonly Entry[];
  similar(title: string): readonly Entry[];
  choices(): Choices;
}

const french = new Intl.Collator('fr');
const READERS_KEPT = 100;

function choicesAmong(all: readonly Entry[]): Choices {
  const directorates = all.flatMap(({ people }) => people.flatMap(({ directorate }) => directorate ?? []));
  return {
    directorates: [...new Set(directorates)].sort(french.compare),
    states: [...new Set(all.map(({ state }) => state))].sort(),
  };
}

export function createBoard(): Board {
  const entries = new Map<IdeaId, Entry>();
  const index = createIdeaIndex();
  let alphabet: readonly Entry[] | null = null;
  let choices: Choices | null = null;
  /** Orders of those who read lately: they hang on which ideas there are, not on what is written in them. */
  const own = new Map<PersonId, readonly IdeaId[]>();
  const moved = (): void => {
    alphabet = null;
    choices = null;
  };
  const known = (ids: readonly IdeaId[]): Entry[] => ids.flatMap((id) => entries.get(id) ?? []);

  function ordered(order: { own: PersonId } | 'alphabet'): readonly Entry[] {
    if (order !== 'alphabet') {
      const kept = own.get(order.own);
      if (kept !== undefined) return known(kept);
      const drawn = inOwnOrder([...entries.values()], order.own);
      if (own.size >= READERS_KEPT) own.clear();
      own.set(
        order.own,
        drawn.map(({ id }) => id),
      );
      return drawn;
    }
    alphabet ??= [...entries.values()].sort((a, b) => french.compare(a.title, b.title));
    return alphabet;
  }

  return {
    put(entry) {
      if (!entries.has(entry.id)) own.clear();
      entries.set(entry.id, entry);
      const people = entry.people.map(({ name, directorate }) => `${name} ${directorate ?? ''}`).join(' ');
      index.put({ id: entry.id, title: entry.title, text: entry.text, people });
      moved();
    },
    remove(id) {
      if (!entries.delete(id)) return;
      index.remove(id);
      own.clear();
      moved();
    },
    entry: (id) => entries.get(id),
    entries: () => entries.values(),
    list({ search = '', directorate, state, without }, order) {
      const found = search.trim() === '' ? ordered(order) : known(index.find(search));
      if (directorate === undefined && state === undefined && without === undefined) return found;
      return found.filter(
        (entry) =>
          (state === undefined || entry.state === state) &&
          (without === undefined || !entry.rebounded) &&
          (directorate === undefined || entry.people.some((person) => person.directorate === directorate)),
      );
    },
    similar: (title) => known(index.similar(title)),
    choices() {
      choices ??= choicesAmong([...entries.values()]);
      return choices;
    },
  };
}
