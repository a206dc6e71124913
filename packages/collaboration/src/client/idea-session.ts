/**
 * One person's hold on an idea's text in one page: sends what is typed, shows as saved only what the server
 * acknowledged, heals itself after cuts and rollbacks, and never lets text vanish: what is unsent is kept on the
 * device, refused text comes back as a recovered draft, text after the seal is sent as late.
 */

import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DeviceHold } from './device.ts';
import type { Delivery } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import { createHeardRows } from './heard-rows.ts';
import type { Keeping } from './keeping.ts';
import { createKeeping } from './keeping.ts';
import type { LeasedIds } from './leased-ids.ts';
import { createLeasedIds } from './leased-ids.ts';
import type { NamedTimers } from './named-timers.ts';
import { createNamedTimers } from './named-timers.ts';
import { createPatience } from './patience.ts';
import type { SessionEvent, SessionState } from './session-states.ts';
import { SESSION_TABLE } from './session-states.ts';
import { CAUSAL_CODES, UNHEARD_CODES } from '../transient.ts';
import type { SessionOptions, SessionStatus } from './session-status.ts';
import { SharedText } from './shared-text.ts';
import type { Acknowledged, Joined, TransportFailure } from './transport.ts';
import { realTimers } from './transport.ts';

const HOLE_MILLISECONDS = 1_000;
const CARET_MILLISECONDS = 50;
/** Others take a caret for gone that they do not hear of for thirty seconds; an editor renews its own after fifteen. */
const STILL_THERE_MILLISECONDS = 5_000;
const LATE_MILLISECONDS = 3_000;

const rethrow = (fault: unknown): void => {
  queueMicrotask(() => {
    throw fault;
  });
};

export class IdeaSession {
  readonly #options: SessionOptions;
  readonly #timers: NamedTimers;
  readonly #delivery: Delivery;
  readonly #patience = createPatience();
  readonly #keeping: Keeping;
  readonly #ids: LeasedIds;
  readonly #text: SharedText;
  readonly #subscribers = new Set<(status: SessionStatus) => void>();
  readonly #stopListening: () => void;
  #heard = createHeardRows();
  #state: SessionState;
  #epoch: number | null = null;
  #savedAt: Date | null = null;
  #attempt = 0;
  #lateUnreported = false;
  #caretDue = false;
  #filled = false;
  /** Whether the document had everything when it was last connected; a sealed one is still fetched once. */
  #complete = false;
  #destroyed = false;

