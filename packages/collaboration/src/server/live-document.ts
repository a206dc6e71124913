/**
 * One open document: verify, cut, append durably with everybody else's rows, and only then relay and acknowledge. When
 * an append fails the document forgets what is not in the log, reads it again under a higher epoch and tells its
 * listeners to resynchronise. No Yjs document is needed for any of this; one is made when somebody asks for the text.
 */

import * as Y from 'yjs';
import { LIMITS } from '../document/limits.ts';
import type { PlainText } from '../document/read-document.ts';
import { readDocument } from '../document/read-document.ts';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import { isTransient } from '../transient.ts';
import { mergeMany } from '../update/merge-many.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Admitted, Guard, GuardCode } from './guard.ts';
import { createGuard } from './guard.ts';
import { LazyDocument } from './lazy-document.ts';
import { MergedUpdates } from './merged-updates.ts';
import type { Clock, Leases, LogRow, Snapshots, UpdateLog, Via } from './ports.ts';
import { readStateVector } from './state-vector.ts';

export interface DocumentPorts {
  readonly log: Pick<UpdateLog, 'read'>;
  /** Without them every load reads the whole log. */
  readonly snapshots?: Snapshots;
  readonly leases: Leases;
  readonly commit: GroupCommit;
  readonly clock: Clock;
  readonly createGuard?: () => Guard;
}

export type UpdateCode = GuardCode | 'append-failed' | 'idea-sealed' | 'malformed-vector';

export interface UpdateFailure {
  readonly code: UpdateCode;
  readonly detail: string;
  /** The client keeps its document, joins again and sends what the server lacks. */
  readonly transient: boolean;
}

export interface Receipt {
  /** Everything up to this row is durable, the update included. */
  readonly seq: number;
  /** Whether a row was written; false when all of it was known already. */
  readonly fresh: boolean;
}

export interface Origin {
  readonly person: string;
  /** The connection it came on, so that the relay can leave it out. */
  readonly from?: string;
  readonly via?: Via;
  readonly ref?: string;
}

export interface JoinRequest {
  readonly person: string;
  /** The client's state vector; empty bytes for nothing. */
  readonly vector: Uint8Array;
  /** How many client ids to lease: four at a first join, none for a reader. */
  readonly lease: number;
}

export interface JoinAnswer {
  readonly update: Uint8Array;
  readonly vector: Uint8Array;
  readonly seq: number;
  readonly epoch: number;
  readonly lease: readonly number[];
  readonly sealed: boolean;
}

export type DocumentNews =
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly seq: number; readonly from?: string }
  | { readonly kind: 'resync'; readonly epoch: number }
  | { readonly kind: 'sealed'; readonly seq: number };

export interface SealedDocument extends PlainText {
  readonly logRows: number;
}

interface Loaded {
  readonly guard: Guard;
  /** What is durable. */
  readonly merged: MergedUpdates;
  readonly lazy: LazyDocument;
  readonly owners: Map<number, string>;
  readonly epoch: number;
  /** The last row handed to the commit, and the last known to be durable. */
  assigned: number;
  durable: number;
  /** The last row that a kept snapshot holds. */
  kept: number;
  /** Settles when everything handed over so far is durable. */
  tail: Promise<void>;
  /** Text as last measured, and what was let in since. */
  measured: number;
  since: number;
  /** Bytes handed over and not durable yet. */
  pending: number;
}

const MOST_LEASED = 4;
/** So many rows behind a snapshot are read with it rather than merged anew. */
const TAIL_ROWS = 200;
const NOTHING: ReadonlyMap<number, number> = new Map();
const failure = (code: UpdateCode, detail: string): { readonly ok: false; readonly failure: UpdateFailure } =>
  refuse({ code, detail, transient: isTransient(code) });

