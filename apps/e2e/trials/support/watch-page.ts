/** What a person sees, with the moment she sees it: how long the text is, and whether it is said to be saved. */
import type { Page } from 'playwright-core';

export interface Sight {
  readonly at: number;
  readonly length: number;
  readonly saved: boolean;
}
interface Watched {
  keys: number[];
  sights: Sight[];
}

/** From here on every key and every change of the screen is written down in the page itself. */
export async function watchPage(page: Page): Promise<() => Promise<Watched>> {
  // No function in here has a name: the tool that runs this would add a helper that the page does not know.
  await page.evaluate(() => {
    const watched: Watched = { keys: [], sights: [] };
    Object.assign(globalThis, { watched });
    const field = document.querySelector('[role="textbox"][contenteditable]');
    document.addEventListener(
      'keydown',
      () => watched.keys.push(performance.timeOrigin + performance.now()),
      true,
    );
    new MutationObserver(() => {
      const carets = field?.querySelectorAll('[aria-hidden="true"]') ?? [];
      const beside = [...carets].reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0);
      const status = [...document.querySelectorAll('p[role="status"]')].map(({ textContent }) => textContent);
      watched.sights.push({
        at: performance.timeOrigin + performance.now(),
        length: (field?.textContent ?? '').replaceAll('\u2060', '').length - beside,
        saved: status.some((said) => /^(Enregistré|Synchronisé)/.test(said ?? '')),
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  // What was just assigned above is read here.
  return () => page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
};
