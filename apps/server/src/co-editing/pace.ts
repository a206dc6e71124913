/**
 * How long rows are gathered before they are shown. Each showing costs the system a write for each listener, whatever is
 * in it: while that is affordable nothing waits; when much is typed before many, a few hundredths of a second save most.
 */

/** Showings a second that this node takes on without gathering. */
const AFFORDABLE = 15_000;
/** And how many it aims at when it gathers. */
const AIM = 8_000;
const LONGEST_MS = 35;
const LOOK_MS = 250;

export interface Pace {
  /** Counts a row to be shown to so many; answers how many milliseconds to gather more, 0 for none. */
  gather(listeners: number): number;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  let since = now();
  let counted = 0;
  let perSecond = 0;
  return {
    gather(listeners) {
      counted += listeners;
      const elapsed = now() - since;
      if (elapsed >= LOOK_MS) {
        perSecond = (counted * 1_000) / elapsed;
        counted = 0;
        since = now();
      }
      return perSecond <= AFFORDABLE ? 0 : Math.min(LONGEST_MS, (listeners * 1_000) / AIM);
    },
  };
}
