/** Says once that the connection is lost and that writing goes on. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../platform/language.tsx';
import { connectionState, onConnection } from '../platform/socket.ts';
import { Band } from './notice.tsx';
import { words } from './words.ts';

/** A change of cell or a server's restart takes a few seconds and concerns nobody. */
const PATIENCE = 4_000;

const watch = (fn: () => void): (() => void) => {
  const stop = onConnection(fn);
  addEventListener('online', fn);
  addEventListener('offline', fn);
  return () => {
    stop();
    removeEventListener('online', fn);
    removeEventListener('offline', fn);
  };
};
const isLost = (): boolean => !navigator.onLine || connectionState() === 'lost';

export function OfflineBar() {
  const say = useWords(words);
  const lost = useSyncExternalStore(watch, isLost);
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setTimeout(() => setSaid(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setSaid(false);
    };
  }, [lost]);
  return (
    <Band live tone="warning">
      {said && say.connectionLost}
    </Band>
  );
}
