/** A shared device: an idea entered at a kiosk, its paper, the answer by its code, and nothing left behind. */
import { enterIdea, mintId, openKiosk, readCharter } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT } from './support/challenge.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
});
afterAll(() => story.close());

/** Everything a page can leave on its device, as text. */
const leftBehind = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames)
        stores.push(
          await new Promise((resolve) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve([name, store, asked.result]);
            asked.onerror = () => resolve(null);
          }),
        );
      database.close();
    }
    const fields = [...document.querySelectorAll('input, textarea')].map(
      (field) => 'value' in field && field.value,
    );
    const kept = [Object.entries(localStorage), Object.entries(sessionStorage)];
    return JSON.stringify([
      kept,
      stores,
      fields,
      document.cookie,
      location.pathname,
      document.body.textContent,
    ]);
  });

test('[S9] what an agent types at a kiosk is published in her name, and after two minutes nothing of it is left', async () => {
  const { url } = await story.moderator.expect(openKiosk, { params: { challenge: story.challenge } });
  const { page, context, faults } = await story.seat(null, { width: 360 });
  await page.clock.install();
  await page.goto(url);
  await page.getByRole('button', { name: 'J’ai une idée' }).click();
  const entries = await page.evaluate(() => history.length);
  await page.getByLabel('Prénom et nom').fill('Nour Discrète');
  await page.getByLabel('Direction').fill('Direction des Routes');
  await page.getByLabel('Titre').fill('Des gants à la bonne taille');
  await page.getByLabel('Votre idée').fill('Nous jetons les trop grands.');
  await page.getByLabel('J’ai lu la charte et je l’accepte.').check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publier à mon nom' }).click();
  const paper = page.getByRole('article');
  await paper.getByText('Idée : Des gants à la bonne taille').waitFor();
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await paper.textContent()) ?? '')?.[0] ?? '';
  expect(code).toHaveLength(14);
  expect(await leftBehind(page)).toContain('Nour Discrète');

  await page.clock.fastForward('01:45');
  await page.getByText('cette page s’efface dans 20').waitFor();
  await page.clock.fastForward('00:20');
  await page.getByRole('button', { name: 'J’ai un code' }).waitFor();
  const left = await leftBehind(page);
  for (const typed of ['Nour', 'gants', 'trop grands', code, code.replaceAll('-', '')])
    expect(left).not.toContain(typed);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(await context.cookies()).toEqual([]);

  await page.getByRole('button', { name: 'J’ai un code' }).click();
  await page.getByLabel('Code du papier').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
  await page.getByText('Idée de Nour Discrète').waitFor();
  await page.getByRole('button', { name: 'J’ai fini : tout effacer' }).click();
  expect(await leftBehind(page)).not.toContain('Nour');
  expect(faults).toEqual([]);
  await context.close();
});

test('[S9] what a moderator wrote down: whoever types the printed code reads the agent as author, and who wrote it down', async () => {
  const { moderator, colleague, challenge } = story;
  const { current } = await moderator.expect(readCharter, {});
  const slip = await moderator.expect(enterIdea, {
    params: { challenge },
    body: {
      idea: mintId('idea'),
      author: { name: 'Lise Atelier', directorate: 'Direction des Routes' },
      title: 'Des bottes pour tous les temps',
      text: 'Les nôtres prennent l’eau.',
      charter: current,
    },
  });
  const { page, context, faults } = await story.seat(null, { width: 360 });
  await page.goto('/suivre');
  await page.getByLabel('Code du papier').fill(slip.code);
  await page.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
  await page.getByText('Idée de Lise Atelier').waitFor();
  await page.getByText('Saisie par Maud Exemple').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();

  // To everybody else too: the author's name above the text, the moderator's in a line of its own.
  const his = await story.seat(colleague, { width: 360 });
  await his.page.goto(`/idees/${slip.idea}`);
  await his.page.getByRole('main').locator('p').filter({ hasText: 'Idée de Lise Atelier' }).waitFor();
  await his.page.getByText('Saisie par Maud Exemple le').waitFor();
  expect(await his.page.locator('header').getByText('Maud Exemple').count()).toBe(0);
  expect([...faults, ...his.faults]).toEqual([]);
  await his.context.close();
});
