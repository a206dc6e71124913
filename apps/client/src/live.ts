/** Who listens to the server's news: one line per concept, each for itself. */
import { listenToNotices } from './notifications/live.ts';

const LISTENERS: readonly (() => () => void)[] = [listenToNotices];

export function startListening(): () => void {
  const stops = LISTENERS.map((listen) => listen());
  return () => {
    for (const stop of stops) stop();
  };
}
