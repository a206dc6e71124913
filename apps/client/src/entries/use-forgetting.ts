/** Nobody touched the page for a while: said once before, then everything on it goes. */
import { KIOSK_SECONDS, KIOSK_WARNING_SECONDS } from '@butinerie/contracts';
import { useEffect, useRef, useState } from 'react';

// Not scrolling as such: a page scrolls by itself when something comes onto it.
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Whether the warning is due. */
export function useForgetting(active: boolean, onGone: () => void): boolean {
  const [warned, setWarned] = useState(false);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    if (!active) return undefined;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stop = (): void => timers.forEach((timer) => clearTimeout(timer));
    const again = (): void => {
      stop();
      setWarned(false);
      timers = [
        setTimeout(() => setWarned(true), (KIOSK_SECONDS - KIOSK_WARNING_SECONDS) * 1_000),
        setTimeout(() => gone.current(), KIOSK_SECONDS * 1_000),
      ];
    };
    again();
    for (const touch of TOUCHES) addEventListener(touch, again, { capture: true, passive: true });
    // A tab that goes to the background of a shared device is not somebody's any more.
    const leave = (): void => gone.current();
    addEventListener('pagehide', leave);
    return () => {
      stop();
      for (const touch of TOUCHES) removeEventListener(touch, again, { capture: true });
      removeEventListener('pagehide', leave);
    };
  }, [active]);
  return warned;
}
