/** One idea leads to another: found in spite of typing errors, said to be alike, grown into, drawn, shown in an image. */
import { listMine, mintId, reboundOnIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT } from './support/challenge.ts';
import { fillChallenge } from './support/small-challenge.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let screens: IdeaId;
let chairs: IdeaId;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const ideas = await fillChallenge(story);
  screens = ideas[0];
  chairs = ideas[7] ?? screens;
});
afterAll(async () => {
  await story?.close();
});

test('looked for without accents and with an error, found; while a title like it is typed, the first choice is to rebound', async () => {
  const { moderator, challenge } = story;
  const { page, context, faults } = await story.seat(moderator, { width: 360 });
  await page.goto(`/defis/${challenge}`);
  const all = page.getByRole('list', { name: 'Toutes les idées' });
  await all.getByRole('link', { name: 'Un stylo par table' }).waitFor();
  await page.getByRole('searchbox', { name: 'Chercher une idée' }).fill('ecrnas');
  await page.getByText('1 idée trouvée.').waitFor();
  await all.getByRole('link', { name: 'Éteindre les écrans la nuit' }).waitFor();
  expect(await all.getByRole('link', { name: 'Un stylo par table' }).count()).toBe(0);

  await page.goto(`/defis/${challenge}/proposer`);
  const title = page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  await title.click();
  await page.keyboard.type('Éteindre tous les écrans la nuit');
  const alike = page.getByRole('region', { name: 'Une idée proche existe déjà' });
  const rebound = alike.getByRole('link', { name: 'Rebondir dessus' });
  await rebound.waitFor();
  expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByText('Brouillon enregistré à').waitFor();
  await rebound.click();
  await page.getByRole('heading', { level: 1, name: 'Éteindre les écrans la nuit' }).waitFor();
  await page.getByRole('textbox', { name: 'Rebondissez sur cette idée' }).fill('Les week-ends surtout.');
  await page.getByRole('button', { name: 'Rebondir', exact: true }).last().click();
  await page.getByText('Votre rebond est publié, à votre nom.').waitFor();
  // What was begun is still there.
  const { drafts } = await moderator.expect(listMine);
  expect(drafts.map((draft) => draft.title)).toEqual(['Éteindre tous les écrans la nuit']);
  expect(faults).toEqual([]);
  await context.close();
});

test('with the keyboard alone a rebound grows into an idea that differs, and the family is read as a drawing and a table', async () => {
  const { colleague } = story;
  const body = { id: mintId('rebound'), text: 'L’atelier du lycée répare aussi les tables.' };
  await colleague.expect(reboundOnIdea, { params: { idea: chairs }, body });
  const { page, context, faults } = await story.seat(colleague);
  await page.goto(`/idees/${chairs}`);
  await page.getByRole('link', { name: 'En faire une idée' }).focus();
  await page.keyboard.press('Enter');
  const title = page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  await title.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Un atelier de réparation partagé');
  await page.getByRole('button', { name: 'Publier', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Un atelier de réparation partagé' }).waitFor();
  await page.getByRole('link', { name: 'Voir toute la filiation' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'D’où vient' }).waitFor();
  await page.locator('summary', { hasText: 'La même famille en tableau' }).focus();
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'Un atelier de réparation partagé' }).first();
  await row.getByText('Côme Exemple').waitFor();
  expect(await row.textContent()).toContain('Réparer plutôt que remplacer les fauteuils');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('rowheader').getByRole('link', { name: 'Réparer plutôt que' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Réparer plutôt que remplacer les fauteuils' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('an image is attached with what it shows, and others read it who do not see it', async () => {
  const { author, colleague } = story;
  const hers = await story.seat(author, { width: 360 });
  await hers.page.goto(`/idees/${screens}`);
  const files = hers.page.locator('section').filter({ hasText: 'Images et documents' });
  const photo = { name: 'plateau.png', mimeType: 'image/png', buffer: await hers.page.screenshot() };
  await files.getByLabel('Choisir une image ou un PDF').setInputFiles(photo);
  await files
    .getByRole('textbox', { name: 'Que montre l’image ?' })
    .fill('Un plateau vide, les écrans allumés');
  await files.getByRole('button', { name: 'Joindre à l’idée' }).click();
  await files.getByRole('img', { name: 'Un plateau vide, les écrans allumés' }).waitFor();

  const his = await story.seat(colleague);
  await his.page.goto(`/idees/${screens}`);
  const seen = his.page.getByRole('img', { name: 'Un plateau vide, les écrans allumés' });
  await seen.scrollIntoViewIfNeeded();
  await expect
    .poll(() => seen.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(await accessibilityFaults(his.page)).toEqual([]);
  expect([...hers.faults, ...his.faults]).toEqual([]);
  await hers.context.close();
  await his.context.close();
});
