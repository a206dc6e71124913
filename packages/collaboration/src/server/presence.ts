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

const NOBODY: ReadonlyMap<number, Caret> = new Map();

/** Most open texts have nobody's caret: what holds carets is made with the first. */
class DocumentPresence implements Presence {
  readonly #present = new Map<string, Identity>();
  /** The same by person, with how many connections each has. */
  readonly #persons = new Map<string, { identity: Identity; connections: number }>();
  #carets: Map<number, Caret> | null = null;
  /** Clocks outlive their carets: a client that comes back under the same id must not be older than its ghost. */
  #clocks: Map<number, number> | null = null;
  #changed: Set<number> | null = null;

  enter(connection: string, identity: Identity): void {
    this.#away(connection);
    this.#present.set(connection, identity);
    const connections = (this.#persons.get(identity.person)?.connections ?? 0) + 1;
    this.#persons.set(identity.person, { identity, connections });
  }

  update(
    connection: string,
    bytes: Uint8Array,
    ownerOf: (clientId: number) => string | undefined,
  ): Outcome<Uint8Array | null, PresenceFailure> {
    const entries = readCarets(bytes);
    if (!entries.ok) return entries;
    const identity = this.#present.get(connection);
    if (identity === undefined) return done(null);
    const out: CaretEntry[] = [];
    for (const { client, clock, state } of entries.value) {
      // A connection that came back takes its caret over from the ghost of the one before.
      if (ownerOf(client) !== identity.person) continue;
      if (clock <= (this.#clocks?.get(client) ?? -1)) continue;
      const shown = shownState(state, identity);
      if (shown !== null) out.push(...this.#others(connection, client).map((other) => this.#remove(other)));
      this.#move(client, clock, shown === null ? null : { connection, clock, state: shown });
      out.push({ client, clock, state: shown ?? 'null' });
    }
    return done(out.length === 0 ? null : writeCarets(out));
  }

  leave(connection: string): Uint8Array | null {
    this.#away(connection);
    const gone = this.#others(connection, -1).map((client) => this.#remove(client));
    return gone.length === 0 ? null : writeCarets(gone);
  }

  carets(): Uint8Array {
    return writeCarets(
      [...(this.#carets ?? NOBODY)].map(([client, { clock, state }]) => ({ client, clock, state })),
    );
  }

  changes(): Uint8Array | null {
    if (this.#changed === null) return null;
    const moved = [...this.#changed].map((client) => ({
      client,
      clock: this.#clocks?.get(client) ?? 0,
      state: this.#carets?.get(client)?.state ?? 'null',
    }));
    this.#changed = null;
    return writeCarets(moved);
  }

  has(client: number): boolean {
    return this.#carets?.has(client) ?? false;
  }

  people(most = Infinity): readonly Identity[] {
    const named: Identity[] = [];
    for (const { identity } of this.#persons.values()) {
      if (named.length >= most) break;
      named.push(identity);
    }
    return named;
  }

  get count(): number {
    return this.#persons.size;
  }

  #away(connection: string): void {
    const person = this.#present.get(connection)?.person ?? '';
    this.#present.delete(connection);
    const known = this.#persons.get(person);
    if (known !== undefined && --known.connections === 0) this.#persons.delete(person);
  }

  /** Other carets of the same connection. */
  #others(connection: string, client: number): readonly number[] {
    return [...(this.#carets ?? NOBODY)]
      .filter(([id, caret]) => caret.connection === connection && id !== client)
      .map(([id]) => id);
  }

  #remove(client: number): CaretEntry {
    const clock = (this.#clocks?.get(client) ?? 0) + 1;
    this.#move(client, clock, null);
    return { client, clock, state: 'null' };
  }

  #move(client: number, clock: number, caret: Caret | null): void {
    (this.#clocks ??= new Map()).set(client, clock);
    (this.#changed ??= new Set()).add(client);
    if (caret === null) this.#carets?.delete(client);
    else (this.#carets ??= new Map()).set(client, caret);
  }
}

export const createPresence = (): Presence => new DocumentPresence();

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
