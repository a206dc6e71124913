/**
 * One durable append at a time for all documents together: what comes in while one is under way, or in the same tick,
 * goes into the next. While very many follow each other they are gathered a little longer, since each append costs the
 * log a sync whatever is in it. When a batch fails, rows of its documents that were queued behind it fail too: appending them
 * would leave a hole in the log. Where another server took one row's number, the other documents go on.
 */

import { createCommitPace } from './commit-pace.ts';
import type { LogRow, UpdateLog } from './ports.ts';
import { SeqTaken } from './ports.ts';

export interface GroupCommit {
  /**
   * Resolves when the row is durable; rejects when it is not. Settles in the order of calls. `failed` is called before
   * anybody can hear of it and append a row that counts on this one.
   */
  append(row: LogRow, failed: () => void): Promise<void>;
}

interface Waiting {
  readonly row: LogRow;
  readonly failed: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const afterThisTick = (run: () => void, wait: number): void => {
  if (wait < 1) setImmediate(run);
  else setTimeout(run, wait);
};

/** Of an append that failed: the rows that are durable, and those that are not, of whose documents nothing may follow. */
const outcomeOf = (batch: readonly Waiting[], reason: unknown) => {
  const written = reason instanceof SeqTaken ? reason.written : null;
  if (written === null) return { written: [], lost: batch };
  return { written: batch.slice(0, written), lost: batch.slice(written, written + 1) };
};

export const createGroupCommit = (
  log: Pick<UpdateLog, 'append'>,
  schedule: (run: () => void, wait: number) => void = afterThisTick,
  now?: () => number,
): GroupCommit => {
  let queue: Waiting[] = [];
  let busy = false;
  const pace = createCommitPace(now);

  const flush = async (): Promise<void> => {
    const batch = queue;
    queue = [];
    pace.begins(batch.length);
    try {
      await log.append(batch.map(({ row }) => row));
      for (const { resolve } of batch) resolve();
    } catch (reason) {
      if (reason instanceof SeqTaken) pace.overtaken();
      const { written, lost } = outcomeOf(batch, reason);
      const failed = new Set(lost.map(({ row }) => row.doc));
      // What was not tried stays in front, but for what counts on a lost row.
      const untried = [...batch.slice(written.length), ...queue];
      const behind = untried.filter(({ row }) => failed.has(row.doc));
      queue = untried.filter(({ row }) => !failed.has(row.doc));
      for (const waiting of behind) waiting.failed();
      for (const { resolve } of written) resolve();
      for (const { reject } of behind) reject(reason);
    }
    busy = queue.length > 0;
    if (busy) schedule(() => void flush(), pace.wait());
  };

  return {
    append(row, failed) {
      return new Promise((resolve, reject) => {
        queue.push({ row, failed, resolve, reject });
        if (busy) return;
        busy = true;
        schedule(() => void flush(), pace.wait());
      });
    },
  };
};
