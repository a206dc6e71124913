/** Something that falls due by the clock is known to every server: the one that made it may not live to do it. */
import { z } from 'zod';
import type { WakeUps } from './wake-ups.ts';

/** Looks whenever another server may have made something due; answers how to tell the others that this one did. */
export function lookedAfter(wakeUps: WakeUps, what: string, look: () => void): () => void {
  const due = wakeUps.topic(`due: ${what}`, z.null());
  due.on(look);
  wakeUps.onMissed(look);
  wakeUps.onGone(look);
  return () => due.tell(null);
}
