/**
 * Who is in a document on the other servers, as each of them says of its own people: they looked at who signed in and
 * under whose id a caret stands. A server that is gone takes its people with it.
 */

import type { Identity } from './presence.ts';
import type { CaretEntry } from './presence-bytes.ts';
import { readCarets, writeCarets } from './presence-bytes.ts';

/** What a server says of its own: everything it has when `whole`, else what moved; `people` when they did. */
export interface FarPeople {
  readonly carets: Uint8Array;
  readonly people: readonly Identity[] | null;
  readonly whole: boolean;
}

export interface FarPresence {
  hear(server: string, said: FarPeople): void;
  gone(server: string): void;
  carets(): Uint8Array;
  /** The carets that moved since this was asked the last time, but for those that stand here by now. */
  changes(isHere: (client: number) => boolean): Uint8Array | null;
  people(): readonly Identity[];
}

interface Far {
  readonly server: string;
  readonly entry: CaretEntry;
}
/** Far more than people in one text. */
const OF_MANY = { bytes: 8 * 1024 * 1024, entries: 20_000 };

export const createFarPresence = (): FarPresence => {
  const people = new Map<string, readonly Identity[]>();
  const carets = new Map<number, Far>();
  const moved = new Map<number, CaretEntry>();

  const remove = (client: number, { entry }: Far): void => {
    carets.delete(client);
    moved.set(client, { client, clock: entry.clock + 1, state: 'null' });
  };
  const take = (server: string, entry: CaretEntry): void => {
    const known = carets.get(entry.client);
    // Somebody came over from one server to another: the later word is the one of where she is.
    if (known !== undefined && known.server !== server && known.entry.clock >= entry.clock) return;
    if (entry.state === 'null') {
      if (known?.server === server) remove(entry.client, known);
      return;
    }
    carets.set(entry.client, { server, entry });
    moved.set(entry.client, entry);
  };

  return {
    hear(server, said) {
      const read = readCarets(said.carets, OF_MANY);
      const entries = read.ok ? read.value : [];
      const told = new Set(entries.map(({ client }) => client));
      if (said.whole)
        for (const [client, far] of Array.from(carets))
          if (far.server === server && !told.has(client)) remove(client, far);
      for (const entry of entries) take(server, entry);
      if (said.people !== null) people.set(server, said.people);
    },
    gone(server) {
      people.delete(server);
      for (const [client, far] of Array.from(carets)) if (far.server === server) remove(client, far);
    },
    carets: () => writeCarets([...carets.values()].map(({ entry }) => entry)),
    changes(isHere) {
      const entries = [...moved.values()].filter(({ client }) => !isHere(client));
      moved.clear();
      return entries.length === 0 ? null : writeCarets(entries);
    },
    people: () => [...people.values()].flat(),
  };
};
