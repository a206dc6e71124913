/** Where a page that ends leaves its words at once: the one storage of a browser that waits for nothing. */
import type { LastWords } from '@butinerie/collaboration/client';

const PREFIX = 'butinerie.lastWords/';
const placeOf = (name: string): string => `${PREFIX}${name}/`;

type Words = Parameters<LastWords['leave']>[2];

export interface LeftWords extends LastWords {
  /** The names, beginning so, under which some are. */
  names(prefix: string): readonly string[];
}

/** Storage that is refused or full keeps nothing, and what is on the shelf is there all the same. */
export function createLastWords(storage: () => Storage): LeftWords {
  const keys = (prefix: string): string[] => {
    try {
      return Object.keys(storage()).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  };
  return {
    leave(name, page, { unsent, drafts }) {
      const written = {
        unsent: unsent.map(inText),
        drafts: drafts.map(({ client, update }) => ({ client, update: inText(update) })),
      };
      try {
        storage().setItem(placeOf(name) + page, JSON.stringify(written));
      } catch {
        // Said above.
      }
    },
    left(name) {
      const place = placeOf(name);
      const found = new Map<string, Words>();
      for (const key of keys(place)) {
        const words = read(storage().getItem(key));
        if (words !== null) found.set(key.slice(place.length), words);
      }
      return found;
    },
    drop(name, page) {
      try {
        storage().removeItem(placeOf(name) + page);
      } catch {
        // Said above.
      }
    },
    names: (prefix) => keys(PREFIX + prefix).map((key) => key.slice(PREFIX.length, key.lastIndexOf('/'))),
  };
}

function read(written: string | null): Words | null {
  try {
    const { unsent, drafts } = JSON.parse(written ?? 'null') as {
      unsent: string[];
      drafts: { client: number; update: string }[];
    };
    return {
      unsent: unsent.map(inBytes),
      drafts: drafts.map(({ client, update }) => ({ client, update: inBytes(update) })),
    };
  } catch {
    return null;
  }
}

/** One character a byte, all below 256: as short as this storage allows for what is mostly small numbers. */
const inText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
const inBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
