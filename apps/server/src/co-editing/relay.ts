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

interface Setup {
  readonly idea: IdeaId;
  readonly listeners: ReadonlyMap<string, Connection>;
  readonly pace: Pace;
  readonly log: Log;
  readonly frame: (told: { idea: IdeaId; seq: number; rows: number; updates: Uint8Array[] }) => Frame | null;
  readonly since: (seq: number) => Promise<{ readonly update: Uint8Array; readonly seq: number }>;
  /** She reads again and has every row: whatever else was kept from her comes now. */
  readonly caughtUp: (listener: Connection) => void;
}

export interface Relay {
  row(row: Row): void;
  /** Something that is no row, to everybody who keeps up. */
  show(frame: Frame): void;
  stop(): void;
}

const MOST_ROWS = 200;
const LOOK_MS = 100;

export function createRelay(setup: Setup): Relay {
  const { listeners } = setup;
  let rows: Row[] = [];
  let gathering: (() => void) | null = null;
  let shown = 0;
  let flushedAt = 0;
  /** Who is behind, and the last row each has; null while no row was kept from her. */
  const behind = new Map<string, number | null>();
  let looking: NodeJS.Timeout | null = null;

  function show(
    frame: Frame,
    { except, before }: { except?: string | undefined; before: number | null },
  ): void {
    for (const listener of listeners.values()) {
      if (listener.id === except) continue;
      const missed = behind.get(listener.id);
      if (missed === undefined ? listener.show(frame) : missed !== null) continue;
      behind.set(listener.id, before);
      looking ??= setInterval(() => void look(), LOOK_MS).unref();
    }
  }

  function flush(): void {
    gathering = null;
    flushedAt = performance.now();
    while (rows.length > 0) {
      const batch = rows.splice(0, MOST_ROWS);
      const [first] = batch;
      const last = batch.at(-1);
      if (first === undefined || last === undefined) return;
      const updates = batch.map(({ bytes }) => bytes);
      const frame = setup.frame({ idea: setup.idea, seq: last.seq, rows: batch.length, updates });
      const alone = batch.every(({ from }) => from === first.from) ? first.from : undefined;
      shown = last.seq;
      if (frame !== null) show(frame, { except: alone, before: first.seq - 1 });
    }
  }

  function gather(wait: number): void {
    if (wait < 1) {
      // What became durable in one append is told one after the other, and goes out together.
      const soon = setImmediate(flush);
      gathering = () => clearImmediate(soon);
    } else {
      const later = setTimeout(flush, wait);
      gathering = () => clearTimeout(later);
    }
  }

  async function look(): Promise<void> {
    for (const [id, missed] of Array.from(behind)) {
      const listener = listeners.get(id);
      if (listener === undefined) behind.delete(id);
      else if (listener.hasCaughtUp()) await catchUp(listener, missed);
    }
    if (behind.size > 0 || looking === null) return;
    clearInterval(looking);
    looking = null;
  }

  async function catchUp(listener: Connection, missed: number | null): Promise<void> {
    if (missed === null) {
      behind.delete(listener.id);
      setup.caughtUp(listener);
      return;
    }
    try {
      const { update, seq } = await setup.since(missed);
      const frame = setup.frame({ idea: setup.idea, seq, rows: seq - missed, updates: [update] });
      if (behind.get(listener.id) !== missed || frame === null || !listener.show(frame)) return;
      // Rows shown to the others meanwhile were kept from her once more.
      if (shown > seq) behind.set(listener.id, seq);
      else {
        behind.delete(listener.id);
        setup.caughtUp(listener);
      }
    } catch (error) {
      setup.log.error({ err: error, idea: setup.idea }, 'a listener could not catch up');
    }
  }

  return {
    row(row) {
      rows.push(row);
      const wait = setup.pace.gather(listeners.size);
      // Since the last showing, not from now: rows that become durable together anyway wait no longer.
      if (gathering === null) gather(Math.max(0, flushedAt + wait - performance.now()));
    },
    show: (frame) => show(frame, { before: null }),
    stop() {
      gathering?.();
      if (looking !== null) clearInterval(looking);
      looking = null;
      behind.clear();
    },
  };
}
