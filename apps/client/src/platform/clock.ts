/**
 * What time it is: the server decides, the client keeps the offset. A screen that depends on a phase arms one timer to
 * the next boundary; the offset is measured again after a sleep, so the wall clock of the device is enough in between.
 */
import { useEffect, useReducer, useSyncExternalStore } from 'react';

const LONGEST_TIMER = 2_147_000_000;
let offset = 0;
const listeners = new Set<() => void>();

export function serverNow(): number {
  return Date.now() + offset;
}

/** `roundTrip` is how long the answer that carried the time took: half of it has passed since it was stamped. */
export function setServerTime(serverTime: string, roundTrip = 0): void {
  const measured = Date.parse(serverTime) + roundTrip / 2 - Date.now();
  // Less than a tenth of a second is the network's noise; re-arming for it would draw every screen again.
  if (Math.abs(measured - offset) < 100) return;
  offset = measured;
  for (const listener of listeners) listener();
}

const watchOffset = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const toMillis = (boundary: string | number): number =>
  typeof boundary === 'number' ? boundary : Date.parse(boundary);

/** The server's time, drawn again when the next of these boundaries passes. */
export function useNow(...boundaries: readonly (string | number | null)[]): number {
  const [drawn, draw] = useReducer((times: number) => times + 1, 0);
  const shift = useSyncExternalStore(watchOffset, () => offset);
  const known = boundaries.filter((boundary) => boundary !== null).map(toMillis);
  const now = serverNow();
  const next = Math.min(...known.filter((boundary) => boundary > now));

  useEffect(() => {
    document.addEventListener('visibilitychange', draw);
    return () => document.removeEventListener('visibilitychange', draw);
  }, []);
  // `drawn` too: a timer cut short by its longest length has the same boundary before it.
  useEffect(() => {
    if (!Number.isFinite(next)) return undefined;
    const timer = setTimeout(draw, Math.min(Math.max(next - serverNow(), 0) + 20, LONGEST_TIMER));
    return () => clearTimeout(timer);
  }, [next, shift, drawn]);
  return now;
}
