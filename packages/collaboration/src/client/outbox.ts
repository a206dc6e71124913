/**
 * What was typed and not yet acknowledged, in order. Updates that were never sent are merged into one message; one
 * that was sent keeps its bytes, since merging around an acknowledged neighbour would leave a hole in it.
 */

import * as Y from 'yjs';
import { splitUpdate } from '../update/split-update.ts';

export interface Parcel {
  readonly bytes: Uint8Array;
}

interface Sent extends Parcel {
  inFlight: boolean;
}

export interface Outbox {
  push(update: Uint8Array): void;
  /** What a page before this one had not heard acknowledged. Each keeps its bytes: some between them may have arrived. */
  restore(pieces: readonly Uint8Array[]): void;
  /** What to send now; it counts as in flight until acknowledged or recalled. */
  take(window?: number): readonly Parcel[];
  /** False when it was acknowledged before. */
  acknowledge(parcel: Parcel): boolean;
  /** Everything in flight must be sent again. */
  recall(): void;
  clear(): void;
  /** All of it in order, as it is kept on the device. */
  pieces(): readonly Uint8Array[];
  /** Messages not acknowledged, what was typed since the last of them counting as one. */
  readonly unsent: number;
}

/** Beyond this many messages in flight, what is typed waits and is merged. */
const WINDOW = 32;
/**
 * Nor more bytes than this at a time: a phone in the country sends them within the time an answer is waited for, and what
 * keeps its line alive gets through between them. A message is half as long at most.
 */
const WINDOW_BYTES = 64 * 1024;
const PIECE_BYTES = WINDOW_BYTES / 2;
/** What waits is merged when it comes to so many, so that hours offline stay one small piece. */
const MERGED_AT = 64;

export const createOutbox = (): Outbox => {
  let waiting: Uint8Array[] = [];
  let parcels: Sent[] = [];

  const pack = (): void => {
    if (waiting.length === 0) return;
    const [only] = waiting;
    const merged = waiting.length === 1 && only !== undefined ? only : Y.mergeUpdates(waiting);
    waiting = [];
    parcels.push(...splitUpdate(merged, PIECE_BYTES).map((bytes) => ({ bytes, inFlight: false })));
  };

  return {
    push(update) {
      waiting.push(update);
      if (waiting.length >= MERGED_AT) waiting = [Y.mergeUpdates(waiting)];
    },

    restore(pieces) {
      parcels.push(...pieces.map((bytes) => ({ bytes, inFlight: false })));
    },

    take(window = WINDOW) {
      if (parcels.length < WINDOW) pack();
      const onTheWay = parcels.filter((parcel) => parcel.inFlight);
      let room = window - onTheWay.length;
      let bytes = onTheWay.reduce((sum, parcel) => sum + parcel.bytes.length, 0);
      const next: Sent[] = [];
      for (const parcel of parcels) {
        if (parcel.inFlight) continue;
        // One that an earlier page made longer than all of it goes alone.
        if (room-- <= 0 || (bytes > 0 && bytes + parcel.bytes.length > WINDOW_BYTES)) break;
        bytes += parcel.bytes.length;
        parcel.inFlight = true;
        next.push(parcel);
      }
      return next;
    },

    acknowledge(parcel) {
      const before = parcels.length;
      parcels = parcels.filter((entry) => entry !== parcel);
      return parcels.length < before;
    },

    recall() {
      for (const parcel of parcels) parcel.inFlight = false;
    },

    clear() {
      waiting = [];
      parcels = [];
    },

    pieces() {
      return [...parcels.map(({ bytes }) => bytes), ...waiting];
    },

    get unsent() {
      return parcels.length + (waiting.length > 0 ? 1 : 0);
    },
  };
};