  constructor(options: SessionOptions) {
    const { transport, device } = options;
    this.#options = options;
    this.#timers = createNamedTimers(options.timers ?? realTimers);
    this.#delivery = createDelivery(transport, {
      acknowledged: (answer) => this.#acknowledged(answer),
      refused: (failure) => this.#failed(failure),
    });
    this.#text = new SharedText({
      typed: (update) => {
        if (!options.write || this.#state === 'refused') return;
        this.#delivery.push(update);
        this.#timers.later('flush', options.batchMilliseconds ?? 20, () => this.#flush());
        this.#changed();
      },
      drafted: () => this.#changed(),
      caret: (moved) => {
        this.#caretDue ||= moved;
        if (moved) this.#timers.later('presence', CARET_MILLISECONDS, () => this.#sendDueCaret());
        else this.#timers.later('still there', STILL_THERE_MILLISECONDS, () => this.#sendCaret());
      },
      fault: options.onFault ?? rethrow,
    });
    this.#ids = createLeasedIds(this.#text, options);
    this.#keeping = createKeeping(device, { text: this.#text, delivery: this.#delivery }, () =>
      this.#publish(),
    );
    this.#state = transport.connected ? 'connecting' : 'offline';
    if (device !== undefined) this.#takeOver(device);
    this.#stopListening = transport.listen({
      connected: () => this.#on('connected'),
      disconnected: () => {
        this.#complete = false;
        this.#on('disconnected');
      },
      update: (updates, seq, rows) => this.#relayed(updates, seq, rows),
      presence: (bytes) => this.#text.carets.receive(bytes),
      resync: (epoch) => {
        if (epoch === this.#epoch) return;
        this.#ids.renew();
        this.#on('lost');
      },
      sealed: () => this.#on('sealed'),
    });
    this.#enter();
  }

  get doc(): Y.Doc {
    return this.#text.doc;
  }

  get awareness(): Awareness {
    return this.#text.carets.awareness;
  }

  get status(): SessionStatus {
    const { clientId, drafts, generation } = this.#text;
    const editable = this.#state !== 'refused' && this.#state !== 'sealed';
    // Without an id what is typed is kept as a local draft, as long as an id may still come.
    const underSomeId = clientId !== null || this.#state !== 'live';
    return {
      state: this.#state,
      writable: editable && this.#options.write && this.#filled && underSomeId,
      filled: this.#filled,
      unsent: this.#delivery.unsent + (drafts.length > 0 ? 1 : 0),
      kept: this.#keeping.kept,
      savedAt: this.#savedAt,
      seq: this.#heard.seq,
      generation,
    };
  }

  subscribe(subscriber: (status: SessionStatus) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** After a refusal: an empty document under a new id, filled by the server. */
  restart(): void {
    if (this.#state !== 'refused') return;
    this.#text.restart();
    this.#heard = createHeardRows();
    this.#epoch = null;
    this.#complete = false;
    this.#filled = false;
    this.#patience.restart();
    this.#on('restarted');
  }

  /** Answers when what is unsent is left on the device for the page that comes next. */
  async destroy(): Promise<void> {
    this.#flush();
    const left = this.#keeping.left();
    this.#destroyed = true;
    this.#stopListening();
    this.#options.transport.leave();
    this.#subscribers.clear();
    this.#text.destroy();
    this.#timers.cancelAll();
    await this.#options.device?.close(left);
  }

  #takeOver({ left, clientId }: DeviceHold): void {
    this.#text.seed(left);
    this.#delivery.restore(left.unsent);
    this.#filled = left.bases.length > 0;
    if (this.#filled) this.#keeping.away();
    if (clientId !== null) this.#takeIds([clientId]);
  }

  #takeIds(lease: readonly number[]): void {
    for (const update of this.#ids.take(lease)) this.#delivery.push(update);
    this.#keeping.touch();
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
        this.#delivery.recall();
        this.#attempt++;
        const { wait } = this.#patience;
        if (wait === 0) void this.#join();
        else this.#timers.later('join', wait, () => void this.#join());
        return;
      }
      case 'offline':
        this.#patience.rested();
        this.#attempt++;
        this.#delivery.recall();
        if (before !== 'offline' && this.#filled) this.#keeping.away();
        return;
      case 'refused':
        this.#attempt++;
        return;
      case 'sealed':
        // Text still on its way is sent on: the server keeps it as late.
        if (before !== 'sealed') {
          this.#attempt++;
          this.#lateUnreported ||= this.#delivery.unsent > 0;
        }
        this.#delivery.recall();
        if (this.#complete) this.#flush();
        else void this.#join();
        return;
      case 'live':
        return;
    }
  }

  async #join(): Promise<void> {
    const { transport } = this.#options;
    const wanted = this.#state === 'connecting' || this.#state === 'resyncing' || this.#state === 'sealed';
    if (this.#destroyed || !wanted || !transport.connected) return;
    const attempt = ++this.#attempt;
    this.#patience.joining();
    const lease = this.#ids.wish;
    const answer = await transport.join({ vector: Y.encodeStateVector(this.doc), lease });
    if (attempt === this.#attempt && !this.#destroyed) {
      if (answer.ok) this.#joined(answer.value, lease > 0);
      else this.#failed(answer.failure);
    } else if (answer.ok) {
      // Leased ids are good whichever answer they came with.
      this.#ids.giveBack(answer.value.lease);
    }
  }

  #joined(answer: Joined, asked: boolean): void {
    if (this.#epoch !== null && this.#epoch !== answer.epoch) this.#ids.renew();
    this.#epoch = answer.epoch;
    this.#apply(answer.update);
    const before = this.#ids.wanted;
    this.#takeIds(answer.lease);
    const { wanted } = this.#ids;
    // An id is needed that was not asked for, or more of them than come at once.
    if (wanted > 0 && (wanted < before || !asked)) return this.#on('lost');
    if (this.#text.drafts.length > 0) {
      // No id comes any more: the words are the person's to keep.
      this.#recover(answer.sealed ? 'idea-sealed' : 'not-a-writer');
      if (answer.sealed) this.#text.restart();
      return this.#on(answer.sealed ? 'sealed' : 'refused');
    }
    this.#heard.joined(answer.seq);
    this.#complete = true;
    this.#filled = true;
    if (this.#delivery.unsent === 0) this.#patience.rested();
    this.#resendLost(answer.vector);
    this.#text.carets.renew();
    this.#text.carets.receive(answer.carets);
    this.#keeping.back();
    this.#on(answer.sealed ? 'sealed' : 'joined');
    this.#flush();
  }

  /** A server restored from an old copy may lack what it once acknowledged; it gets that again. */
  #resendLost(vector: Uint8Array): void {
    const { clientId } = this.#text;
    if (this.#delivery.unsent > 0 || clientId === null) return;
    const theirs = Y.decodeStateVector(vector).get(clientId) ?? 0;
    if (theirs < Y.getState(this.doc.store, clientId))
      this.#delivery.push(Y.encodeStateAsUpdate(this.doc, vector));
  }

  #apply(...updates: readonly Uint8Array[]): void {
    if (!this.#text.apply(...updates) && this.#state === 'live') this.#on('lost');
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
    this.#delivery.send();
    // With the key that moved it: two messages one behind the other are one piece on the line.
    this.#sendDueCaret();
    this.#publish();
  }

  #acknowledged(answer: Acknowledged): void {
    if (this.#destroyed) return;
    this.#patience.progress();
    if (answer.late) {
      this.#lateUnreported = true;
      this.#on('sealed');
    } else {
      if (answer.fresh) this.#heardRow(answer.seq);
      if (this.#delivery.unsent === 0) this.#savedAt = this.#now();
    }
    if (this.#delivery.unsent === 0 && this.#state === 'sealed' && this.#lateUnreported) {
      this.#lateUnreported = false;
      this.#options.onLate?.(this.#text.read());
    }
    this.#flush();
    this.#changed();
  }

  #failed({ code }: TransportFailure): void {
    if (this.#destroyed) return;
    if (this.#state === 'sealed') {
      if (this.#patience.bears(code))
        this.#timers.later('late', LATE_MILLISECONDS, () => this.#enter('sealed'));
      else this.#recover(code);
      return;
    }
    if (code === 'idea-sealed') return this.#on('sealed');
    if (this.#patience.bears(code)) {
      if (!UNHEARD_CODES.includes(code)) this.#ids.renew();
      if (CAUSAL_CODES.includes(code)) this.#delivery.singly();
      return this.#on('lost');
    }
    this.#recover(code);
    this.#on('refused');
  }

  #recover(reason: string): void {
    const unsent = [...this.#delivery.pieces(), ...this.#text.drafts.map(({ update }) => update)];
    // Kept as a recovered draft before it is let go of.
    if (unsent.length > 0) this.#options.onRecovered?.(this.#text.read(unsent), reason);
    this.#delivery.clear();
    this.#text.dropDrafts();
    this.#keeping.back();
  }

  #sendDueCaret(): void {
    if (this.#caretDue) this.#sendCaret();
  }

  #sendCaret(): void {
    const { transport } = this.#options;
    if (this.#destroyed || this.#text.clientId === null || this.#state !== 'live' || !transport.connected)
      return;
    const bytes = this.#text.carets.encode();
    if (bytes === null) return;
    this.#caretDue = false;
    transport.presence(bytes);
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  /** What the device keeps is different now. */
  #changed(): void {
    this.#keeping.touch();
    this.#publish();
  }

  #publish(): void {
    if (this.#destroyed) return;
    const { status } = this;
    for (const subscriber of this.#subscribers) subscriber(status);
  }
}
