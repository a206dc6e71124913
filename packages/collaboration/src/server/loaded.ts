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

export interface Loaded {
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
  checked: number;
  /** Acts of the server whose row was seen. */
  readonly refs: Set<string>;
  /** Whether the log ends with a row that seals it. */
  ended: boolean;
  /** A row that is counted in it is not in the log: it is about to be read anew, and nothing more is built on it. */
  lost: boolean;
  /** Settles when everything handed over so far is durable. */
  tail: Promise<void>;
  /** Text as last measured, and what was let in since. */
  measured: number;
  since: number;
  /** Bytes handed over and not durable yet. */
  pending: number;
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
  const state = fresh({ guard, merged, lazy: new LazyDocument(merged), owners: new Map(owners), kept });
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
  const next: Loaded = {
    ...state,
    guard,
    owners: new Map(owners),
    assigned: state.durable,
    lost: false,
    tail: Promise.resolve(),
    pending: 0,
  };
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
  { clients: [clientId] = [], bytes, origin }: Writing,
  stamp: Pick<LogRow, 'doc' | 'at'>,
): LogRow => {
  const { person, via, ref } = origin;
  return {
    ...stamp,
    seq: ++state.assigned,
    person,
    ...(clientId === undefined ? {} : { clientId }),
    ...(via === undefined ? {} : { via }),
    ...(ref === undefined ? {} : { ref }),
    bytes,
  };
};

// Who ends a log, and with what: an update of nothing.
const SEALING = { bytes: new Uint8Array([0, 0]), origin: { person: 'sys:seal', via: 'seal' } } as const;

export const sealingRow = (state: Loaded, stamp: Pick<LogRow, 'doc' | 'at'>): LogRow =>
  nextRow(state, SEALING, stamp);

interface Writing {
  readonly clients?: readonly number[];
  readonly bytes: Uint8Array;
  readonly origin: Pick<LogRow, 'person' | 'via' | 'ref'>;
}

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

type Beginning = Pick<Loaded, 'guard' | 'merged' | 'lazy' | 'owners' | 'kept'>;

const fresh = (beginning: Beginning): Loaded => ({
  ...beginning,
  assigned: beginning.kept,
  durable: beginning.kept,
  checked: 0,
  refs: new Set(),
  ended: false,
  lost: false,
  tail: Promise.resolve(),
  measured: 0,
  since: 0,
  pending: 0,
});

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
