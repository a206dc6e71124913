/**
 * Who is in a document and where their caret stands. Clients send y-protocols awareness updates; of those only the
 * caret is kept, only under an id leased to the sender, one id for each connection. Names come from the sign-in, never
 * from the client, and a connection that ends takes its caret with it.
 */

import type { Outcome } from '../outcome.ts';
import { done } from '../outcome.ts';
import type { CaretEntry, PresenceFailure } from './presence-bytes.ts';
import { readCarets, writeCarets } from './presence-bytes.ts';

export interface Identity {
  readonly person: string;
  readonly name: string;
}

export interface Presence {
  /** A connection joined; it counts as present before it has a caret. */
  enter(connection: string, identity: Identity): void;
  /** Answers the bytes to relay to the others; null when nothing of it may be shown. */
  update(
    connection: string,
    bytes: Uint8Array,
    ownerOf: (clientId: number) => string | undefined,
  ): Outcome<Uint8Array | null, PresenceFailure>;
  /** Answers the bytes that take its caret away; null when it had none. */
  leave(connection: string): Uint8Array | null;
  /** Every caret, for one who joins. */
  carets(): Uint8Array;
  /** The carets that moved, came or went since this was asked the last time, each once; null when none did. */
  changes(): Uint8Array | null;
  /** Who is present, once each, at most so many of them; and how many there are. */
  people(most?: number): readonly Identity[];
  readonly count: number;
  /** Whether a caret under this id is one of ours. */
  has(client: number): boolean;
}

interface Caret {
  readonly connection: string;
  readonly clock: number;
  readonly state: string;
}

const CARET_BYTES = 1_024;

export const createPresence = (): Presence => {
  const present = new Map<string, Identity>();
  /** The same by person, with how many connections each has. */
  const persons = new Map<string, { identity: Identity; connections: number }>();
  const carets = new Map<number, Caret>();
  /** Clocks outlive their carets: a client that comes back under the same id must not be older than its ghost. */
  const clocks = new Map<number, number>();

  const changed = new Set<number>();

  const remove = (client: number): CaretEntry => {
    const clock = (clocks.get(client) ?? 0) + 1;
    clocks.set(client, clock);
    carets.delete(client);
    changed.add(client);
    return { client, clock, state: 'null' };
  };

  const others = (connection: string, client: number): readonly number[] =>
    [...carets].filter(([id, caret]) => caret.connection === connection && id !== client).map(([id]) => id);

  const away = (connection: string): void => {
    const person = present.get(connection)?.person ?? '';
    present.delete(connection);
    const known = persons.get(person);
    if (known !== undefined && --known.connections === 0) persons.delete(person);
  };

  return {
    enter(connection, identity) {
      away(connection);
      present.set(connection, identity);
      const connections = (persons.get(identity.person)?.connections ?? 0) + 1;
      persons.set(identity.person, { identity, connections });
    },

    update(connection, bytes, ownerOf) {
      const entries = readCarets(bytes);
      if (!entries.ok) return entries;
      const identity = present.get(connection);
      if (identity === undefined) return done(null);
      const out: CaretEntry[] = [];
      for (const { client, clock, state } of entries.value) {
        // A connection that came back takes its caret over from the ghost of the one before.
        if (ownerOf(client) !== identity.person) continue;
        if (clock <= (clocks.get(client) ?? -1)) continue;
        clocks.set(client, clock);
        changed.add(client);
        const shown = shownState(state, identity);
        if (shown === null) {
          carets.delete(client);
          out.push({ client, clock, state: 'null' });
        } else {
          out.push(...others(connection, client).map(remove));
          carets.set(client, { connection, clock, state: shown });
          out.push({ client, clock, state: shown });
        }
      }
      return done(out.length === 0 ? null : writeCarets(out));
    },

    leave(connection) {
      away(connection);
      const gone = others(connection, -1).map(remove);
      return gone.length === 0 ? null : writeCarets(gone);
    },

    carets() {
      return writeCarets([...carets].map(([client, { clock, state }]) => ({ client, clock, state })));
    },

    changes() {
      if (changed.size === 0) return null;
      const moved = [...changed].map((client) => ({
        client,
        clock: clocks.get(client) ?? 0,
        state: carets.get(client)?.state ?? 'null',
      }));
      changed.clear();
      return writeCarets(moved);
    },

    has: (client) => carets.has(client),

    people(most = Infinity) {
      const named: Identity[] = [];
      for (const { identity } of persons.values()) {
        if (named.length >= most) break;
        named.push(identity);
      }
      return named;
    },

    get count() {
      return persons.size;
    },
  };
};

/** Of what a client says about itself only its caret is believed. */
const shownState = (json: string, { person, name }: Identity): string | null => {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof state !== 'object' || state === null) return null;
  const caret: unknown = 'cursor' in state ? state.cursor : null;
  const fits = JSON.stringify(caret ?? null).length <= CARET_BYTES;
  return JSON.stringify({ cursor: fits ? (caret ?? null) : null, user: { person, name } });
};
