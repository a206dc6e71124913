/**
 * A person in front of the product: one browser context (own cookies, own storage) and what went wrong on its page,
 * so that a journey can demand that nothing did.
 */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and uncaught exceptions, in order. */
  readonly faults: readonly string[];
  /**
   * What the page asked for has come and is shown: no request is under way, nothing stands in for what is to come, and
   * the page rests. Sooner than a network that was silent for half a second, and sure on a slow machine too.
   */
  settled(): Promise<void>;
};

export type VisitOptions = {
  readonly baseUrl?: string;
  /** 360 and 1280 are the two widths every screen is looked at; a phone is 360 × 640. */
  readonly width?: number;
  readonly locale?: 'fr-FR' | 'en-GB';
  /** Whether the app may keep itself on the device; elsewhere each visit finds what the server has, and nothing else. */
  readonly keepsApp?: boolean;
};

export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { baseUrl, width = 1280, locale = 'fr-FR', keepsApp = false } = options;
  const context = await browser.newContext({
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    viewport: { width, height: width < 600 ? 640 : 800 },
    locale,
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    serviceWorkers: keepsApp ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page, faults, settled: settling(page) };
}

function settling(page: Page): Visit['settled'] {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  const standIn = page.getByLabel(/^(Chargement|Loading)…$/).first();
  return async () => {
    do {
      for (const request of underWay) await request.response().then((answer) => answer?.finished());
      await standIn.waitFor({ state: 'detached' });
      // What came may make the page ask for more before it rests.
      await page.evaluate(() => new Promise((rested) => requestIdleCallback(() => rested(null))));
    } while (underWay.size > 0 || (await standIn.count()) > 0);
  };
}
