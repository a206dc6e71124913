/** Before and at the opening: what an agent sees the day before, what the clock changes by itself, and the first idea. */
import { listIdeas } from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
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

/** With the no-break spaces of a French hour. */
const SAVED_AT_TEN = /Enregistré le.*14\soctobre.*à\s10\sh\s00/;

/** What Chromium's own tools call slow 3G. */
async function overSlow3G(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const bytesPerSecond = 500_000 / 8;
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

test('[S1] the day before: the question, its dates in Paris time, a way to follow, and nothing to propose yet', async () => {
  const { instance, author } = story;
  instance.clock.set(AT.dayBefore);
  const { page, context, faults } = await story.seat(author);
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: QUESTION.replace(' ?', '') }).waitFor();
  await page.getByText('Ouverture lundi 12 octobre 2026, 9 h 00 (heure de Paris)').waitFor();
  await page.getByText('Le défi n’est pas encore ouvert').waitFor();
  expect(await page.getByRole('link', { name: 'J’ai une idée' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Je rebondis' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Suivre', exact: true }).click();
  await page.getByRole('button', { name: 'Suivi', pressed: true }).waitFor();
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

test('[S3] on a phone over slow 3G, from the mailed link to a published idea in at most three taps after entering', async () => {
  const { instance, team } = story;
  instance.clock.set(AT.open);
  const { link, name } = await team.invited({ name: 'Inès Exemple-Moreau' });
  const { page, context, faults } = await story.seat(null, { width: 360 });
  expect(page.viewportSize()).toEqual({ width: 360, height: 640 });
  await overSlow3G(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Que gaspillons-nous' }).waitFor();
  const taps = await countClicks(page);
  await page.getByRole('link', { name: 'J’ai une idée' }).click();
  const title = page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  // The touch that begins typing is typing.
  await title.focus();
  await page.keyboard.type('Un tableau des clés');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Les clés des véhicules se cherchent. Un tableau à l’accueil suffit.');
  await page.getByRole('button', { name: 'Publier' }).click();
  // Asked over what she typed, this once; the same press sends it.
  await page.getByRole('dialog', { name: 'La charte, une seule fois' }).getByText('Le nom reste.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'J’accepte et j’envoie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Un tableau des clés' }).waitFor();
  expect(await taps()).toBeLessThanOrEqual(3);
  await page
    .getByRole('main')
    .locator('p')
    .filter({ hasText: `Idée d’${name}` })
    .waitFor();
  await page.getByText('C’est publié.').waitFor();
  // What the browser itself says of the question.
  expect(faults.filter((fault) => !fault.includes('status of 428'))).toEqual([]);
  await context.close();
});

test('[S4] [S5] [S6] begun on a phone, found on another screen, too long and whole, published once from offline', async () => {
  const { instance, author, challenge } = story;
  instance.clock.set(AT.open);
  const title = 'Les lampes du parking';
  const begun = 'Les lampes du parking restent allumées tout le week-end. '.repeat(4);
  expect(begun.length).toBeGreaterThan(200);
  const phone = await story.seat(author, { width: 360 });
  await phone.page.goto(`/defis/${challenge}/proposer`);
  await phone.page.getByRole('textbox', { name: 'Votre idée en une ligne' }).fill(title);
  await phone.page.getByRole('textbox', { name: 'Le problème et l’idée' }).fill(begun);
  await phone.page.getByText('Brouillon enregistré à 10 h 00').waitFor();
  await phone.context.close();

  const { page, context } = await story.seat(author);
  const text = page.getByRole('textbox', { name: 'Le problème et l’idée' });
  await page.goto('/');
  await page.getByText(SAVED_AT_TEN).waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByText(SAVED_AT_TEN).waitFor();
  expect(await text.inputValue()).toBe(begun);

  const long = 'Trois mille signes !'.repeat(150);
  await text.press('Control+A');
  await page.keyboard.insertText(long);
  await page.getByText('1 500 signes de trop pour publier. Tout votre texte est gardé.').waitFor();
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('Le texte compte 3 000 signes, pour 1 500 au plus à la publication.').waitFor();
  await page.getByText('Raccourcissez le texte, puis publiez.').waitFor();
  expect(await text.inputValue()).toBe(long);

  await text.fill(begun);
  await page.getByText('Brouillon enregistré à 10 h 00').waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('Votre texte est gardé sur ce téléphone').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const { ideas } = await author.expect(listIdeas, { params: { challenge } });
  expect(ideas.filter((idea) => idea.title === title)).toHaveLength(1);
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
  await page.getByRole('main').locator('p').filter({ hasText: 'Idée d’Ana Exemple' }).waitFor();
  await context.close();
});
