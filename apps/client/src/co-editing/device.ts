/** This device, as far as unsent text is concerned: what is on it belongs to the person who typed it. */
import { holdsWords, openHold, type DeviceHold, type PageLocks } from '@butinerie/collaboration/client';
import type { IdeaId, PersonId } from '@butinerie/contracts';
import { createLastWords } from './last-words.ts';
import { createShelves } from './shelf-store.ts';

const LOCK = 'butinerie.page.';
const shelves = createShelves(globalThis.indexedDB);
const lastWords = createLastWords(() => localStorage);
const nameOf = (person: PersonId, idea: IdeaId | ''): string => `${person}/${idea}`;

/** A page holds its lock for as long as it lives; the browser lets go of it after a crash. */
const locks: PageLocks = {
  hold(page) {
    return new Promise((resolve) => {
      const none = (): void => resolve(() => undefined);
      // Without locks (an insecure origin) pages cannot tell who is open: what they find is sent twice, and taken once.
      if (!('locks' in navigator)) return none();
      navigator.locks
        .request(LOCK + page, () => new Promise<void>((release) => resolve(release)))
        .catch(none);
    });
  },

  async held() {
    if (!('locks' in navigator)) return null;
    try {
      const { held = [] } = await navigator.locks.query();
      return new Set(held.map(({ name = '' }) => name.slice(LOCK.length)));
    } catch {
      return null;
    }
  },
};

const newPage = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

export function openDevice(person: PersonId, idea: IdeaId, write: boolean): Promise<DeviceHold> {
  return openHold({ store: shelves, locks, lastWords, newPage }, nameOf(person, idea), write);
}

/** In how many ideas this person has words on this device that the server has not acknowledged. */
export async function unsentTexts(person: PersonId): Promise<number> {
  const prefix = nameOf(person, '');
  const found = await shelves.read(prefix);
  const onShelves = found.filter(([, { pages }]) => Object.values(pages).some(holdsWords));
  return new Set([...onShelves.map(([name]) => name), ...lastWords.names(prefix)]).size;
}
