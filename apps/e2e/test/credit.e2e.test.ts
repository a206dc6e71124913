/** From the answer to the proof: ideas are chosen with a reason, one is adopted, and nobody can take its author away. */
import { readFile } from 'node:fs/promises';
import { proposeResults, readIdea, readSelection, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT, publishedIdea, readyToAnswer, REASON } from './support/challenge.ts';
import { countClicks } from './support/clicks.ts';
import { openStory, type Story } from './support/story.ts';
import { linkOf } from './support/team.ts';

const TITLE = 'Éteindre les écrans la nuit';
const OTHER = 'Un stylo par table';

let story: Story;
let idea: IdeaId;
let other: IdeaId;

beforeAll(async () => {
  story = await openStory();
  const { instance, author, colleague, moderator, challenge } = story;
  instance.clock.set(AT.open);
  idea = await publishedIdea(author, challenge, { title: TITLE, text: 'Une minuterie par étage.' });
  other = await publishedIdea(colleague, challenge, {
    title: OTHER,
    text: 'Les réunions en perdent trente.',
  });
  instance.clock.set(AT.sealed);
  await readyToAnswer(moderator, challenge);
  instance.clock.set(AT.deliberation);
});
afterAll(async () => {
  await story?.close();
});

test('[S29] results wait for every answer, name the one that is missing, and need a second person', async () => {
  const { moderator, secondModerator, author, challenge } = story;
  const { page, context, faults } = await story.seat(moderator);
  const board = `/defis/${challenge}/choix`;
  const propose = page.getByRole('button', { name: 'Proposer les résultats' });

  await page.goto(`${board}/${idea}`);
  await page.getByRole('radio', { name: /^Retenue/ }).check();
  await page.getByRole('textbox', { name: 'La raison' }).fill(REASON);
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await page.getByText('Réponse enregistrée.').waitFor();
  await page.goto(board);
  const missing = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Il manque 1 réponse' }) });
  await missing.waitFor();
  expect(await propose.count()).toBe(0);
  // Who goes around the page is refused with the same name.
  const { version } = await moderator.expect(readSelection, { params: { challenge } });
  const refused = await moderator.call(proposeResults, { params: { challenge }, body: { version } });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'answers-missing', ideas: [other] } });

  await missing.getByRole('link', { name: OTHER }).click();
  await page.getByRole('radio', { name: 'Non retenue cette fois' }).check();
  await page.getByRole('combobox', { name: 'Le motif' }).selectOption({ label: 'À retravailler' });
  await page.getByRole('textbox', { name: 'La raison' }).fill(REASON);
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await page.getByText('Réponse enregistrée.').first().waitFor();
  await page.goto(board);
  await propose.click();
  await page.getByRole('heading', { name: 'Vous avez proposé les résultats' }).waitFor();
  expect(await page.getByRole('button', { name: 'Confirmer et publier' }).count()).toBe(0);
  expect((await author.expect(readIdea, { params: { idea } })).answer).toBeNull();

  const hers = await story.seat(author);
  await hers.page.goto(`/idees/${idea}`);
  await hers.page.getByText('La balle est chez l’équipe d’animation').first().waitFor();
  const second = await story.seat(secondModerator, { width: 360 });
  await second.page.goto(board);
  await second.page.getByRole('button', { name: 'Confirmer et publier' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Oui, publier' }).click();
  await second.page.getByRole('heading', { level: 1, name: 'Les réponses sont publiées' }).waitFor();
  await hers.page.getByText(REASON).waitFor();
  expect([...faults, ...hers.faults, ...second.faults]).toEqual([]);
  await Promise.all([context, hers.context, second.context].map((each) => each.close()));
});

