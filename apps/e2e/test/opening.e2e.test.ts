/** Before and at the opening: what an agent sees the day before, what the clock changes by itself, and the first idea. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT, QUESTION } from './support/challenge.ts';
import { countClicks } from './support/clicks.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;

beforeAll(async () => {
  story = await openStory();
});
afterAll(async () => {
  await story?.close();
});

test('[S1] the day before: the question and its dates in Paris time, and nothing to propose yet', async () => {
  const { instance, author } = story;
  instance.clock.set(AT.dayBefore);
  const { page, context, faults } = await story.seat(author);
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: QUESTION.replace(' ?', '') }).waitFor();
  await page.getByText('Ouverture lundi 12 octobre 2026, 9 h 00 (heure de Paris)').waitFor();
  await page.getByText('Le défi n’est pas encore ouvert').waitFor();
  expect(await page.getByRole('link', { name: 'J’ai une idée' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Je rebondis' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('[S2] a page open before the hour offers to propose when the clock passes it, without reload', async () => {
  const { instance, author } = story;
  instance.clock.set(AT.minuteBefore);
  const { page, context, faults } = await story.seat(author);
  const heardNothing = page.waitForResponse((response) => response.url().includes('/socket.io/'));
  await page.goto('/');
  await page.getByText('Défi à venir').waitFor();
  await heardNothing;
  await page.evaluate(() => Object.assign(window, { sameVisit: true }));
  instance.clock.set(AT.opening);
  await page.getByRole('link', { name: 'J’ai une idée' }).waitFor();
  await page.getByText('Défi en cours').waitFor();
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});

test('[S3] on a phone, from the mailed link to a published idea in at most three taps after entering', async () => {
  const { instance, team } = story;
  instance.clock.set(AT.open);
  const { link, name } = await team.invited({ name: 'Inès Exemple-Moreau' });
  const { page, context, faults } = await story.seat(null, { width: 360 });
  await page.goto(link);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Que gaspillons-nous' }).waitFor();
  const taps = await countClicks(page);
  await page.getByRole('link', { name: 'J’ai une idée' }).click();
  const title = page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  await title.click();
  await page.keyboard.type('Un tableau des clés');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Les clés des véhicules se cherchent. Un tableau à l’accueil suffit.');
  await page.getByRole('button', { name: 'Publier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Un tableau des clés' }).waitFor();
  expect(await taps()).toBeLessThanOrEqual(3);
  await page
    .getByRole('main')
    .locator('p')
    .filter({ hasText: `Idée de ${name}` })
    .waitFor();
  await page.getByText('C’est publié.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('what was typed survives a reload, and a server that went away and came back', async () => {
  const { instance, author, challenge } = story;
  const { page, context } = await story.seat(author, { width: 360 });
  const title = page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  const text = page.getByRole('textbox', { name: 'Le problème et l’idée' });
  await page.goto(`/defis/${challenge}/proposer`);
  await title.fill('Réparer les fauteuils');
  await text.fill('Cent vingt fauteuils partent à la benne.');
  await page.reload();
  await page.getByText('Nous avons retrouvé votre brouillon').waitFor();
  expect(await title.inputValue()).toBe('Réparer les fauteuils');
  expect(await text.inputValue()).toBe('Cent vingt fauteuils partent à la benne.');

  await page.getByText('Brouillon enregistré à').waitFor();
  await instance.halt();
  await text.fill('Cent vingt fauteuils partent à la benne. Le lycée voisin répare.');
  await page.getByRole('button', { name: 'Publier' }).click();
  await page.getByText('Votre texte est gardé sur ce téléphone').waitFor();
  await instance.start();
  await page.getByRole('heading', { level: 1, name: 'Réparer les fauteuils' }).waitFor();
  await page.getByText('Le lycée voisin répare.').waitFor();
  await page.getByRole('main').locator('p').filter({ hasText: 'Idée de Ana Exemple' }).waitFor();
  await context.close();
});
