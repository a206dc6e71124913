/**
 * Shows a text's rows to those who have it open: gathered into one frame, made once, handed to each. Who does not keep
 * up gets nothing while too much is on its way to her, and then one difference for all she missed.
 */
import type { IdeaId } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';
import type { Connection } from '../platform/realtime.ts';
import type { Frame } from '../platform/line.ts';
import type { Pace } from './pace.ts';

export interface Row {
  readonly bytes: Uint8Array;
  readonly seq: number;
  readonly from?: string;
}

/** Of which text, and to whom. */
export interface Hall {
  readonly idea: IdeaId;
  readonly listeners: readonly { readonly connection: Connection }[];
  listener(connection: string): Connection | undefined;
  since(seq: number): Promise<{ readonly update: Uint8Array; readonly seq: number }>;
  /** She reads again and has every row: whatever else was kept from her comes now. */
  caughtUp(listener: Connection): void;
}
/** What every text of this server shares. */
export interface RelayPorts {
  readonly pace: Pace;
  readonly log: Log;
  readonly frame: (told: { idea: IdeaId; seq: number; rows: number; updates: Uint8Array[] }) => Frame | null;
}

const MOST_ROWS = 200;
const LOOK_MS = 100;

/** Hundreds of texts are open in which nobody writes: what a row needs is made when one comes. */
export class Relay {
  readonly #hall: Hall;
  readonly #ports: RelayPorts;
  #rows: Row[] | null = null;
  #gathering: (() => void) | null = null;
  #shown = 0;
  #flushedAt = 0;
  /** Who is behind, and the last row each has; null while no row was kept from her. */
  #behind: Map<string, number | null> | null = null;
  #looking: NodeJS.Timeout | null = null;

  constructor(hall: Hall, ports: RelayPorts) {
    this.#hall = hall;
    this.#ports = ports;
  }

  row(row: Row): void {
    (this.#rows ??= []).push(row);
    const wait = this.#ports.pace.gather(this.#hall.listeners.length);
    // Since the last showing, not from now: rows that become durable together anyway wait no longer.
    if (this.#gathering === null) this.#gather(Math.max(0, this.#flushedAt + wait - performance.now()));
  }

  /** Something that is no row, to everybody who keeps up. */
  show(frame: Frame): void {
    this.#show(frame, { before: null });
  }

  stop(): void {
    this.#gathering?.();
    this.#stopLooking();
    this.#behind = null;
  }

  #show(frame: Frame, { except, before }: { except?: string | undefined; before: number | null }): void {
    for (const { connection: listener } of this.#hall.listeners) {
      if (listener.id === except) continue;
      const missed = this.#behind?.get(listener.id);
      if (missed === undefined ? listener.show(frame) : missed !== null) continue;
      (this.#behind ??= new Map()).set(listener.id, before);
      this.#looking ??= setInterval(() => void this.#look(), LOOK_MS).unref();
    }
  }

  #flush(): void {
    this.#gathering = null;
    this.#flushedAt = performance.now();
    const rows = this.#rows ?? [];
    this.#rows = null;
    for (let at = 0; at < rows.length; at += MOST_ROWS) this.#showRows(rows.slice(at, at + MOST_ROWS));
  }

  #showRows(batch: readonly Row[]): void {
    const [first] = batch;
    const last = batch.at(-1);
    if (first === undefined || last === undefined) return;
    const updates = batch.map(({ bytes }) => bytes);
    const { idea } = this.#hall;
    const frame = this.#ports.frame({ idea, seq: last.seq, rows: batch.length, updates });
    const alone = batch.every(({ from }) => from === first.from) ? first.from : undefined;
    this.#shown = last.seq;
    if (frame !== null) this.#show(frame, { except: alone, before: first.seq - 1 });
  }

  #gather(wait: number): void {
    if (wait < 1) {
      // What became durable in one append is told one after the other, and goes out together.
      const soon = setImmediate(() => this.#flush());
      this.#gathering = () => clearImmediate(soon);
    } else {
      const later = setTimeout(() => this.#flush(), wait);
      this.#gathering = () => clearTimeout(later);
    }
  }

  async #look(): Promise<void> {
    for (const [id, missed] of Array.from(this.#behind ?? [])) {
      const listener = this.#hall.listener(id);
      if (listener === undefined) this.#behind?.delete(id);
      else if (listener.hasCaughtUp()) await this.#catchUp(listener, missed);
    }
    if ((this.#behind?.size ?? 0) === 0) this.#stopLooking();
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  async #catchUp(listener: Connection, missed: number | null): Promise<void> {
    if (missed === null) {
      this.#behind?.delete(listener.id);
      this.#hall.caughtUp(listener);
      return;
    }
    const { idea } = this.#hall;
    try {
      const { update, seq } = await this.#hall.since(missed);
      const frame = this.#ports.frame({ idea, seq, rows: seq - missed, updates: [update] });
      if (this.#behind?.get(listener.id) !== missed || frame === null || !listener.show(frame)) return;
      // Rows shown to the others meanwhile were kept from her once more.
      if (this.#shown > seq) this.#behind.set(listener.id, seq);
      else {
        this.#behind.delete(listener.id);
        this.#hall.caughtUp(listener);
      }
    } catch (error) {
      this.#ports.log.error({ err: error, idea }, 'a listener could not catch up');
    }
  }
}
