/** Before an idea leaves its author's hands: what is somebody's is named, and her own name stays hers until the results. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT } from './support/challenge.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
});
afterAll(async () => {
  await story?.close();
});

test('[S7] [S8] on a phone: two passages masked, published under a pseudonym, and nobody reads her name', async () => {
  const { author, colleague, challenge } = story;
  const hers = await story.seat(author, { width: 360 });
  const { page } = hers;
  await page.goto(`/defis/${challenge}/proposer`);
  await page.getByRole('textbox', { name: 'Votre idée en une ligne' }).fill('Un accueil sans attente');
  const text = page.getByRole('textbox', { name: 'Le problème et l’idée' });
  await text.fill('Mme X attend deux heures. Appelez le 06 12 34 56 78 avant de venir.');
  await page.getByRole('radio', { name: 'Moi, sous pseudonyme' }).check();
  await page.getByText('Un pseudonyme cache un nom').waitFor();
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('2 passages parlent peut-être de quelqu’un').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tout masquer' }).click();
  expect(await text.inputValue()).toBe('Mme … attend deux heures. Appelez le [téléphone] avant de venir.');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('Sur cette idée, vous êtes').waitFor();
  const address = page.url();
  expect(await accessibilityFaults(page)).toEqual([]);

  const his = await story.seat(colleague);
  await his.page.goto(new URL(address).pathname);
  await his.page.getByRole('heading', { level: 1, name: 'Un accueil sans attente' }).waitFor();
  await his.page.getByText('(pseudonyme)').first().waitFor();
  expect(await his.page.content()).not.toContain(author.name);
  expect(await his.page.getByText('Sur cette idée, vous êtes').count()).toBe(0);
  expect([...hers.faults, ...his.faults]).toEqual([]);
  await hers.context.close();
  await his.context.close();
});
