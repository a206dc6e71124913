/** How much goes out and who does not keep up: counted as it happens, read by whoever looks after the server. */

export interface TrafficCounts {
  readonly frames: number;
  readonly bytes: number;
  /** Of these, how many found nothing waiting before them. */
  readonly direct: number;
  /** Frames left out for listeners too far behind, and made up for later. */
  readonly skipped: number;
  /** Connections that stopped reading altogether. */
  readonly stalled: number;
}

export interface Traffic {
  sent(direct: boolean, bytes: number): void;
  skipped(): void;
  stalled(): void;
  counts(): TrafficCounts;
}

export function countTraffic(): Traffic {
  const counts = { frames: 0, bytes: 0, direct: 0, skipped: 0, stalled: 0 };
  return {
    sent(direct, bytes) {
      counts.frames += 1;
      counts.bytes += bytes;
      if (direct) counts.direct += 1;
    },
    skipped: () => void (counts.skipped += 1),
    stalled: () => void (counts.stalled += 1),
    counts: () => ({ ...counts }),
  };
}
