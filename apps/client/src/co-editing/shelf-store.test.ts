import { IDBFactory } from 'fake-indexeddb';
import { IDBKeyRange as KeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { createShelves } from './shelf-store.ts';

type Shelf = Parameters<Parameters<ReturnType<typeof createShelves>['change']>[1]>[0];
const text = (words: string) => ({
  bases: [],
  unsent: [new TextEncoder().encode(words)],
  drafts: [],
  ended: false,
});
const withPage = (page: string, words: string) => (shelf: Shelf) => ({
  ids: shelf?.ids ?? [],
  pages: { ...shelf?.pages, [page]: text(words) },
});
const pagesIn = async (shelves: ReturnType<typeof createShelves>, name: string) =>
  Object.keys((await shelves.read(name)).find(([found]) => found === name)?.[1].pages ?? {});

beforeEach(() => vi.stubGlobal('IDBKeyRange', KeyRange));

test('what one page keeps, the next one finds, and another person does not', async () => {
  const device = new IDBFactory();
  expect(await createShelves(device).change('ana/idea', withPage('one', 'a'))).toEqual({ durable: true });
  const later = createShelves(device);
  expect(await pagesIn(later, 'ana/idea')).toEqual(['one']);
  expect(await later.read('anaïs/')).toEqual([]);
  await later.change('ana/idea', () => null);
  expect(await later.read('ana/')).toEqual([]);
});

test('two pages that take at the same moment never get the same', async () => {
  const device = new IDBFactory();
  await createShelves(device).change('ana/idea', () => ({ pages: {}, ids: [1, 2, 3] }));
  const taken: (number | undefined)[] = [];
  const take = (shelf: Shelf) => {
    const [first, ...rest] = shelf?.ids ?? [];
    taken.push(first);
    return { pages: {}, ids: rest };
  };
  await Promise.all(Array.from({ length: 3 }, () => createShelves(device).change('ana/idea', take, true)));
  expect(new Set(taken)).toEqual(new Set([1, 2, 3]));
});

test('without storage the page remembers for itself and says so', async () => {
  const shelves = createShelves(undefined);
  expect(await shelves.change('ana/idea', withPage('one', 'a'))).toEqual({ durable: false });
  expect(await pagesIn(shelves, 'ana/idea')).toEqual(['one']);
});

test('a device that is full gives out nothing of what it holds, and takes all of it once there is room', async () => {
  const device = new IDBFactory();
  await createShelves(device).change('ana/idea', () => ({ pages: { old: text('b') }, ids: [7] }));
  const shelves = createShelves(device);
  const full = vi.spyOn(IDBObjectStorePrototype(await database(device)), 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  let seen: Shelf = null;
  const keep = (shelf: Shelf) => {
    seen = shelf;
    return withPage('new', 'c')(shelf);
  };
  expect(await shelves.change('ana/idea', keep)).toEqual({ durable: false });
  expect(seen).toBeNull();
  full.mockRestore();
  expect(await shelves.change('ana/idea', withPage('newer', 'd'))).toEqual({ durable: true });
  expect(new Set(await pagesIn(createShelves(device), 'ana/idea'))).toEqual(new Set(['old', 'new', 'newer']));
});

test('a storage that the browser closed while the page slept is opened anew, and nothing is lost', async () => {
  const device = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = device.open.bind(device);
  vi.spyOn(device, 'open').mockImplementation((...names) => {
    const request = open(...names);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  const shelves = createShelves(device);
  await shelves.change('ana/idea', withPage('one', 'a'));
  opened[0]?.close();
  expect(await shelves.change('ana/idea', withPage('two', 'b'))).toEqual({ durable: true });
  opened[1]?.close();
  expect(await pagesIn(shelves, 'ana/idea')).toEqual(['one', 'two']);
});

test('a change that the browser does not go on with is given up, and is not made later', async () => {
  const device = new IDBFactory();
  const other = await createShelves(device)
    .change('ana/idea', withPage('one', 'a'))
    .then(() => database(device));
  const holding = other.transaction('shelves', 'readwrite');
  const shelves = createShelves(device, { open: 3_000, change: 20 });
  let held = true;
  const hold = (): void => {
    holding.objectStore('shelves').count().onsuccess = () => held && hold();
  };
  hold();
  expect(await shelves.change('ana/idea', withPage('two', 'b'))).toEqual({ durable: false });
  const over = new Promise((resolve) => (holding.oncomplete = resolve));
  held = false;
  await over;
  expect(await pagesIn(createShelves(device), 'ana/idea')).toEqual(['one']);
  expect(await pagesIn(shelves, 'ana/idea')).toEqual(['one', 'two']);
});

const database = (device: IDBFactory): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = device.open('butinerie.texts', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('not opened'));
  });

/** What every object store of this kind of database answers to. */
const IDBObjectStorePrototype = (opened: IDBDatabase): IDBObjectStore => {
  const store = opened.transaction('shelves', 'readonly').objectStore('shelves');
  return Object.getPrototypeOf(store) as IDBObjectStore;
};
