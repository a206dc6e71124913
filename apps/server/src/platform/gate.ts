/** Lets a few in at once and a few wait: for work so heavy that many of it together would hold up everybody else. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';

export interface GateSize {
  readonly atOnce: number;
  readonly waiting: number;
}
export type Gate = <T>(work: () => Promise<T>) => Promise<Result<T, Failure<'too-many-requests'>>>;

const COME_BACK_SECONDS = 5;

export function gate({ atOnce, waiting }: GateSize): Gate {
  let inside = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (inside >= atOnce) {
      if (queue.length >= waiting)
        return refuse('too-many-requests', { retryAfterSeconds: COME_BACK_SECONDS });
      // Whoever leaves hands her place over: it is never free in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else inside += 1;
    try {
      return ok(await work());
    } finally {
      const next = queue.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
