/** How often somebody may ask. In memory: one process answers for an instance. */
import { refuse, type Failure } from '@butinerie/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

export type Limiter = (key: string, points?: number) => Promise<Failure<'too-many-requests'> | null>;

export function limiter({ points, seconds }: Rate): Limiter {
  const memory = new RateLimiterMemory({ points, duration: seconds });
  return async (key, spent = 1) => {
    try {
      await memory.consume(key, spent);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return refuse('too-many-requests', { retryAfterSeconds }).failure;
    }
  };
}
