/** How long to wait before joining again, and when a refusal that should pass by itself has come too often. */

import { CAUSAL_CODES, isTransient } from '../transient.ts';

const RETRY_MILLISECONDS: readonly number[] = [0, 250, 1_000, 3_000, 10_000];
/** So often may a causal refusal come back without any progress between. */
const CAUSAL_PATIENCE = 3;

export interface Patience {
  /** Before the next join. */
  readonly wait: number;
  joining(): void;
  /** Something was acknowledged. */
  progress(): void;
  /** Nothing is outstanding: the next join comes at once. */
  rested(): void;
  /** A document of its own: whatever was refused in the last one is no matter here. */
  restart(): void;
  /** Whether joining again may heal it. */
  bears(code: string): boolean;
}

export const createPatience = (): Patience => {
  let joins = 0;
  let causal = 0;
  return {
    get wait() {
      return RETRY_MILLISECONDS[Math.min(joins, RETRY_MILLISECONDS.length - 1)] ?? 0;
    },
    joining() {
      joins++;
    },
    progress() {
      joins = 0;
      causal = 0;
    },
    rested() {
      joins = 0;
    },
    restart() {
      causal = 0;
    },
    bears(code) {
      if (CAUSAL_CODES.includes(code)) causal++;
      return isTransient(code) && causal <= CAUSAL_PATIENCE;
    },
  };
};
