/** What axe finds wrong with a page against WCAG 2.2 AA: one line per fault, none when the page is sound. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (rules) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    // What is sound is counted by nobody: naming it all takes longer than finding what is not.
    const found = await here.run({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target),
    }));
  }, RULES);
  return violations.map(({ id, help, at }) => `${id}: ${help} (${at.map(String).join(', ')})`);
}
