/**
 * One person's hold on an idea's text in one page: owns the document, sends what is typed, shows as saved only what
 * the server acknowledged, heals itself after cuts and rollbacks, and never lets text vanish: refused text comes back
 * as a recovered draft, text after the seal is sent as late.
 */

import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { LIMITS } from '../document/limits.ts';
import { newDocument } from '../document/new-document.ts';
import type { PlainText } from '../document/read-document.ts';
import { readDocument } from '../document/read-document.ts';
import { CAUSAL_CODES, isTransient } from '../transient.ts';
import type { Carets } from './caret.ts';
import { createCarets } from './caret.ts';
import { createHeardRows } from './heard-rows.ts';
import type { NamedTimers } from './named-timers.ts';
import { createNamedTimers } from './named-timers.ts';
import type { Outbox, Parcel } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import type { SessionEvent, SessionState } from './session-states.ts';
import { SESSION_TABLE } from './session-states.ts';
import type { Acknowledged, Joined, Timers, Transport, TransportFailure } from './transport.ts';
import { realTimers } from './transport.ts';

export interface SessionOptions {
  readonly transport: Transport;
  /** False for a reader: no client id is asked for, nothing is sent. */
  readonly write: boolean;
  /** Ids leased earlier and never used, kept on the device; each page load uses up the first. */
  readonly spareIds?: readonly number[];
  /** Called when the unused ids change, so that they may be kept. */
  readonly onSpareIds?: (ids: readonly number[]) => void;
  /** The whole text as it stood here when the server refused it. */
  readonly onRecovered?: (draft: PlainText, reason: string) => void;
  /** The text as it stood here; the server keeps what came after the seal apart, as late. */
  readonly onLate?: (draft: PlainText) => void;
  /** What an editor threw while it followed a change of somebody else; rethrown apart when not given. */
  readonly onFault?: (fault: unknown) => void;
  readonly timers?: Timers;
  readonly now?: () => Date;
  /** What is typed within this time goes out as one message. */
  readonly batchMilliseconds?: number;
}

export interface SessionStatus {
  readonly state: SessionState;
  /** Whether the editor may take keys. */
  readonly writable: boolean;
  /** Messages the server has not acknowledged; zero means saved. */
  readonly unsent: number;
  readonly savedAt: Date | null;
  /** Everything up to this row of the log is in the document. */
  readonly seq: number;
  /** Grows when `doc` is another one, so that the editor is built again. */
  readonly generation: number;
}

const LEASED = 4;
const HOLE_MILLISECONDS = 1_000;
const LATE_MILLISECONDS = 3_000;
const RETRY_MILLISECONDS: readonly number[] = [0, 250, 1_000, 3_000, 10_000];
/** So often may a causal refusal come back without any progress between. */
const CAUSAL_PATIENCE = 3;
const REMOTE = 'butinerie:remote';

const rethrow = (fault: unknown): void => {
  queueMicrotask(() => {
    throw fault;
  });
};

export class IdeaSession {
  readonly #options: SessionOptions;
  readonly #timers: NamedTimers;
  readonly #outbox: Outbox = createOutbox(LIMITS.updateBytes);
  readonly #subscribers = new Set<(status: SessionStatus) => void>();
  readonly #stopListening: () => void;
  #heard = createHeardRows();
  #state: SessionState;
  #doc: Y.Doc;
  #carets: Carets;
  #spare: readonly number[];
  #clientId: number | null = null;
  #epoch: number | null = null;
  #savedAt: Date | null = null;
  #generation = 0;
  #attempt = 0;
  #retries = 0;
  #causal = 0;
  #freshId = false;
  #lateUnreported = false;
  /** Whether the document had everything when it was last connected; a sealed one is still fetched once. */
  #complete = false;
  #destroyed = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#timers = createNamedTimers(options.timers ?? realTimers);
    this.#spare = options.spareIds ?? [];
    [this.#doc, this.#carets] = this.#createDocument();
    this.#useNextId();
    this.#state = options.transport.connected ? 'connecting' : 'offline';
    this.#stopListening = options.transport.listen({
      connected: () => this.#on('connected'),
      disconnected: () => {
        this.#complete = false;
        this.#on('disconnected');
      },
      update: (updates, seq, rows) => this.#relayed(updates, seq, rows),
      presence: (bytes) => this.#carets.receive(bytes),
      resync: (epoch) => {
        if (epoch !== this.#epoch) this.#on('lost');
      },
      sealed: () => this.#on('sealed'),
    });
    this.#enter();
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  get awareness(): Awareness {
    return this.#carets.awareness;
  }

