/**
 * One open document: verify, cut, append durably with everybody else's rows, and only then relay and acknowledge. When
 * an append fails the document forgets what is not in the log, reads it again under a higher epoch and tells its
 * listeners to resynchronise. When another server wrote the next row first, it reads that row and judges anew what it
 * was about to write. No Yjs document is needed for any of this; one is made when somebody asks for the text.
 */
import { passagesOf } from '../document/passages.ts';
import { readDocument, type PlainText } from '../document/read-document.ts';
import { done, type Outcome } from '../outcome.ts';
import type {
  DocumentPorts,
  JoinAnswer,
  JoinRequest,
  Origin,
  Receipt,
  SealedDocument,
  UpdateFailure,
} from './document-terms.ts';
import { failure } from './document-terms.ts';
import type { Admitted } from './guard.ts';
import { Audible } from './audible.ts';
import type { Loaded } from './loaded.ts';
import { isFull, learn, nextRow, readBehind, readLoaded, readSince, readTail, sealingRow } from './loaded.ts';
import { differingRows, keepSnapshot } from './keeping.ts';
import { SeqTaken, type LogRow } from './ports.ts';
import { Room } from './room.ts';
import { createPen, type Pen } from './server-pen.ts';
import { readStateVector } from './state-vector.ts';

const MOST_LEASED = 4;

/** `lost` is to be called when its row is not in the log, before anybody else can hear of it. */
type Sent = { readonly update: Uint8Array; readonly origin: Origin; readonly lost: () => void };
type Judged = Outcome<Receipt, UpdateFailure> | null;

export class LiveDocument extends Audible {
  readonly id: string;
  readonly #ports: DocumentPorts;
  #loading: Promise<Loaded> | null = null;
  #loaded: Loaded | null = null;
  #epoch = 0;
  #sealed: boolean;
  /** The record says so, or the log: nothing more is to be written down for it. */
  #ended: boolean;
  #sealing: Promise<SealedDocument> | null = null;
  #closed = false;
  #lastUsed: number;
  #pen: Pen | null = null;
  #room: Room | null = null;
  #following: Promise<void> | null = null;
  #wanted = 0;

  constructor(id: string, ports: DocumentPorts, sealed = false) {
    super();
    this.id = id;
    this.#ports = ports;
    this.#sealed = sealed;
    this.#ended = sealed;
    this.#lastUsed = ports.clock.now().getTime();
  }

  /** What the server writes for a person: one update under a fresh id leased to that person, its row marked. */
  get writeFor(): Pen {
    const lease = (person: string) => this.#ports.leases.lease(this.id, person, 1);
    this.#pen ??= createPen({ lease, open: () => this.#open(), receive: this.receive.bind(this) });
    return this.#pen;
  }

  get sealed(): boolean {
    return this.#sealed;
  }

  /** Nobody listens, nothing is under way, and nothing was asked since `before`. */
  isIdle(before: Date): boolean {
    return !this.hasListeners && this.isQuiet(before);
  }

  /** Gives its memory back when nothing was asked since `before`; whoever listens still hears what comes. */
  rest(before: Date): boolean {
    if (this.#loaded === null || this.#loaded.lazy.isInOrder || !this.isQuiet(before)) return false;
    this.#loaded = null;
    if (this.#room?.isEmpty === true) this.#room = null;
    return true;
  }

  /** Nothing is under way, and nothing was asked since `before`. */
  isQuiet(before: Date): boolean {
    const settled = this.#loaded === null || this.#loaded.assigned === this.#loaded.durable;
    return settled && this.#loading === null && this.#lastUsed < before.getTime();
  }

  /** After this the document answers nothing more; another one may take its place. */
  close(): void {
    this.#closed = true;
    this.#loaded = null;
    this.deafen();
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
    // Leased by another server, to a page that has come over to this one.
    if ([...known.keys()].some((id) => !state.owners.has(id))) await this.#learnOwners();
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

  #door(): Room {
    this.#room ??= new Room({
      open: () => this.#open(),
      settled: () => this.#settled(),
      passing: () => this.#ports.turns?.waiting(this.id) ?? null,
    });
    return this.#room;
  }

