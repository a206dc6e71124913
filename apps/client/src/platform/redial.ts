/**
 * When a line that is not there is dialled again. Waits are counted from where the last attempt began, and one which hung
 * until the network was back is followed at once; they differ from page to page, since a server that starts again is
 * dialled by all of them; and a sign that the network is back ends them.
 */

const PACE = [500, 1_000, 2_000, 4_000] as const;
/** The soonest after an attempt, whatever is said of the network. */
const SOONEST = 1_000;
const PATIENCE = 8_000;
/** Of the first attempt and of one in five: a network may be that slow, and the one she moved to take no WebSockets. */
const LONG_PATIENCE = 20_000;
const CAREFUL_EVERY = 5;

export interface Attempt {
  /** To be made the way that works wherever requests do. */
  readonly careful: boolean;
}

export interface Redial {
  /** An attempt failed, or the line broke; `least` is waited whatever is said of the network. */
  ended(least?: number): void;
  opened(): void;
  /** The network may be back. */
  nudge(): void;
  stop(): void;
}

/** `dial` begins an attempt and `abandon` gives it up. The first one begins at once. */
export function createRedial(
  dial: (attempt: Attempt) => void,
  abandon: () => void,
  random: () => number = Math.random,
): Redial {
  let tries = 0;
  let untilCareful = 0;
  let postponed = false;
  let begunAt = 0;
  let state: 'dialling' | 'open' | 'waiting' | 'stopped' = 'dialling';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  let due = 0;

  const after = (milliseconds: number, run: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  const begin = (): void => {
    state = 'dialling';
    begunAt = performance.now();
    tries++;
    const careful = untilCareful === 0;
    untilCareful = (untilCareful + CAREFUL_EVERY - 1) % CAREFUL_EVERY;
    if (careful) postponed = false;
    after(careful ? LONG_PATIENCE : PATIENCE, () => {
      abandon();
      ended();
    });
    dial({ careful });
  };
  const waitUntil = (moment: number): void => {
    state = 'waiting';
    due = moment;
    after(Math.max(0, due - performance.now()), begin);
  };
  const ended = (least = 0): void => {
    if (state === 'waiting' || state === 'stopped') return;
    const now = performance.now();
    if (state === 'open') begunAt = now;
    notBefore = now + least;
    // What hung and then heard something, if only that it is over, has a network that carries again.
    const hung = state === 'dialling' && now - begunAt >= SOONEST;
    if (hung && untilCareful === 0 && !postponed) {
      // The quick way first, once.
      untilCareful = 1;
      postponed = true;
    }
    const pace = hung ? SOONEST : (PACE[Math.min(tries, PACE.length - 1)] ?? SOONEST);
    waitUntil(Math.max(notBefore, begunAt + pace * (0.5 + random() / 2)));
  };

  begin();
  return {
    ended,
    opened() {
      if (state === 'stopped') return;
      clearTimeout(timer);
      state = 'open';
      tries = 0;
      untilCareful = CAREFUL_EVERY - 1;
    },
    nudge() {
      if (state === 'waiting') waitUntil(Math.min(due, Math.max(notBefore, begunAt + SOONEST)));
    },
    stop() {
      clearTimeout(timer);
      state = 'stopped';
    },
  };
}
