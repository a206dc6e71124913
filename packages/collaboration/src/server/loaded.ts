/** What an open document holds in memory: read from its log, and built anew when somebody else wrote there first. */

import { LIMITS } from '../document/limits.ts';
import { readDocument } from '../document/read-document.ts';
import { createGuard } from './guard.ts';
import type { Guard } from './guard.ts';
import type { DocumentPorts } from './document-terms.ts';
import { LazyDocument } from './lazy-document.ts';
import { MergedUpdates } from './merged-updates.ts';
import type { LogRow, UpdateLog } from './ports.ts';
import { mergeMany } from '../update/merge-many.ts';

type Beginning = Pick<Loaded, 'guard' | 'merged' | 'lazy' | 'owners' | 'refs' | 'kept'>;

/** A class, so that the states of all texts are of one shape: each key reads a dozen of these fields. */
export class Loaded {
  readonly guard: Guard;
  /** What is durable. */
  readonly merged: MergedUpdates;
  readonly lazy: LazyDocument;
  readonly owners: Map<number, string>;
  /** The last row handed to the commit, and the last known to be durable. */
  assigned: number;
  durable: number;
  /** The last row that a kept snapshot holds. */
  kept: number;
  /** The last row up to which the merged rows were compared with the log, one after the other. */
  checked = 0;
  /** Acts of the server whose row was seen. */
  readonly refs: Set<string>;
  /** Whether the log ends with a row that seals it. */
  ended = false;
  /** A row that is counted in it is not in the log: it is about to be read anew, and nothing more is built on it. */
  lost = false;
  /** Settles when everything handed over so far is durable. */
  tail: Promise<void> = Promise.resolve();
  /** Text as last measured, and what was let in since. */
  measured = 0;
  since = 0;
  /** Bytes handed over and not durable yet. */
  pending = 0;

  constructor({ guard, merged, lazy, owners, refs, kept }: Beginning) {
    this.guard = guard;
    this.merged = merged;
    this.lazy = lazy;
    this.owners = owners;
    this.refs = refs;
    this.assigned = kept;
    this.durable = kept;
    this.kept = kept;
  }
}

const NOTHING: ReadonlyMap<number, number> = new Map();
const NOBODY: ReadonlyMap<number, string> = new Map();

export const readLoaded = async (id: string, ports: DocumentPorts): Promise<Loaded> => {
  // Before the owners: whoever wrote a row was leased its id earlier.
  const snapshot = (await ports.snapshots?.read(id)) ?? null;
  const kept = snapshot?.seq ?? 0;
  const rows = await ports.log.read(id, kept);
  const owners = await ports.leases.ownersOf(id);
  const guard = (ports.createGuard ?? createGuard)();
  const merged = new MergedUpdates();
  if (snapshot !== null) merged.append(guard.admit(snapshot.update));
  const lazy = new LazyDocument(merged);
  const state = new Loaded({ guard, merged, lazy, owners: new Map(owners), refs: new Set(), kept });
  for (const row of rows) take(state, row);
  state.checked = state.durable;
  state.since = merged.size;
  return state;
};

/**
 * After somebody else wrote the row that was to be written: what is durable here, and the rows behind it, with a guard
 * that has seen nothing else.
 */
export const readBehind = async (id: string, ports: DocumentPorts, state: Loaded) => {
  const rows = await ports.log.read(id, state.durable);
  const owners = await ports.leases.ownersOf(id);
  const guard = (ports.createGuard ?? createGuard)();
  if (state.durable > 0) guard.admit(state.merged.since(NOTHING));
  const { merged, lazy, refs, kept, durable, checked, measured, since } = state;
  const next = new Loaded({ guard, merged, lazy, owners: new Map(owners), refs, kept });
  next.assigned = durable;
  next.durable = durable;
  next.checked = checked;
  next.ended = state.ended;
  next.measured = measured;
  next.since = since;
  for (const row of rows) take(next, row);
  return { next, rows };
};

/**
 * What other servers wrote behind what is durable here, for a state with nothing on its way: the answer, called when
 * that is still so, takes the rows in and says which they are.
 */
export const readTail = async (id: string, ports: DocumentPorts, { durable }: Loaded) => {
  const rows = await ports.log.read(id, durable);
  const owners = rows.length === 0 ? NOBODY : await ports.leases.ownersOf(id);
  return (state: Loaded): readonly LogRow[] => {
    learn(state.owners, owners);
    for (const row of rows) take(state, row);
    return rows;
  };
};

/** Takes in who was leased which id; answers whether any was new. */
export const learn = (owners: Map<number, string>, leased: ReadonlyMap<number, string>): boolean => {
  const before = owners.size;
  for (const [clientId, person] of leased) owners.set(clientId, person);
  return owners.size > before;
};

/** What the rows after `seq` hold, as one update, and the last of them. */
export const readSince = async (id: string, log: Pick<UpdateLog, 'read'>, seq: number) => {
  const rows = await log.read(id, seq);
  return { update: mergeMany(rows.map(({ bytes }) => bytes)), seq: rows.at(-1)?.seq ?? seq };
};

/** The next row to be appended, counted as handed over. */
export const nextRow = (
  state: Loaded,
  { clientId, bytes, origin }: Writing,
  { doc, at }: Pick<LogRow, 'doc' | 'at'>,
): LogRow => {
  const { person, via, ref } = origin;
  // Rows are many, and hardly any has all fields: set one by one, they share few shapes.
  const row: Writable<LogRow> = { doc, seq: ++state.assigned, person, at, bytes };
  if (clientId !== undefined) row.clientId = clientId;
  if (via !== undefined) row.via = via;
  if (ref !== undefined) row.ref = ref;
  return row;
};

// Who ends a log, and with what: an update of nothing.
const SEALING = { bytes: new Uint8Array([0, 0]), origin: { person: 'sys:seal', via: 'seal' } } as const;

export const sealingRow = (state: Loaded, stamp: Pick<LogRow, 'doc' | 'at'>): LogRow =>
  nextRow(state, SEALING, stamp);

interface Writing {
  /** The first under which something new is written. */
  readonly clientId?: number | undefined;
  readonly bytes: Uint8Array;
  readonly origin: Pick<LogRow, 'person' | 'via' | 'ref'>;
}
type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A row of the log that was not written here. */
const take = (state: Loaded, { seq, via, ref, bytes }: LogRow): void => {
  state.merged.append(state.guard.admit(bytes));
  state.lazy.heard(bytes);
  state.since += bytes.length;
  state.assigned = seq;
  state.durable = seq;
  if (ref !== undefined) state.refs.add(ref);
  if (via === 'seal') state.ended = true;
};

/** Only measures when what was let in since the last time could have filled the document, or its history. */
export const isFull = (state: Loaded): boolean => {
  if (state.measured + state.since <= LIMITS.hardBytes) return false;
  // It never becomes shorter.
  if (state.merged.bytes > LIMITS.historyBytes) state.measured = Infinity;
  if (state.measured === Infinity) return true;
  const { title, text } = readDocument(state.lazy.doc());
  state.measured = Buffer.byteLength(title) + Buffer.byteLength(text);
  state.since = state.pending;
  return state.measured + state.since > LIMITS.hardBytes;
};