  get status(): SessionStatus {
    const editable = this.#state !== 'refused' && this.#state !== 'sealed';
    return {
      state: this.#state,
      writable: editable && this.#options.write && this.#clientId !== null,
      unsent: this.#outbox.unsent,
      savedAt: this.#savedAt,
      seq: this.#heard.seq,
      generation: this.#generation,
    };
  }

  subscribe(subscriber: (status: SessionStatus) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** After a refusal: an empty document under a new id, filled by the server. */
  restart(): void {
    if (this.#state !== 'refused') return;
    this.#closeDocument();
    this.#heard = createHeardRows();
    this.#epoch = null;
    this.#clientId = null;
    this.#complete = false;
    this.#causal = 0;
    this.#generation++;
    [this.#doc, this.#carets] = this.#createDocument();
    this.#useNextId();
    this.#on('restarted');
  }

  destroy(): void {
    this.#flush();
    this.#destroyed = true;
    this.#stopListening();
    this.#options.transport.leave();
    this.#subscribers.clear();
    this.#closeDocument();
    this.#timers.cancelAll();
  }

  #createDocument(): [Y.Doc, Carets] {
    const doc = newDocument();
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      // A reader's editor may tidy its own view; nothing of that is anybody's writing.
      if (!transaction.local || !this.#options.write || this.#state === 'refused') return;
      this.#outbox.push(bytes);
      this.#timers.later('flush', this.#options.batchMilliseconds ?? 20, () => this.#flush());
      this.#publish();
    });
    const carets = createCarets(doc, () => {
      this.#timers.later('presence', 50, () => this.#sendCaret());
    });
    return [doc, carets];
  }

  #closeDocument(): void {
    this.#carets.destroy();
    this.#doc.destroy();
  }

  /** Takes an unused id; each is used by one page once, since ids spent twice fork the text in silence. */
  #useNextId(): void {
    const [next, ...rest] = this.#spare;
    if (!this.#options.write || next === undefined) return;
    this.#clientId = next;
    this.#spare = rest;
    this.#doc.clientID = next;
    this.#carets.moveTo(next);
    this.#options.onSpareIds?.(rest);
  }

  #on(event: SessionEvent): void {
    if (this.#destroyed) return;
    const before = this.#state;
    this.#state = SESSION_TABLE[before][event];
    if (event !== 'joined') this.#enter(before);
    this.#publish();
  }