test('[S32] from the mailed link a directorate adopts in at most four clicks, having read what it promises', async () => {
  const { director, author, instance, team } = story;
  instance.clock.set(AT.decided);
  const { page, context, faults } = await story.seat();
  // The press on the link in the mail is the first of the four.
  await page.goto(linkOf(await team.mailTo(director.mail), '/adopter'));
  const clicks = await countClicks(page);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByText('En adoptant, votre direction s’engage à').waitFor();
  await page.getByText('Les noms des auteurs ne peuvent pas être modifiés.').first().waitFor();
  await page.getByRole('combobox', { name: 'Pilote' }).click();
  await page.keyboard.type('Paul');
  await page.getByRole('option', { name: 'Paul Exemple' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Des minuteries dans trois bâtiments, et le relevé des compteurs.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Premier étage équipé');
  await page.getByRole('button', { name: 'Adopter cette idée' }).click();
  await page.getByText('C’est adopté.').waitFor();
  expect(1 + (await clicks())).toBeLessThanOrEqual(4);
  expect(faults).toEqual([]);
  await context.close();

  const hers = await story.seat(author, { width: 360 });
  await hers.page.goto(`/idees/${idea}/porter`);
  for (const choice of ['Je porte', 'Je contribue', 'Je reste au courant'])
    await hers.page.getByRole('radio', { name: choice }).waitFor();
  await hers.page.getByRole('radio', { name: 'Je porte' }).check();
  await hers.page.getByRole('button', { name: 'Enregistrer ma réponse' }).click();
  await hers.page.getByText('Votre réponse est enregistrée.').waitFor();
  expect((await author.expect(readIdea, { params: { idea } })).credits.carrier?.id).toBe(author.id);
  expect(hers.faults).toEqual([]);
  await hers.context.close();
});

test('[S33] no page offers anybody a way to remove the author, and the request answers 400 unknown-field', async () => {
  const { director, pilot, moderator, author, team, challenge } = story;
  const before = (await author.expect(readIdea, { params: { idea } })).credits;
  const pages = [`/idees/${idea}`, `/idees/${idea}/adopter`, `/idees/${idea}/preuve`, `/defis/${challenge}`];
  for (const person of [director, pilot, moderator, team.administrator]) {
    const { page, context } = await story.seat(person);
    for (const path of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('main').locator('p').filter({ hasText: 'Idée d’Ana Exemple' }).first().waitFor();
      const controls = await page
        .getByRole('main')
        .locator('button, a, input, select, textarea, [role="button"]')
        .evaluateAll((found) =>
          found.map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent ?? ''}`),
        );
      expect(
        controls.filter((name) => /auteur|autrice|Ana Exemple|retirer|remplacer|supprimer/i.test(name)),
      ).toEqual([]);
    }
    const answer = await page.evaluate(async (id) => {
      const response = await fetch(`/api/ideas/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ originators: [] }),
      });
      const { code, fields } = (await response.json()) as { code?: string; fields?: string[] };
      return { status: response.status, code, fields };
    }, idea);
    expect(answer).toEqual({ status: 400, code: 'unknown-field', fields: ['originators'] });
    await context.close();
  }
  expect((await author.expect(readIdea, { params: { idea } })).credits).toEqual(before);
});

test('« Vérifier le crédit » shows a proof that holds, and a downloaded receipt holds for a stranger too', async () => {
  const { author } = story;
  const { page, context, faults } = await story.seat(author);
  await page.goto(`/idees/${idea}`);
  await page.getByRole('link', { name: 'Vérifier le crédit' }).click();
  await page.getByText('Ce texte et ces noms n’ont pas changé depuis le').first().waitFor();
  expect(await page.getByText('Échec').count()).toBe(0);
  await page.goto('/mes-credits');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: 'Télécharger le reçu « Vous avez proposé cette idée »' })
      .first()
      .click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain('Ana Exemple');
  expect(faults).toEqual([]);
  await context.close();

  const stranger = await story.seat(null);
  await stranger.page.goto('/verifier');
  await stranger.page.getByRole('textbox', { name: 'Le reçu' }).fill(file);
  await stranger.page.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await stranger.page.getByText('Ce reçu tient.').waitFor();
  await stranger.page
    .getByRole('textbox', { name: 'Le reçu' })
    .fill(file.replace('Ana Exemple', 'Eva Exemple'));
  await stranger.page.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await stranger.page.getByText('Ce reçu ne tient pas.').waitFor();
  await stranger.context.close();
});