  async receive(update: Uint8Array, origin: Origin): Promise<Outcome<Receipt, UpdateFailure>> {
    const judge = (state: Loaded, lost: () => void) => this.#judge(state, { update, origin, lost });
    const room = this.#door();
    let answer = await room.enter(judge);
    const isUnknown = answer?.ok === false && answer.failure.code === 'unknown-client';
    if (isUnknown && (await this.#learnOwners())) answer = await room.enter(judge);
    return answer ?? failure('append-failed', 'other servers were always faster');
  }

  /**
   * Null when what is known here is overtaken, by another server or a failed append: the update is judged anew. Until
   * the hand-over nothing waits in here, so that rows keep the order in which they were verified.
   */
  async #judge(state: Loaded, sent: Sent): Promise<Judged> {
    const { update, origin } = sent;
    if (state.lost) return null;
    if (this.#sealed) return failure('idea-sealed', this.id);
    // Another server was asked the same and was faster.
    if (origin.ref !== undefined && state.refs.has(origin.ref))
      return done({ seq: state.durable, fresh: false });
    const ownerOf = (clientId: number) => state.owners.get(clientId);
    const sender = { person: origin.person, ownerOf, mayOnlyDelete: isFull(state) };
    const verdict = state.guard.verify(update, sender);
    if (!verdict.ok) return failure(verdict.failure.code, verdict.failure.detail);
    return this.#append(state, verdict.value, sent);
  }

  /** For an update that came after the seal: form and ownership, so that the caller may keep it as late. */
  async checkLate(update: Uint8Array, person: string): Promise<Outcome<null, UpdateFailure>> {
    const { guard, owners } = await this.#open();
    const judge = () => guard.inspect(update, { person, ownerOf: (clientId) => owners.get(clientId) });
    let verdict = judge();
    if (!verdict.ok && (await this.#learnOwners())) verdict = judge();
    return verdict.ok ? done(null) : failure(verdict.failure.code, verdict.failure.detail);
  }

  /** Ids that another server leased; whether there were any. */
  async #learnOwners(): Promise<boolean> {
    const leased = await this.#ports.leases.ownersOf(this.id);
    return learn((await this.#open()).owners, leased);
  }

  /** Another server wrote rows up to `seq`, or may have: what is missing here is read and told, if anybody listens. */
  follow(seq: number = Infinity): Promise<void> {
    this.#wanted = Math.max(this.#wanted, seq);
    this.#following ??= this.#follow().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #follow(): Promise<void> {
    while (this.#wanted > 0) {
      const wanted = this.#wanted;
      this.#wanted = 0;
      if (this.#closed || (this.#loaded === null && !this.hasListeners)) return;
      const state = await this.#settled();
      if (state.durable >= wanted || state.ended) continue;
      const tail = await readTail(this.id, this.#ports, state);
      if (this.#loaded !== state || state.assigned !== state.durable) {
        // Somebody wrote here meanwhile: she was told of those rows, or they are read anew.
        this.#wanted = Math.max(this.#wanted, wanted);
        continue;
      }
      this.tellRows(tail(state));
      this.#endWith(state);
    }
  }

  async read(): Promise<PlainText & { readonly seq: number }> {
    const { lazy, durable } = await this.#open();
    return { ...readDocument(lazy.doc()), seq: durable };
  }

  async passages(): Promise<readonly string[]> {
    return passagesOf((await this.#open()).lazy.doc());
  }

  /** What the rows after `seq` hold, as one update: for a listener who could not follow. */
  since(seq: number): Promise<{ readonly update: Uint8Array; readonly seq: number }> {
    return readSince(this.id, this.#ports.log, seq);
  }

  /** Keeps a snapshot when many rows came since the last one; answers whether it did. Never waited for by a writer. */
  async keepSnapshot(): Promise<boolean> {
    return this.#loaded !== null && keepSnapshot(this.id, this.#ports, this.#loaded);
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
      const row = sealingRow(state, this.#stamp());
      try {
        await (state.tail = this.#ports.commit.append(row, () => (state.lost = true)));
        state.durable = row.seq;
        state.ended = true;
        this.#ended = true;
        this.#ports.turns?.passed(this.id);
      } catch (reason) {
        if (reason instanceof SeqTaken) this.#giveWay(state);
        else {
          this.#drop(state);
          throw reason;
        }
      }
      state = await this.#settled();
    }
    if (first) this.tell({ kind: 'sealed', seq: state.durable });
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
    const rows = await differingRows(this.id, this.#ports, state);
    if (rows === null) return true;
    state.lazy.follow(rows);
    this.#resync();
    return false;
  }

  async #append(state: Loaded, { bytes, clients, fresh }: Admitted, { origin, lost }: Sent): Promise<Judged> {
    if (bytes === null) {
      // What it repeats may still be on its way to the log, so the answer waits for it.
      const failed: unknown = await state.tail.then(
        () => null,
        (reason: unknown) => reason,
      );
      if (failed === null) return done({ seq: state.durable, fresh: false });
      return failed instanceof SeqTaken ? null : failure('append-failed', 'what it relies on was lost');
    }
    const row = nextRow(state, { clientId: clients[0], bytes, origin }, this.#stamp());
    state.since += bytes.length;
    state.pending += bytes.length;
    try {
      await (state.tail = this.#ports.commit.append(row, () => {
        state.lost = true;
        lost();
      }));
    } catch (reason) {
      if (reason instanceof SeqTaken) {
        this.#giveWay(state);
        return null;
      }
      this.#drop(state);
      return failure('append-failed', reason instanceof Error ? reason.message : 'the log did not answer');
    }
    this.#ports.turns?.passed(this.id);
    state.durable = row.seq;
    state.pending -= bytes.length;
    if (row.ref !== undefined) state.refs.add(row.ref);
    if (this.#loaded === state) {
      state.merged.append(fresh);
      state.lazy.heard(bytes);
      this.tellRows([row], origin.from);
    }
    return done({ seq: row.seq, fresh: true });
  }

  #drop(state: Loaded): void {
    if (this.#loaded !== state) return;
    this.#loaded = null;
    this.#resync();
  }

  #resync(): void {
    this.#epoch = Math.max(this.#epoch + 1, this.#ports.clock.now().getTime());
    this.tell({ kind: 'resync', epoch: this.#epoch });
  }

  /** Another server's rows come first: they are read, told to whoever listens, and built upon. */
  #giveWay(state: Loaded): void {
    if (this.#loaded !== state) return;
    this.#ports.turns?.overtaken(this.id);
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
    this.tellRows(rows);
    this.#endWith(next);
    return next;
  }

  /** A log that ends with a seal takes nothing more, whichever server wrote it. */
  #endWith({ ended, durable }: Loaded): void {
    if (!ended || this.#ended) return;
    const heard = this.#sealed;
    this.#sealed = true;
    this.#ended = true;
    if (!heard) this.tell({ kind: 'sealed', seq: durable });
  }

  #stamp(): { readonly doc: string; readonly at: Date } {
    return { doc: this.id, at: this.#ports.clock.now() };
  }

  /** Concurrent loads share one promise; one that failed is forgotten, so that the next asks again. */
  async #open(): Promise<Loaded> {
    if (this.#closed) throw new Error(`document ${this.id} is closed`);
    this.#lastUsed = this.#ports.clock.now().getTime();
    if (this.#loaded !== null) return this.#loaded;
    this.#loading ??= this.#read()
      .then(({ state, unheard }) => {
        this.#loaded = state;
        this.tellRead(unheard, state.durable);
        this.#endWith(state);
        return state;
      })
      .finally(() => {
        this.#loading = null;
      });
    return this.#loading;
  }

  async #read(): Promise<{ readonly state: Loaded; readonly unheard: readonly LogRow[] }> {
    // An epoch is never used twice, not even by the next process; one that only rested goes on.
    if (this.#epoch === 0) this.#epoch = this.#ports.clock.now().getTime();
    const state = await readLoaded(this.id, this.#ports);
    return { state, unheard: await this.missed(this.id, this.#ports.log, state.durable) };
  }
}
