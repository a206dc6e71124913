/**
 * Where unsent text waits on this device: one entry for each person and idea, in IndexedDB, changed as a whole. Where
 * the browser refuses storage or has no room, this page remembers for itself and says that it is not kept.
 */
import type { Shelf, ShelfStore } from '@butinerie/collaboration/client';

const DATABASE = 'butinerie.texts';
const SHELVES = 'shelves';
/** Some browsers neither open nor refuse; some do not go on with a change, after a sleep for instance. */
const PATIENCE = { open: 3_000, change: 15_000 };
const NO_SHELF: Shelf = { pages: {}, ids: [] };

export interface Shelves extends ShelfStore {
  /** Of all names that begin so. */
  read(prefix: string): Promise<readonly (readonly [name: string, shelf: Shelf])[]>;
}

type Change = (shelf: Shelf | null) => Shelf | null;

const both = (one: Shelf | null, other: Shelf | null): Shelf | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        pages: { ...one.pages, ...other.pages },
        ids: [...one.ids, ...other.ids],
        taken: [...(one.taken ?? []), ...(other.taken ?? [])],
      };

export function createShelves(factory: IDBFactory | undefined, patience = PATIENCE): Shelves {
  let database: Promise<IDBDatabase> | null = null;
  /** Of this page alone, while the device takes nothing. */
  const here = new Map<string, Shelf>();

  const opened = (): Promise<IDBDatabase> => {
    database ??= openDatabase(factory, patience.open).catch((reason: unknown) => {
      // Asked again at the next change: a private window may be given room later.
      database = null;
      throw reason;
    });
    return database;
  };
  /** A browser may close what it opened, of a page that slept above all: a change that finds that is begun over another. */
  const begun = async (mode: IDBTransactionMode, lasting = false): Promise<IDBTransaction> => {
    const options = { durability: lasting ? 'strict' : 'relaxed' } as const;
    const first = await opened();
    try {
      return first.transaction(SHELVES, mode, options);
    } catch {
      database = null;
      first.close();
      return (await opened()).transaction(SHELVES, mode, options);
    }
  };

  return {
    async change(name, act, lasting = false) {
      try {
        const waiting = here.get(name) ?? null;
        const transaction = await begun('readwrite', lasting);
        await changeShelf(transaction, {
          name,
          act: (found) => act(both(found, waiting)),
          patience: patience.change,
        });
        here.delete(name);
        return { durable: true };
      } catch {
        const next = act(here.get(name) ?? null);
        if (next === null) here.delete(name);
        else here.set(name, next);
        return { durable: false };
      }
    },

    async read(prefix) {
      const found = new Map<string, Shelf>();
      try {
        for (const [name, shelf] of await readShelves(await begun('readonly'), prefix))
          found.set(name, shelf);
      } catch {
        // Only what this page remembers.
      }
      for (const [name, shelf] of here)
        if (name.startsWith(prefix)) found.set(name, both(found.get(name) ?? null, shelf) ?? NO_SHELF);
      return [...found];
    },
  };
}

function openDatabase(factory: IDBFactory | undefined, patience: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (factory === undefined) return reject(new Error('no storage here'));
    const timer = setTimeout(() => reject(new Error('storage does not answer')), patience);
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SHELVES);
    request.onsuccess = () => {
      clearTimeout(timer);
      // Whoever clears this site's storage is not held up by a page that is open.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('storage is refused'));
    };
  });
}

interface ShelfChange {
  readonly name: string;
  readonly act: Change;
  readonly patience: number;
}

/** Reads and writes in one transaction: the browser lets no other page in between. */
function changeShelf(transaction: IDBTransaction, { name, act, patience }: ShelfChange): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      try {
        transaction.abort();
        reject(new Error('storage does not go on'));
      } catch {
        // It is over: what became of it is being told.
      }
    }, patience);
    const shelves = transaction.objectStore(SHELVES);
    const request = shelves.get(name) as IDBRequest<Shelf | undefined>;
    request.onsuccess = () => {
      const found = request.result ?? null;
      const next = act(found);
      if (next === null && found !== null) shelves.delete(name);
      else if (next !== null && next !== found) shelves.put(next, name);
    };
    transaction.oncomplete = () => {
      clearTimeout(timer);
      resolve();
    };
    transaction.onabort = () => {
      clearTimeout(timer);
      reject(transaction.error ?? new Error('not stored'));
    };
  });
}

function readShelves(transaction: IDBTransaction, prefix: string): Promise<[string, Shelf][]> {
  return new Promise((resolve, reject) => {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const shelves = transaction.objectStore(SHELVES);
    const names = shelves.getAllKeys(range);
    const values = shelves.getAll(range) as IDBRequest<Shelf[]>;
    transaction.oncomplete = () => {
      resolve(
        names.result.flatMap((name, at) => {
          const shelf = values.result[at];
          return shelf === undefined || typeof name !== 'string' ? [] : [[name, shelf]];
        }),
      );
    };
    transaction.onabort = () => reject(transaction.error ?? new Error('not read'));
  });
}
