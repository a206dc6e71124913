/** What a live document asks of its surroundings; the server binds these to its database. */

/** Why a row was written by the server on a person's behalf. */
export type Via = 'draft' | 'import' | 'rebound' | 'restore';

export interface LogRow {
  readonly doc: string;
  /** 1, 2, 3 … in each document, without holes; unique with `doc`. */
  readonly seq: number;
  readonly person: string;
  /** The leased id under which something new is written; absent when the row only deletes. */
  readonly clientId?: number;
  readonly at: Date;
  /** `seal` ends the log: an update of nothing, by nobody. */
  readonly via?: Via | 'seal';
  /** Which act of the server this row carries out, so that after a crash it is known to be done. */
  readonly ref?: string;
  readonly bytes: Uint8Array;
  /** Of the bytes that were here, as a seal writes digests, where they were destroyed and say nothing any more. */
  readonly digest?: string;
}

/** Another server wrote a row under this number first. Nothing of what was appended after it is there. */
export class SeqTaken extends Error {
  /** So many rows of the same append, before the one that was taken, are durable; null where nobody can tell. */
  readonly written: number | null;

  constructor(message: string, { written = null, cause }: { written?: number | null; cause?: unknown } = {}) {
    super(message, { cause });
    this.written = written;
  }
}

/** How servers that write in one text let each other pass. Nothing is lost with what is not heard, but patience. */
export interface TurnPorts {
  /** Tells the other servers that this one is to pass, within so long; nothing means that it did. */
  ask(doc: string, milliseconds: number): void;
  /** Answers what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  now(): number;
}

export interface UpdateLog {
  /** Rows of a document in order of `seq`: all of them, or those after one. */
  read(doc: string, after?: number): Promise<readonly LogRow[]>;
  /** Answers once every row is durable; rejects when one is not, with `SeqTaken` when one already exists under its `seq`. */
  append(rows: readonly LogRow[]): Promise<void>;
}

/** A document as its log made it up to one row. It only saves reading the rows: the log stays whole beside it. */
export interface Snapshot {
  readonly seq: number;
  readonly update: Uint8Array;
}

export interface Snapshots {
  read(doc: string): Promise<Snapshot | null>;
  /** In place of the one before. */
  keep(doc: string, snapshot: Snapshot): Promise<void>;
}

export interface Leases {
  /** Fresh ids below 2³², unique in the document for ever, persisted before they are answered. */
  lease(doc: string, person: string, count: number): Promise<readonly number[]>;
  /** Every id ever leased in the document, and to whom. */
  ownersOf(doc: string): Promise<ReadonlyMap<number, string>>;
}

export interface Clock {
  now(): Date;
}