export class LiveDocument {
  readonly id: string;
  readonly #ports: DocumentPorts;
  readonly #listeners = new Set<(news: DocumentNews) => void>();
  #loading: Promise<Loaded> | null = null;
  #loaded: Loaded | null = null;
  #epoch = 0;
  #sealed: boolean;
  #closed = false;
  #lastUsed: Date;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(id: string, ports: DocumentPorts, sealed = false) {
    this.id = id;
    this.#ports = ports;
    this.#sealed = sealed;
    this.#lastUsed = ports.clock.now();
  }

  get sealed(): boolean {
    return this.#sealed;
  }

  /** Nobody listens, nothing is under way, and nothing was asked since `before`. */
  isIdle(before: Date): boolean {
    return this.#listeners.size === 0 && this.#isQuiet(before);
  }

  /** Gives its memory back when nothing was asked since `before`; whoever listens still hears what comes. */
  rest(before: Date): boolean {
    if (this.#loaded === null || !this.#isQuiet(before)) return false;
    this.#loaded = null;
    return true;
  }

  #isQuiet(before: Date): boolean {
    const settled = this.#loaded === null || this.#loaded.assigned === this.#loaded.durable;
    return settled && this.#loading === null && this.#lastUsed < before;
  }

  /** After this the document answers nothing more; another one may take its place. */
  close(): void {
    this.#closed = true;
    this.#loaded = null;
    this.#listeners.clear();
  }

  subscribe(listener: (news: DocumentNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<void> {
    await this.#open();
  }

  async join({ person, vector, lease }: JoinRequest): Promise<Outcome<JoinAnswer, UpdateFailure>> {
    const known = readStateVector(vector);
    if (known === null) return failure('malformed-vector', 'state vector cannot be read');
    const wanted = this.#sealed ? 0 : Math.min(lease, MOST_LEASED);
    await this.#open();
    const ids = wanted === 0 ? [] : await this.#ports.leases.lease(this.id, person, wanted);
    const state = await this.#open();
    for (const id of ids) state.owners.set(id, person);
    return done({
      update: state.merged.since(known),
      vector: state.merged.vector(),
      seq: state.durable,
      epoch: state.epoch,
      lease: ids,
      sealed: this.#sealed,
    });
  }

  /** Client ids leased in this document, and to whom. */
  async owners(): Promise<ReadonlyMap<number, string>> {
    return (await this.#open()).owners;
  }

  async receive(update: Uint8Array, origin: Origin): Promise<Outcome<Receipt, UpdateFailure>> {
    const state = await this.#open();
    if (this.#sealed) return failure('idea-sealed', this.id);
    // From here to the hand-over nothing waits, so that rows keep the order in which they were verified.
    const verdict = state.guard.verify(update, {
      person: origin.person,
      ownerOf: (clientId) => state.owners.get(clientId),
      mayOnlyDelete: this.#isFull(state),
    });
    if (!verdict.ok) return failure(verdict.failure.code, verdict.failure.detail);
    return this.#append(state, verdict.value, origin);
  }

  /** For an update that came after the seal: form and ownership, so that the caller may keep it as late. */
  async checkLate(update: Uint8Array, person: string): Promise<Outcome<null, UpdateFailure>> {
    const { guard, owners } = await this.#open();
    const verdict = guard.inspect(update, { person, ownerOf: (clientId) => owners.get(clientId) });
    return verdict.ok ? done(null) : failure(verdict.failure.code, verdict.failure.detail);
  }

  /** What the server writes for a person: one update under a fresh id leased to that person, its row marked. */
  writeFor(
    by: { readonly person: string; readonly via: Via; readonly ref?: string },
    mutate: (doc: Y.Doc) => void,
  ): Promise<Outcome<Receipt, UpdateFailure>> {
    // One after the other: a change is made against the durable text, so the one before has to be in it.
    const mine = this.#turn.then(() => this.#writeFor(by, mutate));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #writeFor(
    by: { readonly person: string; readonly via: Via; readonly ref?: string },
    mutate: (doc: Y.Doc) => void,
  ): Promise<Outcome<Receipt, UpdateFailure>> {
    const { person } = by;
    const [clientId] = await this.#ports.leases.lease(this.id, person, 1);
    if (clientId === undefined) throw new Error('no client id was leased');
    const state = await this.#open();
    state.owners.set(clientId, person);
    const draft = state.lazy.copy();
    const before = Y.encodeStateVector(draft);
    draft.clientID = clientId;
    draft.transact(() => mutate(draft));
    const update = Y.encodeStateAsUpdate(draft, before);
    draft.destroy();
    return this.receive(update, by);
  }

  async read(): Promise<PlainText & { readonly seq: number }> {
    const state = await this.#open();
    return { ...readDocument(state.lazy.doc()), seq: state.durable };
  }

  /** What the rows after `seq` hold, as one update: for a listener who could not follow. */
  async since(seq: number): Promise<{ readonly update: Uint8Array; readonly seq: number }> {
    const rows = await this.#ports.log.read(this.id, seq);
    return { update: mergeMany(rows.map(({ bytes }) => bytes)), seq: rows.at(-1)?.seq ?? seq };
  }

  /** Keeps a snapshot when many rows came since the last one; answers whether it did. Never waited for by a writer. */
  async keepSnapshot(): Promise<boolean> {
    const state = this.#loaded;
    const { snapshots } = this.#ports;
    if (state === null || snapshots === undefined || state.durable - state.kept < TAIL_ROWS) return false;
    const seq = state.durable;
    state.kept = seq;
    await snapshots.keep(this.id, { seq, update: state.merged.since(NOTHING) });
    return true;
  }

  /** From the first call on nothing more is accepted; answers when all that was accepted is durable. */
  async seal(): Promise<SealedDocument> {
    const first = !this.#sealed;
    this.#sealed = true;
    let state = await this.#open();
    while (state.assigned !== state.durable || state !== this.#loaded) {
      await state.tail.catch(() => undefined);
      state = await this.#open();
    }
    if (first) this.#tell({ kind: 'sealed', seq: state.durable });
    return { ...readDocument(state.lazy.doc()), logRows: state.durable };
  }

  async #append(state: Loaded, admitted: Admitted, origin: Origin): Promise<Outcome<Receipt, UpdateFailure>> {
    if (admitted.bytes === null) {
      // What it repeats may still be on its way to the log, so the answer waits for it.
      const durable = await state.tail.then(
        () => true,
        () => false,
      );
      return durable
        ? done({ seq: state.durable, fresh: false })
        : failure('append-failed', 'what it relies on was lost');
    }
    const row = this.#row(state, admitted, admitted.bytes, origin);
    state.since += row.bytes.length;
    state.pending += row.bytes.length;
    const appended = this.#ports.commit.append(row);
    state.tail = appended;
    try {
      await appended;
    } catch (reason) {
      this.#drop(state);
      return failure('append-failed', reason instanceof Error ? reason.message : 'the log did not answer');
    }
    state.durable = row.seq;
    state.pending -= row.bytes.length;
    if (this.#loaded === state) {
      state.merged.append(admitted.fresh);
      state.lazy.heard(row.bytes);
      const from = origin.from === undefined ? {} : { from: origin.from };
      this.#tell({ kind: 'update', bytes: row.bytes, seq: row.seq, ...from });
    }
    return done({ seq: row.seq, fresh: true });
  }

  #row(state: Loaded, admitted: Admitted, bytes: Uint8Array, { person, via, ref }: Origin): LogRow {
    const clientId = admitted.clients[0];
    return {
      doc: this.id,
      seq: ++state.assigned,
      person,
      ...(clientId === undefined ? {} : { clientId }),
      at: this.#ports.clock.now(),
      ...(via === undefined ? {} : { via }),
      ...(ref === undefined ? {} : { ref }),
      bytes,
    };
  }

  /** Only measures when what was let in since the last time could have filled the document. */
  #isFull(state: Loaded): boolean {
    if (state.measured + state.since <= LIMITS.hardBytes) return false;
    const { title, text } = readDocument(state.lazy.doc());
    state.measured = Buffer.byteLength(title) + Buffer.byteLength(text);
    state.since = state.pending;
    return state.measured + state.since > LIMITS.hardBytes;
  }

  #drop(state: Loaded): void {
    if (this.#loaded !== state) return;
    this.#loaded = null;
    this.#epoch = Math.max(this.#epoch + 1, this.#ports.clock.now().getTime());
    this.#tell({ kind: 'resync', epoch: this.#epoch });
  }

  #tell(news: DocumentNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Concurrent loads share one promise; one that failed is forgotten, so that the next asks again. */
  async #open(): Promise<Loaded> {
    if (this.#closed) throw new Error(`document ${this.id} is closed`);
    this.#lastUsed = this.#ports.clock.now();
    if (this.#loaded !== null) return this.#loaded;
    this.#loading ??= this.#read()
      .then((state) => (this.#loaded = state))
      .finally(() => {
        this.#loading = null;
      });
    return this.#loading;
  }

  async #read(): Promise<Loaded> {
    // Before the owners: whoever wrote a row was leased its id earlier.
    const snapshot = (await this.#ports.snapshots?.read(this.id)) ?? null;
    const kept = snapshot?.seq ?? 0;
    const rows = await this.#ports.log.read(this.id, kept);
    const owners = await this.#ports.leases.ownersOf(this.id);
    const guard = (this.#ports.createGuard ?? createGuard)();
    const merged = new MergedUpdates();
    if (snapshot !== null) merged.append(guard.admit(snapshot.update));
    for (const { bytes } of rows) merged.append(guard.admit(bytes));
    // An epoch is never used twice, not even by the next process; one that only rested goes on.
    if (this.#epoch === 0) this.#epoch = this.#ports.clock.now().getTime();
    const durable = rows.at(-1)?.seq ?? kept;
    return {
      guard,
      merged,
      lazy: new LazyDocument(merged),
      owners: new Map(owners),
      epoch: this.#epoch,
      assigned: durable,
      durable,
      kept,
      tail: Promise.resolve(),
      measured: 0,
      since: merged.size,
      pending: 0,
    };
  }
}
