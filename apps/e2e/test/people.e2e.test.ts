/** People in: a list as somebody keeps it, mistakes included, and slips for those who have no mailbox. */
import { listPeople } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import type { Person } from './support/team.ts';

const LIST = [
  'Nom ; Direction ; Courriel',
  'Nadia Benali ; Direction des Routes ; nadia.benali@agents.example.org',
  'Jean-Baptiste Le Guen ; Direction des Solidarités ;',
  ' ; Direction des Sports ; sans.nom@agents.example.org',
  'Lou Martin ; Direction des Sports ; lou.martin@agents',
].join('\n');

let stage: Stage;
let moderator: Person;

beforeAll(async () => {
  stage = await openStage();
  moderator = await stage.team.person({ name: 'Maud Exemple', roles: ['moderator'] });
});
afterAll(async () => {
  await stage?.close();
});

const namesOf = async (): Promise<string[]> =>
  (await moderator.expect(listPeople)).people.map(({ name }) => name);

test('a list with two bad rows says which and why, and invites the good ones only', async () => {
  const { page, context, faults } = await stage.seat(moderator, { width: 360 });
  await page.goto('/personnes/inviter');
  await page.getByRole('textbox', { name: 'Coller une liste' }).fill(LIST);
  await page.getByRole('button', { name: 'Lire la liste' }).click();
  await page.getByText('2 lignes valables, 2 à corriger. Personne n’est encore invité.').waitFor();
  const rowWith = (heading: string) =>
    page
      .locator('div')
      .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
      .last();
  await rowWith('Ligne 4').getByText('Il manque le nom.').waitFor();
  await rowWith('Ligne 5').getByText('L’adresse n’est pas complète.').waitFor();
  expect(await namesOf()).not.toContain('Nadia Benali');

  await page.getByRole('button', { name: 'Inviter les 2 lignes valables, laisser les 2 autres' }).click();
  await page.getByText('2 personnes invitées, 1 courriel, 1 sans boîte.').waitFor();
  const names = await namesOf();
  expect(names).toEqual(expect.arrayContaining(['Nadia Benali', 'Jean-Baptiste Le Guen']));
  expect(names).not.toContain('Lou Martin');
  await stage.instance.mailSettled();
  expect(stage.instance.mails.map(({ to }) => to).filter((to) => to.includes('nadia.benali'))).toHaveLength(
    1,
  );
  expect(faults).toEqual([]);
  await context.close();
});

test('a printed slip carries a square to photograph, and its link lets its owner in', async () => {
  const { page, context, faults } = await stage.seat(moderator);
  await page.goto('/personnes/feuillets');
  await page.getByRole('checkbox', { name: 'Choisir Jean-Baptiste Le Guen' }).check();
  await page.getByRole('button', { name: 'Préparer 1 feuillet' }).click();
  const slip = page.getByRole('article').filter({ hasText: 'Jean-Baptiste Le Guen' });
  const square = slip.getByRole('img', { name: 'lien d’entrée de Jean-Baptiste Le Guen' });
  await square.waitFor();
  const drawn = await square.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  expect(drawn).toBeGreaterThan(0);
  const link = (await slip.getByText('/entrer#').last().textContent()) ?? '';
  expect(faults).toEqual([]);
  await context.close();

  const his = await stage.seat(null, { width: 360 });
  await his.page.goto(link);
  await his.page.getByRole('button', { name: 'Entrer' }).click();
  await his.page.getByRole('heading', { level: 1, name: 'Bonjour Jean-Baptiste Le Guen' }).waitFor();
  await his.context.close();
});
