/** Asked for while the network was away: it leaves when the network is back. */
import { useEffect, useRef } from 'react';
import { onReconnect } from './socket.ts';

export function useSendAgain(waits: boolean, send: () => Promise<void>): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!waits) return undefined;
    const again = (): void => void latest.current();
    const stop = onReconnect(again);
    addEventListener('online', again);
    return () => {
      stop();
      removeEventListener('online', again);
    };
  }, [waits]);
}
