/**
 * What pages leave on a device for each other, one shelf for each person and idea. A page that ended, crashed or
 * stopped answering is taken over by the next one: its bytes are sent as they are, nothing more is ever written under
 * its id. An unused id leaves the device in the same change that hands it to a page, so that no two pages have it.
 */

import type { KeptText } from './kept-text.ts';
import { holdsWords, isNothing, NOTHING_KEPT, together } from './kept-text.ts';

interface KeptPage extends KeptText {
  /** Ended in good order; one that did not is known by its lock. */
  readonly ended: boolean;
}

export interface Shelf {
  readonly pages: Readonly<Record<string, KeptPage>>;
  /** Leased and never used. */
  readonly ids: readonly number[];
  /** Pages whose last words are on the shelf by now, until they are gone from where they were left: nobody takes them twice. */
  readonly taken?: readonly string[];
}

const EMPTY: Shelf = { pages: {}, ids: [] };

export interface ShelfStore {
  /**
   * One change at a time on a device, whichever page makes it; all or nothing. Answers whether it is on the device:
   * where storage is refused or full it holds for this page only. A `lasting` change survives a power cut too.
   */
  change(
    name: string,
    change: (shelf: Shelf | null) => Shelf | null,
    lasting?: boolean,
  ): Promise<{ readonly durable: boolean }>;
}

/** Which pages are open. */
export interface PageLocks {
  /** Answers how to let go; the end of the page does it too. */
  hold(page: string): Promise<() => void>;
  /** Null where it cannot be told. */
  held(): Promise<ReadonlySet<string> | null>;
}

type Words = Pick<KeptText, 'unsent' | 'drafts'>;
const NO_WORDS: Words = { unsent: [], drafts: [] };

/**
 * Where a page leaves its words in the very moment of its end. A browser that closes or reloads a page finishes no change
 * of the shelf any more: without this the last keys before it would be lost.
 */
export interface LastWords {
  /** Done when it returns. */
  leave(name: string, page: string, words: Words): void;
  /** By page. */
  left(name: string): ReadonlyMap<string, Words>;
  drop(name: string, page: string): void;
}

export interface DeviceHold {
  /** From pages that are no more. */
  readonly left: KeptText;
  /** An id for this page alone. */
  readonly clientId: number | null;
  /** How many more the device has. */
  readonly spare: number;
  /** Replaces what was kept before; answers whether it is on the device. */
  keep(text: KeptText): Promise<boolean>;
  /** These ids are the device's from here on. */
  give(ids: readonly number[]): void;
  /** For the page that comes next. */
  close(text: KeptText): Promise<void>;
}

export interface DevicePorts {
  readonly store: ShelfStore;
  readonly locks: PageLocks;
  readonly lastWords: LastWords;
  readonly newPage: () => string;
}

const tidy = ({ pages, ids, taken = [] }: Shelf): Shelf | null =>
  ids.length === 0 && taken.length === 0 && Object.keys(pages).length === 0
    ? null
    : { pages, ids, ...(taken.length > 0 ? { taken } : {}) };

const without = (pages: Shelf['pages'], names: readonly string[]): Shelf['pages'] =>
  Object.fromEntries(Object.entries(pages).filter(([name]) => !names.includes(name)));

export const openHold = async (
  { store, locks, lastWords, newPage }: DevicePorts,
  name: string,
  write: boolean,
): Promise<DeviceHold> => {
  const page = newPage();
  const release = await locks.hold(page);
  let before: Shelf = EMPTY;
  await store.change(name, (shelf) => (before = shelf ?? EMPTY) && shelf);
  const known = new Set([...Object.keys(before.pages), ...lastWords.left(name).keys()]);
  // Asked after both were read: a page has its lock before it leaves anything.
  const held = await locks.held();
  const gone = [...known].filter(
    (other) => held === null || !held.has(other) || before.pages[other]?.ended === true,
  );

  let left = NOTHING_KEPT;
  let clientId: number | null = null;
  let spare = 0;
  let found: ReadonlyMap<string, Words> = new Map();
  const { durable } = await store.change(
    name,
    (shelf) => {
      const { pages, ids, taken: takenBefore = [] } = shelf ?? EMPTY;
      // Read in the change itself: of two pages that open at once only one finds them.
      const last = lastWords.left(name);
      found = last;
      const words = (other: string): Words | undefined =>
        takenBefore.includes(other) ? NO_WORDS : last.get(other);
      left = together(gone.map((other) => ({ ...NOTHING_KEPT, ...pages[other], ...words(other) })));
      const [first, ...rest] = ids;
      const taken = first !== undefined && (write || left.drafts.length > 0);
      clientId = taken ? first : null;
      const kept = taken ? rest : ids;
      spare = kept.length;
      const mine = isNothing(left) ? {} : { [page]: { ...left, ended: false } };
      // Where it cannot be told which pages are open, one of them may leave more.
      const foundHere = held === null ? [] : gone;
      const takenNow = [...new Set([...takenBefore, ...foundHere])].filter((other) => last.has(other));
      return tidy({ pages: { ...without(pages, gone), ...mine }, ids: kept, taken: takenNow });
    },
    true,
  );
  /** Where the shelf takes nothing, the words of this page are left as if each moment were its last. */
  let shelfRefuses = false;
  /** Whether the shelf has words of this page: while they cannot be taken away, nothing is left in place of them. */
  let onShelf = durable && holdsWords(left);
  const leave = (text: KeptText): void => {
    if (holdsWords(text) || onShelf)
      lastWords.leave(name, page, { unsent: text.unsent, drafts: text.drafts });
    else lastWords.drop(name, page);
  };
  if (!durable) {
    shelfRefuses = true;
    leave(left);
  }
  const handedOver = durable || !holdsWords(left) || lastWords.left(name).has(page);
  for (const other of gone)
    if (durable) lastWords.drop(name, other);
    // The shelf may still have what it had kept before. What nobody has but this page stays where it was found.
    else if (handedOver && found.has(other)) lastWords.leave(name, other, NO_WORDS);

  let closed = false;
  const put = (text: KeptText, ended: boolean): Promise<{ readonly durable: boolean }> =>
    store.change(name, (shelf) => {
      const { pages, ids, taken = [] } = shelf ?? EMPTY;
      const others = without(pages, [page]);
      return tidy({
        pages: isNothing(text) ? others : { ...others, [page]: { ...text, ended } },
        ids,
        taken: taken.filter((other) => lastWords.left(name).has(other)),
      });
    });

  return {
    left,
    clientId,
    spare,
    async keep(text) {
      const kept = (await put(text, false)).durable;
      if (kept) onShelf = holdsWords(text);
      // Closed meanwhile, it left newer words than these.
      if (closed || (kept && !shelfRefuses)) return kept;
      shelfRefuses = !kept;
      if (kept) lastWords.drop(name, page);
      else leave(text);
      return kept;
    },
    give(ids) {
      if (ids.length === 0) return;
      void store.change(name, (shelf) => {
        const known = shelf ?? EMPTY;
        return { ...known, ids: [...known.ids, ...ids] };
      });
    },
    async close(text) {
      closed = true;
      leave(text);
      if ((await put(text, true)).durable) lastWords.drop(name, page);
      release();
    },
  };
};
