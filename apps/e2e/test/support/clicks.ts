/** Counts what a finger does: scenarios promise a number of taps, and a promise is counted where it is kept. */
import type { Page } from 'playwright-core';

const KEY = 'e2e-clicks';

/** From now on, whatever page of the same site is shown; the returned function says how many. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  const listen = (key: string): void => {
    document.addEventListener(
      'click',
      // A press on a label is followed by one on its field, made by the browser: that finger moved once.
      ({ isTrusted, detail }) => {
        if (isTrusted && detail > 0)
          sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key) ?? 0) + 1));
      },
      { capture: true },
    );
  };
  await page.addInitScript(listen, KEY);
  await page.evaluate(listen, KEY);
  await page.evaluate((key) => sessionStorage.removeItem(key), KEY);
  return () => page.evaluate((key) => Number(sessionStorage.getItem(key) ?? 0), KEY);
}
