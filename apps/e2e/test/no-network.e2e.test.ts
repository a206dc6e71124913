/** Nothing answers at all, not even for the page itself: the app opens from the device, for whoever was signed in. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT, publishedIdea, writesWith } from './support/challenge.ts';
import { openEditor } from './support/editor.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let idea: IdeaId;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const { author, challenge } = story;
  idea = await publishedIdea(author, challenge, { title: 'Réparer les vélos', text: 'Un atelier.' });
  await writesWith(story, idea);
});
afterAll(async () => {
  await story?.close();
});

/** The app is on the device once the worker has every file that the page loaded. */
const keptOnDevice = async (page: Page): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
        const files = ['/', ...loaded.filter((path) => path.startsWith('/assets/'))];
        const kept = await Promise.all(files.map((path) => caches.match(path)));
        return files.filter((_, at) => kept[at] === undefined);
      }),
    )
    .toEqual([]);
};

const textOnServer = async (): Promise<string> =>
  (await story.author.expect(readIdea, { params: { idea } })).text;

test('[S13] reloaded without any network, the page opens with what was typed there, is written on, and sends it later', async () => {
  const { page, context } = await story.seat(story.colleague, { width: 360, keepsApp: true });
  await page.goto(`/idees/${idea}`);
  const before = await openEditor(page);
  await before.typeAtEnd(' En ligne.');
  await page.getByText(/Enregistré à/).waitFor();
  await keptOnDevice(page);

  await context.setOffline(true);
  await page.getByText('Hors ligne.').first().waitFor();
  await before.typeAtEnd(' Avant le rechargement.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Réparer les vélos' }).waitFor();
  await page.getByText('ceci date de votre dernière visite').first().waitFor();
  const after = await openEditor(page);
  await expect.poll(() => after.text()).toContain('En ligne. Avant le rechargement.');
  await after.typeAtEnd(' Après le rechargement.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  expect(await textOnServer()).not.toContain('le rechargement.');

  await context.setOffline(false);
  await expect.poll(textOnServer).toContain('En ligne. Avant le rechargement. Après le rechargement.');
  await page.getByText('ceci date de votre dernière visite').waitFor({ state: 'detached' });
  await context.close();
});

test('who signed out leaves nothing of what she read; the app says that it has no network', async () => {
  const { page, context } = await story.seat(story.colleague, { width: 360, keepsApp: true });
  await page.goto(`/idees/${idea}`);
  await page.getByRole('heading', { name: 'Réparer les vélos' }).waitFor();
  await keptOnDevice(page);
  await page.locator('summary', { hasText: 'Mon menu' }).click();
  await page.getByRole('button', { name: 'Sortir', exact: true }).click();
  await page.getByText('Vous êtes sorti ou sortie.').waitFor();

  await context.setOffline(true);
  await page.goto(`/idees/${idea}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Réparer les vélos').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(1);
  await context.close();
});
