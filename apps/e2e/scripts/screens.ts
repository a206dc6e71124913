/**
 * Photographs every screen of a small instance at 360 and 1280 pixels, and the main ones in the dark, into
 * `screenshots/` at the top of the repository: to be looked at before a screen is called done. A pattern
 * given as an argument keeps only the screens whose name matches it; `--english` takes each of them in English as well.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Visit } from '../src/page.ts';
import { AT } from '../test/support/challenge.ts';
import { openStory } from '../test/support/story.ts';
import { scenes, type Scene } from './scenes.ts';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
const WIDTHS = [360, 1280];
const words = process.argv.slice(2);
const only = new RegExp(words.find((word) => !word.startsWith('--')) ?? '', 'u');
const alsoInEnglish = words.includes('--english');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const story = await openStory({ mailPage: true });
let taken = 0;

async function settle(seat: Visit): Promise<void> {
  await seat.settled();
  // Asked of the page itself, where fonts are loaded.
  await seat.page.evaluate(async () => void (await document.fonts.ready));
}

/** Says the page in the other language, as a person does: from the header, or from the menu of whoever is signed in. */
async function switchLanguage(page: Page, to: 'English' | 'Français'): Promise<void> {
  const button = page.getByRole('button', { name: to, exact: true });
  const menu = page.getByRole('banner').locator('summary').last();
  const open = await button.isVisible();
  if (!open) await menu.click();
  await button.click();
  await page.locator(`html[lang=${to === 'English' ? 'en' : 'fr'}]`).waitFor();
  if (!open && (await page.getByRole('banner').locator('details[open]').count()) > 0) await menu.click();
}

async function photograph(scene: Scene, seat: Visit, suffix: string): Promise<void> {
  const { page, faults } = seat;
  await page.goto(scene.path);
  await settle(seat);
  await scene.act?.(page);
  await settle(seat);
  await page.screenshot({ path: `${folder}${scene.name}-${suffix}.png`, fullPage: true });
  taken += 1;
  for (const fault of faults) console.log(`${scene.name} ${suffix}: ${JSON.stringify(fault)}`);
}

async function shoot(scene: Scene): Promise<void> {
  for (const width of WIDTHS) {
    const seat = await story.seat(scene.who, { width, locale: scene.locale ?? 'fr-FR' });
    try {
      await photograph(scene, seat, String(width));
      if (alsoInEnglish && scene.locale === undefined && scene.name !== '22-challenge-en') {
        await switchLanguage(seat.page, 'English');
        await settle(seat);
        await seat.page.screenshot({ path: `${folder}${scene.name}-${width}-en.png`, fullPage: true });
        taken += 1;
        await switchLanguage(seat.page, 'Français');
      }
      if (scene.dark === true) {
        await seat.page.emulateMedia({ colorScheme: 'dark' });
        await seat.page.screenshot({ path: `${folder}${scene.name}-${width}-dark.png`, fullPage: true });
        taken += 1;
      }
    } catch (reason) {
      console.log(`${scene.name} ${width}: not photographed, ${String(reason).split('\n')[0]}`);
      await seat.page.screenshot({ path: `${folder}${scene.name}-${width}-stopped.png`, fullPage: true });
      process.exitCode = 1;
    }
    await seat.context.close();
  }
}

try {
  story.instance.clock.set(AT.dayBefore);
  for await (const scene of scenes(story)) if (only.test(scene.name)) await shoot(scene);
  console.log(`${taken} screenshots in ${folder}`);
} finally {
  await story.close();
}