  /** What a state does on being entered, or told again. */
  #enter(before: SessionState = 'offline'): void {
    switch (this.#state) {
      case 'connecting':
      case 'resyncing': {
        this.#outbox.recall();
        const wait = RETRY_MILLISECONDS[Math.min(this.#retries, RETRY_MILLISECONDS.length - 1)] ?? 0;
        this.#attempt++;
        if (wait === 0) void this.#join();
        else this.#timers.later('join', wait, () => void this.#join());
        return;
      }
      case 'offline':
        this.#retries = 0;
        this.#attempt++;
        this.#outbox.recall();
        return;
      case 'refused':
        if (before !== 'refused') this.#attempt++;
        return;
      case 'sealed':
        // Text still on its way is sent on: the server keeps it as late.
        if (before !== 'sealed') {
          this.#attempt++;
          this.#lateUnreported = this.#outbox.unsent > 0;
        }
        this.#outbox.recall();
        if (this.#complete) this.#flush();
        else void this.#join();
        return;
      case 'live':
        return;
    }
  }

  async #join(): Promise<void> {
    const { transport, write } = this.#options;
    const wanted = this.#state === 'connecting' || this.#state === 'resyncing' || this.#state === 'sealed';
    if (this.#destroyed || !wanted || !transport.connected) return;
    const attempt = ++this.#attempt;
    this.#retries++;
    const answer = await transport.join({
      vector: Y.encodeStateVector(this.#doc),
      lease: write ? Math.max(0, LEASED - this.#spare.length) : 0,
    });
    // Leased ids are good whichever answer they came with.
    if (answer.ok) this.#addSpare(answer.value.lease);
    if (attempt !== this.#attempt || this.#destroyed) return;
    if (answer.ok) this.#joined(answer.value);
    else this.#failed(answer.failure);
  }

  #addSpare(ids: readonly number[]): void {
    if (ids.length === 0) return;
    this.#spare = [...this.#spare, ...ids];
    this.#options.onSpareIds?.(this.#spare);
  }

  #joined(answer: Joined): void {
    const rolledBack = this.#epoch !== null && this.#epoch !== answer.epoch;
    this.#epoch = answer.epoch;
    if (this.#clientId === null || rolledBack || this.#freshId) this.#useNextId();
    this.#freshId = false;
    this.#apply(answer.update);
    this.#heard.joined(answer.seq);
    this.#complete = true;
    if (this.#outbox.unsent === 0) this.#retries = 0;
    this.#resendLost(answer.vector);
    this.#carets.renew();
    this.#carets.receive(answer.carets);
    this.#on(answer.sealed ? 'sealed' : 'joined');
    this.#flush();
  }

  /** A server restored from an old copy may lack what it once acknowledged; it gets that again. */
  #resendLost(vector: Uint8Array): void {
    if (this.#outbox.unsent > 0 || this.#clientId === null) return;
    const theirs = Y.decodeStateVector(vector).get(this.#clientId) ?? 0;
    const ours = Y.getState(this.#doc.store, this.#clientId);
    if (theirs < ours) this.#outbox.push(Y.encodeStateAsUpdate(this.#doc, vector));
  }

  #apply(...updates: readonly Uint8Array[]): void {
    try {
      this.#doc.transact(() => updates.forEach((bytes) => Y.applyUpdate(this.#doc, bytes)), REMOTE);
    } catch (fault) {
      // An editor stumbled over the change in its observer. The change is in the document all the same (Yjs finishes a
      // transaction before it throws), so the session goes on and the fault is told where faults are told.
      (this.#options.onFault ?? rethrow)(fault);
    }
    // Yjs takes a random id when it believes its own in use; nobody leased that one.
    if (this.#clientId !== null && this.#doc.clientID !== this.#clientId) {
      this.#clientId = null;
      this.#useNextId();
      if (this.#clientId === null) this.#on('lost');
    }
  }

  #relayed(updates: readonly Uint8Array[], seq: number, rows: number): void {
    if (this.#destroyed || this.#state === 'refused') return;
    this.#apply(...updates);
    this.#heardRow(seq, rows);
    this.#publish();
  }

  #heardRow(seq: number, rows = 1): void {
    this.#heard.add(seq, rows);
    if (!this.#heard.hole) return;
    this.#timers.later('hole', HOLE_MILLISECONDS, () => {
      if (this.#heard.hole && this.#state === 'live') this.#on('lost');
    });
  }

  #flush(): void {
    const { transport } = this.#options;
    const sending = this.#state === 'live' || this.#state === 'sealed';
    if (this.#destroyed || !sending || !transport.connected) return;
    for (const parcel of this.#outbox.take()) void this.#send(parcel, this.#attempt);
    this.#publish();
  }

  async #send(parcel: Parcel, attempt: number): Promise<void> {
    const answer = await this.#options.transport.update(parcel.bytes);
    if (this.#destroyed) return;
    // An acknowledgement is true whenever it comes; a refusal may belong to what was recalled since.
    if (answer.ok) this.#acknowledged(parcel, answer.value);
    else if (attempt === this.#attempt) this.#failed(answer.failure);
  }

  #acknowledged(parcel: Parcel, answer: Acknowledged): void {
    if (!this.#outbox.acknowledge(parcel)) return;
    this.#retries = 0;
    this.#causal = 0;
    if (answer.late) {
      this.#lateUnreported = true;
      this.#on('sealed');
    } else {
      if (answer.fresh) this.#heardRow(answer.seq);
      if (this.#outbox.unsent === 0) this.#savedAt = this.#now();
    }
    if (this.#outbox.unsent === 0 && this.#state === 'sealed' && this.#lateUnreported) {
      this.#lateUnreported = false;
      this.#options.onLate?.(readDocument(this.#doc));
    }
    this.#flush();
    this.#publish();
  }

  #failed({ code }: TransportFailure): void {
    if (this.#state === 'sealed') {
      if (isTransient(code)) this.#timers.later('late', LATE_MILLISECONDS, () => this.#enter('sealed'));
      else this.#recover(code);
      return;
    }
    if (code === 'idea-sealed') {
      this.#on('sealed');
      return;
    }
    if (CAUSAL_CODES.includes(code)) this.#causal++;
    if (isTransient(code) && this.#causal <= CAUSAL_PATIENCE) {
      if (code !== 'unanswered' && code !== 'disconnected') this.#freshId = true;
      this.#on('lost');
      return;
    }
    this.#recover(code);
    this.#on('refused');
  }

  #recover(reason: string): void {
    const lost = this.#outbox.unsent > 0;
    this.#outbox.clear();
    if (lost) this.#options.onRecovered?.(readDocument(this.#doc), reason);
  }

  #sendCaret(): void {
    const { transport } = this.#options;
    if (this.#destroyed || this.#clientId === null || this.#state !== 'live' || !transport.connected) return;
    const bytes = this.#carets.encode();
    if (bytes !== null) transport.presence(bytes);
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #publish(): void {
    if (this.#destroyed) return;
    const { status } = this;
    for (const subscriber of this.#subscribers) subscriber(status);
  }
}
