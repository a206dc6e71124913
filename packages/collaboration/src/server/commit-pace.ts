/**
 * How long rows are gathered before they are appended together. One after the other nothing waits. When very many come
 * the appends begin a few hundredths of a second apart, as long as that brings rows together: who writes the next row
 * only after the answer to the last one would only wait longer.
 */

/** So many rows within this time are many. */
const MANY = 10;
const WITHIN_MS = 250;
/**
 * Then appends begin so far apart: an append costs the processor and the disk much the same whatever is in it. The
 * more rows come the further, so that appends never take more of both than at some hundred and thirty rows a second.
 */
const APART_MS = 40;
const APART_FOR_EACH_MS = 1.2;
const FURTHEST_MS = 80;
/** Gathered in vain so often in a row, it is tried again after so many appends. */
const MISSES = 3;
const TRY_AFTER = 100;

export interface CommitPace {
  /** An append of so many rows begins. */
  begins(rows: number): void;
  /** Another server wrote the next row first: who waits before she tries again is overtaken each time. */
  overtaken(): void;
  /** Milliseconds to wait before the next. */
  wait(): number;
}

export const createCommitPace = (now: () => number = () => performance.now()): CommitPace => {
  let begun: { readonly at: number; readonly rows: number }[] = [];
  let gathered = false;
  let hurriesUntil = -Infinity;
  let misses = 0;
  let inVain = 0;
  return {
    begins(rows) {
      if (inVain > 0) inVain--;
      else if (gathered) misses = rows < 2 ? misses + 1 : 0;
      if (misses === MISSES) {
        misses = 0;
        inVain = TRY_AFTER;
      }
      gathered = false;
      const at = now();
      begun = [...begun.filter((one) => at - one.at < WITHIN_MS), { at, rows }];
    },
    overtaken() {
      hurriesUntil = now() + WITHIN_MS;
    },
    wait() {
      const at = now();
      if (at < hurriesUntil) return 0;
      const lately = begun.reduce((sum, one) => sum + (at - one.at < WITHIN_MS ? one.rows : 0), 0);
      if (lately < MANY || inVain > 0) return 0;
      gathered = true;
      const apart = Math.min(FURTHEST_MS, Math.max(APART_MS, lately * APART_FOR_EACH_MS));
      return Math.max(0, (begun.at(-1)?.at ?? 0) + apart - at);
    },
  };
};
