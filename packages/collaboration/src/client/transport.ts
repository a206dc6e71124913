/** How a session reaches the server. The application binds it to its sockets; tests bind it to memory. */

import type { Outcome } from '../outcome.ts';

export interface TransportFailure {
  /** A code of the server, or `unanswered` / `disconnected` when none came in time. */
  readonly code: string;
}

export interface JoinWish {
  readonly vector: Uint8Array;
  /** How many client ids to lease; none for a reader. */
  readonly lease: number;
}

export interface Joined {
  readonly update: Uint8Array;
  readonly vector: Uint8Array;
  readonly seq: number;
  readonly epoch: number;
  readonly lease: readonly number[];
  readonly sealed: boolean;
  /** Carets of those already there. */
  readonly carets: Uint8Array;
}

/** Kept as late when the idea was sealed before it arrived. */
export type Acknowledged =
  { readonly late: false; readonly seq: number; readonly fresh: boolean } | { readonly late: true };

export interface TransportListener {
  connected(): void;
  disconnected(): void;
  /** `rows` rows of the log, the last of them `seq`. */
  update(updates: readonly Uint8Array[], seq: number, rows: number): void;
  presence(bytes: Uint8Array): void;
  resync(epoch: number): void;
  sealed(): void;
}

export interface Transport {
  readonly connected: boolean;
  /** Both answer in the end, with `unanswered` after a while; they never reject. */
  join(wish: JoinWish): Promise<Outcome<Joined, TransportFailure>>;
  update(bytes: Uint8Array): Promise<Outcome<Acknowledged, TransportFailure>>;
  presence(bytes: Uint8Array): void;
  leave(): void;
  listen(listener: TransportListener): () => void;
}

/** Timers are an argument, so that tests own time. */
export interface Timers {
  /** Answers what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
