/**
 * The focus does not fall off the page. A button that is gone once it was pressed (« Accepter » in a list that shrinks)
 * takes the focus with it: the browser leaves it on nothing, and a screen reader starts over from the top. It goes to the
 * heading under which the button was, which says where one is — never to the next button, which a second press would
 * act upon.
 */
import { useEffect } from 'react';

/** Where the focus was: what held it, from the inside out, each with what stood before it, the nearest first. */
type Place = readonly { readonly element: HTMLElement; readonly before: readonly Element[] }[];

function placeOf(element: HTMLElement): Place {
  const place: { element: HTMLElement; before: Element[] }[] = [];
  for (let at: HTMLElement | null = element; at && at !== document.body; at = at.parentElement) {
    const before: Element[] = [];
    for (let beside = at.previousElementSibling; beside; beside = beside.previousElementSibling)
      before.push(beside);
    place.push({ element: at, before });
  }
  return place;
}

/** The last heading before a place, or the title of the page. */
function headingOf(place: Place): HTMLElement | null {
  const left = place.findIndex(({ element }) => element.isConnected);
  const before = place[left - 1]?.before.find((beside) => beside.isConnected);
  const mark = before ?? place[left]?.element;
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3)')];
  const precedes = (heading: HTMLElement): boolean =>
    mark !== undefined &&
    (before?.contains(heading) === true ||
      (mark.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING) !== 0);
  return headings.findLast(precedes) ?? headings[0] ?? null;
}

/** Of the last place in the content: what had the focus there, or the heading above where that was. */
function nearest(place: Place): HTMLElement | null {
  const element = place[0]?.element;
  if (element?.isConnected) return element;
  const heading = headingOf(place);
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    // From a note at the edge of the page, « Annuler », one goes back to where one was in it.
    let inContent: Place = [];
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      if (target.closest('main')) inContent = placeOf(target);
    };
    const look = (): void => {
      if (last?.isConnected !== false) return;
      last = null;
      if (document.activeElement === null || document.activeElement === document.body)
        nearest(inContent)?.focus({ preventScroll: true });
    };
    // A moment after it went: what takes its place may ask for the focus itself.
    const watch = new MutationObserver(() => {
      if (last?.isConnected === false) setTimeout(look);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}
