/**
 * A change of page as everybody should notice it: the title of the window, the focus on the heading (which a screen
 * reader then says), the top of the page — or the place one left, when going back.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { usePlatformName } from './own-words.ts';

const places = new Map<string, number>();
/** Location whose arrival was already dealt with; the first page keeps the browser's own focus. */
let arrivedAt: string | null = null;

export function useArrival(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname, hash } = useLocation();
  const kind = useNavigationType();

  const platform = usePlatformName();
  useEffect(() => {
    document.title = title === platform ? title : `${title} — ${platform}`;
  }, [title, platform]);
  useLayoutEffect(() => {
    const first = arrivedAt === null;
    // A filter or a tab kept in the query is not another page: the focus stays where the person works.
    if (arrivedAt === pathname) return;
    arrivedAt = pathname;
    if (first || hash) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, kind === 'POP' ? (places.get(key) ?? 0) : 0);
  }, [key, pathname, hash, kind]);
  useEffect(() => {
    const remember = (): void => void places.set(key, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key]);
  return heading;
}
