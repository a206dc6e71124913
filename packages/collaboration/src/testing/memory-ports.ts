/** The ports of a live document in memory, with a log that can be told to fail. */

import type { Clock, Leases, LogRow, Snapshot, Snapshots, UpdateLog } from '../server/ports.ts';
import { SeqTaken } from '../server/ports.ts';

export interface MemoryLog extends UpdateLog {
  readonly rows: LogRow[];
  readonly batches: number[];
  /** Called before each append; what it throws is the failure. It may store some rows itself first. */
  beforeAppend: (rows: readonly LogRow[]) => void;
}

export const createMemoryLog = (): MemoryLog => {
  const log: MemoryLog = {
    rows: [],
    batches: [],
    beforeAppend: () => undefined,
    async read(doc, after = 0) {
      await Promise.resolve();
      return log.rows.filter((row) => row.doc === doc && row.seq > after).sort((a, b) => a.seq - b.seq);
    },
    async append(rows) {
      await Promise.resolve();
      log.beforeAppend(rows);
      for (const [written, row] of rows.entries()) {
        const taken = log.rows.some((other) => other.doc === row.doc && other.seq === row.seq);
        if (taken) throw new SeqTaken(`${row.doc} ${row.seq}`, { written });
        log.rows.push({ ...row, bytes: row.bytes.slice() });
      }
      log.batches.push(rows.length);
    },
  };
  return log;
};

export interface MemorySnapshots extends Snapshots {
  readonly kept: Map<string, Snapshot>;
}

export const createMemorySnapshots = (): MemorySnapshots => {
  const kept = new Map<string, Snapshot>();
  return {
    kept,
    async read(doc) {
      await Promise.resolve();
      return kept.get(doc) ?? null;
    },
    async keep(doc, snapshot) {
      await Promise.resolve();
      kept.set(doc, { ...snapshot, update: snapshot.update.slice() });
    },
  };
};

export interface MemoryLeases extends Leases {
  /** Binds an id chosen by a test. */
  bind(doc: string, clientId: number, person: string): void;
}

export const createMemoryLeases = (first = 1_000): MemoryLeases => {
  const owners = new Map<string, Map<number, string>>();
  const of = (doc: string): Map<number, string> => {
    const map = owners.get(doc) ?? new Map<number, string>();
    owners.set(doc, map);
    return map;
  };
  let next = first;
  return {
    async lease(doc, person, count) {
      await Promise.resolve();
      const ids = Array.from({ length: count }, () => next++);
      for (const id of ids) of(doc).set(id, person);
      return ids;
    },
    async ownersOf(doc) {
      await Promise.resolve();
      return new Map(of(doc));
    },
    bind(doc, clientId, person) {
      const map = of(doc);
      if (map.has(clientId)) throw new Error(`client id ${clientId} is bound`);
      map.set(clientId, person);
    },
  };
};

export interface SettableClock extends Clock {
  time: Date;
}

export const createSettableClock = (time = new Date('2027-03-01T08:00:00Z')): SettableClock => {
  const clock: SettableClock = { time, now: () => clock.time };
  return clock;
};
