/** A challenge in its council's colour under its picture, and its settings kept as a format that another begins with. */
import { listFormats, mintId, readChallenge, saveFormat } from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT, QUESTION } from './support/challenge.ts';
import { drawnPicture } from './support/drawn-picture.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
});
afterAll(async () => {
  await story?.close();
});

const COLOUR = '#004d40';
const SHOWN = 'Des collines vertes sous un ciel clair';
const photo = { name: 'collines.png', mimeType: 'image/png', buffer: Buffer.from(drawnPicture()) };

/** As the browser computes it: `rgb(…)`. */
const groundOf = (page: Page, link: string): Promise<string> =>
  page.getByRole('link', { name: link }).evaluate((button) => getComputedStyle(button).backgroundColor);
/** The bytes have come and are a picture. */
const isDrawn = (page: Page): Promise<boolean> =>
  page
    .getByRole('img', { name: SHOWN })
    .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);

test('[VI1] [VI2] [VI3] a moderator chooses a colour and a picture; an agent’s page takes both as it stands, and loses the picture that is taken away', async () => {
  const { moderator, author, challenge } = story;
  const agent = await story.seat(author, { width: 360 });
  await agent.page.goto(`/defis/${challenge}`);
  await agent.page.getByRole('link', { name: 'J’ai une idée' }).waitFor();
  const before = await groundOf(agent.page, 'J’ai une idée');

  const desk = await story.seat(moderator, { width: 360 });
  await desk.page.goto(`/preparer/${challenge}/reglages`);
  const code = desk.page.getByRole('textbox', { name: 'Son code' });
  await code.fill('vert');
  await desk.page.getByRole('button', { name: 'Enregistrer la couleur' }).click();
  await desk.page.getByText('Écrivez un dièse').waitFor();
  expect(await code.inputValue()).toBe('vert');
  await code.fill(COLOUR);
  await desk.page.getByRole('button', { name: 'Enregistrer la couleur' }).click();
  // On the page that was open, without reload.
  await expect.poll(() => groundOf(agent.page, 'J’ai une idée')).toBe('rgb(0, 77, 64)');
  expect(before).not.toBe('rgb(0, 77, 64)');

  await desk.page.getByLabel('Choisir une image').setInputFiles(photo);
  await desk.page.getByRole('button', { name: 'Enregistrer l’image' }).click();
  await desk.page.getByText('Décrivez l’image').waitFor();
  await desk.page.getByRole('textbox', { name: 'Que montre l’image ?' }).fill(SHOWN);
  await desk.page.getByRole('button', { name: 'Enregistrer l’image' }).click();
  await agent.page.getByRole('img', { name: SHOWN }).waitFor();
  await expect.poll(() => isDrawn(agent.page)).toBe(true);
  expect(await accessibilityFaults(agent.page)).toEqual([]);
  await agent.page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityFaults(agent.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Retirer l’image' }).waitFor();
  expect(await accessibilityFaults(desk.page)).toEqual([]);

  await desk.page.getByRole('button', { name: 'Retirer l’image' }).click();
  await agent.page.getByRole('img', { name: SHOWN }).waitFor({ state: 'detached' });
  await desk.page.getByRole('button', { name: 'La remettre' }).click();
  await agent.page.getByRole('img', { name: SHOWN }).waitFor();
  expect([...desk.faults, ...agent.faults]).toEqual([]);
  for (const { context } of [desk, agent]) await context.close();
});

test('[FO1] [FO2] « Enregistrer comme format » keeps the settings; a challenge begun with it has them, and a second moderator finds it', async () => {
  const { moderator, secondModerator, challenge } = story;
  const { page, context, faults } = await story.seat(moderator, { width: 360 });
  await page.goto(`/preparer/${challenge}/reglages`);
  await page.getByRole('link', { name: 'Enregistrer comme format' }).click();
  const named = page.getByRole('textbox', { name: 'Nom du format' });
  await named.fill('Trois semaines, en vert');
  // Kept on the device until it is saved.
  await page.reload();
  await expect.poll(() => named.inputValue()).toBe('Trois semaines, en vert');
  await page.getByRole('button', { name: 'Enregistrer comme format' }).click();
  await page.getByRole('heading', { name: 'Trois semaines, en vert' }).waitFor();
  expect(await named.inputValue()).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();

  const other = await story.seat(secondModerator);
  await other.page.goto('/preparer/formats');
  await other.page.getByRole('link', { name: 'Commencer un défi ainsi' }).click();
  await other.page.getByText('Avec le format « Trois semaines, en vert »').waitFor();
  const question = 'Et si nous marchions ?';
  await other.page.getByRole('textbox', { name: 'La question' }).fill(question);
  await other.page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await other.page.getByRole('heading', { level: 1, name: question.replace(' ?', '') }).waitFor();
  const begun = new URL(other.page.url()).pathname.split('/').at(-1) as typeof challenge;
  const { visual } = await secondModerator.expect(readChallenge, { params: { challenge: begun } });
  const kept = await secondModerator.expect(readChallenge, { params: { challenge } });
  expect(visual).toEqual(kept.visual);
  expect(visual).toMatchObject({ colour: COLOUR, banner: { alt: SHOWN, shown: true } });
  expect(kept.question).toBe(QUESTION);
  expect([...faults, ...other.faults]).toEqual([]);
  await other.context.close();
});

test('[FO3] another moderator renames a format, a name that is taken staying in its field, and takes it off the list', async () => {
  const { moderator, secondModerator, challenge } = story;
  for (const name of ['Semaine éclair', 'Un mois'])
    await moderator.expect(saveFormat, { params: { format: mintId('format') }, body: { challenge, name } });
  const { page, context } = await story.seat(secondModerator, { width: 360 });
  await page.goto('/preparer/formats');
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const format = (name: string) => page.getByRole('listitem').filter({ has: heading(name) });
  await format('Un mois').getByRole('button', { name: 'Renommer' }).click();
  const field = page.getByRole('textbox', { name: 'Nom du format' });
  const save = page.getByRole('button', { name: 'Enregistrer', exact: true });
  await field.fill('Semaine éclair');
  await save.click();
  await page.getByText('Un autre format s’appelle déjà').waitFor();
  expect(await field.inputValue()).toBe('Semaine éclair');
  await field.fill('Quatre semaines');
  await save.click();
  await heading('Quatre semaines').waitFor();
  await heading('Un mois').waitFor({ state: 'detached' });
  await format('Quatre semaines').getByRole('button', { name: 'Retirer de la liste' }).click();
  await heading('Quatre semaines').waitFor({ state: 'detached' });
  await heading('Semaine éclair').waitFor();
  const { formats } = await moderator.expect(listFormats);
  expect(formats.map(({ name }) => name)).not.toContain('Quatre semaines');
  await context.close();
});
