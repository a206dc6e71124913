/** Before an idea leaves its author's hands: what is somebody's is named, and her own name stays hers until the results. */
import { listIdeas } from '@butinerie/contracts';
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
  const { author, colleague, moderator, challenge } = story;
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
  expect(await page.locator('q').allTextContents()).toEqual(['Mme X', '06 12 34 56 78']);
  const { ideas } = await colleague.expect(listIdeas, { params: { challenge } });
  expect(ideas).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tout masquer' }).click();
  expect(await text.inputValue()).toBe('Mme … attend deux heures. Appelez le [téléphone] avant de venir.');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('Sur cette idée, vous êtes').waitFor();
  const address = page.url();
  expect(await accessibilityFaults(page)).toEqual([]);

  for (const reader of [colleague, moderator]) {
    const seat = await story.seat(reader);
    await seat.page.goto(new URL(address).pathname);
    await seat.page.getByRole('heading', { level: 1, name: 'Un accueil sans attente' }).waitFor();
    await seat.page.getByText('(pseudonyme)').first().waitFor();
    await seat.settled();
    expect(await seat.page.content()).not.toContain(author.name);
    expect(await seat.page.getByText('Sur cette idée, vous êtes').count()).toBe(0);
    expect(seat.faults).toEqual([]);
    await seat.context.close();
  }
  expect(hers.faults).toEqual([]);
  await hers.context.close();
});
