/**
 * How long rows are gathered before they are appended together. One after the other nothing waits. When very many
 * appends follow each other they begin a few hundredths of a second apart, as long as that brings rows together: who
 * writes the next row only after the answer to the last one would only wait longer.
 */

/** So many appends within this time are many. */
const MANY = 10;
const WITHIN_MS = 250;
/** Then they begin so far apart. */
const APART_MS = 25;
/** Gathered in vain, it is tried again after so many. */
const TRY_AFTER = 100;

export interface CommitPace {
  /** An append of so many rows begins. */
  begins(rows: number): void;
  /** Milliseconds to wait before the next. */
  wait(): number;
}

export const createCommitPace = (now: () => number = () => performance.now()): CommitPace => {
  const begun: number[] = [];
  let gathered = false;
  let inVain = 0;
  return {
    begins(rows) {
      if (inVain > 0) inVain--;
      else if (gathered && rows < 2) inVain = TRY_AFTER;
      gathered = false;
      if (begun.length === MANY) begun.shift();
      begun.push(now());
    },
    wait() {
      const at = now();
      const isMany = begun.length === MANY && at - (begun[0] ?? 0) < WITHIN_MS;
      if (!isMany || inVain > 0) return 0;
      gathered = true;
      return Math.max(0, (begun.at(-1) ?? 0) + APART_MS - at);
    },
  };
};
