/**
 * One open document: verify, cut, append durably with everybody else's rows, and only then relay and acknowledge. When
 * an append fails the document forgets what is not in the log, reads it again under a higher epoch and tells its
 * listeners to resynchronise. When another server wrote the next row first, it reads that row and judges anew what it
 * was about to write. No Yjs document is needed for any of this; one is made when somebody asks for the text.
 */

import type * as Y from 'yjs';
import { passagesOf } from '../document/passages.ts';
import type { PlainText } from '../document/read-document.ts';
import { readDocument } from '../document/read-document.ts';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import { isTransient } from '../transient.ts';
import { agreesInSlices } from './replay-log.ts';
import { mergeMany } from '../update/merge-many.ts';
import type {
  DocumentNews,
  DocumentPorts,
  JoinAnswer,
  JoinRequest,
  Origin,
  Receipt,
  SealedDocument,
  UpdateCode,
  UpdateFailure,
} from './document-terms.ts';
import type { Admitted } from './guard.ts';
import type { Loaded } from './loaded.ts';
import { isFull, readBehind, readLoaded } from './loaded.ts';
import type { LogRow, Via } from './ports.ts';
import { SeqTaken } from './ports.ts';
import { readStateVector } from './state-vector.ts';

const MOST_LEASED = 4;
/** So many rows behind a snapshot are read with it rather than merged anew. */
const TAIL_ROWS = 200;
/** So often in a row may other servers be faster before the page is told to send again. */
const MOST_TRIES = 50;
/** Who ends a log, and with what: an update of nothing. */
const SEALER = 'sys:seal';
const SEAL = new Uint8Array([0, 0]);
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
  /** The record says so, or the log: nothing more is to be written down for it. */
  #ended: boolean;
  #sealing: Promise<SealedDocument> | null = null;
  #closed = false;
  #lastUsed: Date;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(id: string, ports: DocumentPorts, sealed = false) {
    this.id = id;
    this.#ports = ports;
    this.#sealed = sealed;
    this.#ended = sealed;
    this.#lastUsed = ports.clock.now();
  }

  get sealed(): boolean {
    return this.#sealed;
  }

  /** Nobody listens, nothing is under way, and nothing was asked since `before`. */
  isIdle(before: Date): boolean {
    return this.#listeners.size === 0 && this.isQuiet(before);
  }

  /** Gives its memory back when nothing was asked since `before`; whoever listens still hears what comes. */
  rest(before: Date): boolean {
    if (this.#loaded === null || this.#loaded.lazy.isInOrder || !this.isQuiet(before)) return false;
    this.#loaded = null;
    return true;
  }

  /** Nothing is under way, and nothing was asked since `before`. */
  isQuiet(before: Date): boolean {
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
    const inOrder = state.lazy.isInOrder && known.size === 0 ? await this.#ports.log.read(this.id) : [];
    return done({
      rows: inOrder.map(({ bytes }) => bytes),
      update: state.merged.since(known),
      vector: state.merged.vector(),
      seq: state.durable,
      epoch: this.#epoch,
      lease: ids,
      sealed: this.#sealed,
    });
  }

  /** Client ids leased in this document, and to whom. */
  async owners(): Promise<ReadonlyMap<number, string>> {
    return (await this.#open()).owners;
  }

  async receive(update: Uint8Array, origin: Origin): Promise<Outcome<Receipt, UpdateFailure>> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await this.#judge(update, origin);
      if (answer !== null) return answer;
    }
    return failure('append-failed', 'other servers were always faster');
  }

  /** Null when another server wrote the next row first: what it wrote is known now, and the update is judged anew. */
  async #judge(update: Uint8Array, origin: Origin): Promise<Outcome<Receipt, UpdateFailure> | null> {
    const state = await this.#open();
    if (this.#sealed) return failure('idea-sealed', this.id);
    // From here to the hand-over nothing waits, so that rows keep the order in which they were verified.
    const verdict = state.guard.verify(update, {
      person: origin.person,
      ownerOf: (clientId) => state.owners.get(clientId),
      mayOnlyDelete: isFull(state),
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
    return this.receive(state.lazy.changedBy(clientId, mutate), by);
  }

  async read(): Promise<PlainText & { readonly passages: readonly string[]; readonly seq: number }> {
    const { lazy, durable } = await this.#open();
    return { ...readDocument(lazy.doc()), passages: passagesOf(lazy.doc()), seq: durable };
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
    // The row that seals is always read; and what the merged rows say has to be what the rows say.
    if (state.ended || state.lazy.isInOrder) return false;
    const seq = state.durable;
    state.kept = seq;
    await snapshots.keep(this.id, { seq, update: state.merged.since(NOTHING) });
    return true;
  }

  /**
   * From the first call on nothing more is accepted; answers when all that was accepted is durable, and behind it a row
   * that ends the log: what another server tries to write after it is overtaken, sees it, and is late.
   */
  seal(): Promise<SealedDocument> {
    this.#sealing ??= this.#seal().finally(() => {
      this.#sealing = null;
    });
    return this.#sealing;
  }

  async #seal(): Promise<SealedDocument> {
    const first = !this.#sealed;
    this.#sealed = true;
    let state = await this.#settled();
    while (!this.#ended) {
      const row = this.#row(state, { clients: [] }, SEAL, { person: SEALER, via: 'seal' });
      try {
        await this.#ports.commit.append(row);
        state.durable = row.seq;
        state.ended = true;
        this.#ended = true;
      } catch (reason) {
        if (reason instanceof SeqTaken) this.#giveWay(state);
        else {
          this.#drop(state);
          throw reason;
        }
      }
      state = await this.#settled();
    }
    if (first) this.#tell({ kind: 'sealed', seq: state.durable });
    await this.#compare(state);
    return { ...readDocument(state.lazy.doc()), logRows: state.durable };
  }

  /** With nothing on its way to the log. */
  async #settled(): Promise<Loaded> {
    let state = await this.#open();
    while (state.assigned !== state.durable || state !== this.#loaded) {
      await state.tail.catch(() => undefined);
      state = await this.#open();
    }
    return state;
  }

  /**
   * Compares the text with what the log says in its order, when rows came since the last time; a text that says
   * something else is put right, and its pages are told to come again. Answers whether it had to be.
   */
  async check(): Promise<boolean> {
    const state = this.#loaded;
    return state !== null && state.assigned === state.durable && !(await this.#compare(state));
  }

  async #compare(state: Loaded): Promise<boolean> {
    const { checked, durable } = state;
    if (checked === durable || state.lazy.isInOrder) return true;
    state.checked = durable;
    const merged = state.merged.since(NOTHING);
    const rows = (await this.#ports.log.read(this.id)).filter(({ seq }) => seq <= durable);
    const bytes = rows.map((row) => row.bytes);
    if (await agreesInSlices(merged, bytes)) return true;
    state.lazy.follow(bytes);
    this.#resync();
    return false;
  }

  async #append(
    state: Loaded,
    admitted: Admitted,
    origin: Origin,
  ): Promise<Outcome<Receipt, UpdateFailure> | null> {
    if (admitted.bytes === null) {
      // What it repeats may still be on its way to the log, so the answer waits for it.
      const lost: unknown = await state.tail.then(
        () => null,
        (reason: unknown) => reason,
      );
      if (lost === null) return done({ seq: state.durable, fresh: false });
      return lost instanceof SeqTaken ? null : failure('append-failed', 'what it relies on was lost');
    }
    const row = this.#row(state, admitted, admitted.bytes, origin);
    state.since += row.bytes.length;
    state.pending += row.bytes.length;
    const appended = this.#ports.commit.append(row);
    state.tail = appended;
    try {
      await appended;
    } catch (reason) {
      if (reason instanceof SeqTaken) {
        this.#giveWay(state);
        return null;
      }
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

  #row(
    state: Loaded,
    { clients: [clientId] }: Pick<Admitted, 'clients'>,
    bytes: Uint8Array,
    { person, via, ref }: Pick<LogRow, 'person' | 'via' | 'ref'>,
  ): LogRow {
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

  #drop(state: Loaded): void {
    if (this.#loaded !== state) return;
    this.#loaded = null;
    this.#resync();
  }

  #resync(): void {
    this.#epoch = Math.max(this.#epoch + 1, this.#ports.clock.now().getTime());
    this.#tell({ kind: 'resync', epoch: this.#epoch });
  }

  /** Another server's rows come first: they are read, told to whoever listens, and built upon. */
  #giveWay(state: Loaded): void {
    if (this.#loaded !== state) return;
    this.#loaded = null;
    this.#loading = this.#behind(state).finally(() => {
      this.#loading = null;
    });
    // Who waits for it hears of it; when nobody does, the next who asks reads the log again.
    this.#loading.catch(() => undefined);
  }

  async #behind(state: Loaded): Promise<Loaded> {
    const { next, rows } = await readBehind(this.id, this.#ports, state);
    this.#loaded = next;
    for (const { bytes, seq, via } of rows) if (via !== 'seal') this.#tell({ kind: 'update', bytes, seq });
    this.#endWith(next);
    return next;
  }

  /** A log that ends with a seal takes nothing more, whichever server wrote it. */
  #endWith({ ended, durable }: Loaded): void {
    if (!ended || this.#ended) return;
    const heard = this.#sealed;
    this.#sealed = true;
    this.#ended = true;
    if (!heard) this.#tell({ kind: 'sealed', seq: durable });
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
      .then((state) => {
        this.#loaded = state;
        this.#endWith(state);
        return state;
      })
      .finally(() => {
        this.#loading = null;
      });
    return this.#loading;
  }

  #read(): Promise<Loaded> {
    // An epoch is never used twice, not even by the next process; one that only rested goes on.
    if (this.#epoch === 0) this.#epoch = this.#ports.clock.now().getTime();
    return readLoaded(this.id, this.#ports);
  }
}
