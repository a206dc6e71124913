/**
 * What time it is, as an argument. Nothing else in the server reads the system's clock for a rule, so a test can live
 * through three weeks in a millisecond.
 */
export interface Clock {
  now(): Date;
  /** Hears that the time was moved by hand: timers have to look again. Absent where that never happens. */
  onChange?(listener: () => void): () => void;
  /** Time stands still between two moves, so no timer of the machine can ever make anything due. */
  readonly frozen?: boolean;
}

export const systemClock: Clock = { now: () => new Date() };

export interface SettableClock extends Clock {
  set(to: Date): void;
  advance(milliseconds: number): void;
  onChange(listener: () => void): () => void;
}

/** Starts at `start` and moves by hand; with `running` it also goes on by itself, as a clock on the wall does. */
export function settableClock(start: Date, { running = false } = {}): SettableClock {
  const listeners = new Set<() => void>();
  const passed = running ? () => performance.now() : () => 0;
  let base = start.getTime() - passed();
  const now = (): Date => new Date(base + passed());
  const set = (to: Date): void => {
    base = to.getTime() - passed();
    for (const listener of Array.from(listeners)) listener();
  };
  return {
    frozen: !running,
    now,
    set,
    advance: (milliseconds) => set(new Date(now().getTime() + milliseconds)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A machine that slept or had its clock corrected is noticed after this long at most. */
const LONGEST_NAP = 60_000;

/**
 * Calls `due` once, when the clock has reached `date`: at once (never in this very call) when it is past already.
 * Naps are short because `setTimeout` overflows after 24 days and counts no sleep of the machine. Returns the cancel.
 */
export function wakeAt(clock: Clock, date: Date, due: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    stopListening?.();
  };
  const look = (): void => {
    clearTimeout(timer);
    const left = date.getTime() - clock.now().getTime();
    if (left <= 0) {
      cancel();
      due();
    } else if (clock.frozen !== true) nap(left);
  };
  const nap = (milliseconds: number): void => {
    timer = setTimeout(look, Math.min(Math.max(milliseconds, 0), LONGEST_NAP));
    timer.unref();
  };
  stopListening = clock.onChange?.(look);
  nap(Math.max(date.getTime() - clock.now().getTime(), 0));
  return cancel;
}
