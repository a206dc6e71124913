/**
 * How often somebody may ask, of one server: each counts for itself. Asked with every keystroke, so a window
 * that is over costs no timer: who has not asked for two of them is forgotten with all others of that time.
 */
import { refuse, type Failure } from '@butinerie/contracts';

export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

export type Limiter = (key: string, points?: number) => Promise<Failure<'too-many-requests'> | null>;

interface Window {
  readonly ends: number;
  spent: number;
}

export function limiter({ points, seconds }: Rate, now: () => number = () => performance.now()): Limiter {
  const length = seconds * 1_000;
  let young = new Map<string, Window>();
  let old = new Map<string, Window>();
  let turnedAt = now();

  function windowOf(key: string, at: number): Window {
    if (at - turnedAt >= length) {
      // What began before the last turn but one is over.
      old = at - turnedAt < 2 * length ? young : new Map();
      young = new Map();
      turnedAt = at;
    }
    const known = young.get(key) ?? old.get(key);
    if (known !== undefined && known.ends > at) return known;
    const begun = { ends: at + length, spent: 0 };
    young.set(key, begun);
    return begun;
  }

  return async (key, asked = 1) => {
    const at = now();
    const window = windowOf(key, at);
    window.spent += asked;
    if (window.spent <= points) return null;
    const retryAfterSeconds = Math.max(1, Math.ceil((window.ends - at) / 1_000));
    return refuse('too-many-requests', { retryAfterSeconds }).failure;
  };
}
