/** The hours of a challenge on the screens of who sets them: an hour that is none, a later closing, a pause. */
import { draftChallenge, mintId, readChallenge, type ChallengeId } from '@butinerie/contracts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT, scheduledChallenge } from './support/challenge.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
/** Of the same three weeks, and nothing moves its dates. */
let other: ChallengeId;

beforeAll(async () => {
  story = await openStory();
  other = await scheduledChallenge(story.team.administrator, 'Et si rien ne bouge ?');
});
afterAll(async () => {
  await story?.close();
});

/** The dialog of an act that everybody reads the reason of, with the reason typed. */
async function asking(page: Page, act: string, reason: string): Promise<Locator> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'La raison' }).fill(reason);
  return dialog;
}

test('[S23] an hour that does not exist is said to, one that comes twice asks « heure d’été ou d’hiver ? »', async () => {
  const { moderator } = story;
  const fresh = mintId('challenge');
  const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
  const timeBox = {
    opensAt: paris('2026-10-12T09:00'),
    ideasUntil: paris('2026-10-23T17:00'),
    closesAt: paris('2026-10-30T17:00'),
    decisionDueAt: paris('2027-04-30T17:00'),
  };
  const body = { question: 'Et demain ?', brief: '', timeBox, version: 0 };
  await moderator.expect(draftChallenge, { params: { challenge: fresh }, body });
  const { page, context, faults } = await story.seat(moderator, { width: 360 });
  await page.goto(`/preparer/${fresh}`);
  const closing = page.getByRole('group', { name: 'Fermeture', exact: true });
  const typed = async (day: string, hour: string): Promise<void> => {
    await closing.getByLabel('Jour').fill(day);
    await closing.getByLabel('Heure', { exact: true }).fill(hour);
  };
  await typed('2027-03-28', '02:30');
  await closing.getByText('Cette heure n’existe pas').waitFor();
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await page.getByText('Corrigez ce qui est signalé').waitFor();
  const kept = await moderator.expect(readChallenge, { params: { challenge: fresh } });
  expect(kept.closesAt.local).toBe(timeBox.closesAt.local);

  await typed('2026-10-25', '02:30');
  const which = closing.getByRole('group', { name: 'Heure d’été ou d’hiver ?' });
  await which.getByRole('radio', { name: 'Heure d’hiver' }).check();
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await page.getByText('Brouillon enregistré.').waitFor();
  const saved = await moderator.expect(readChallenge, { params: { challenge: fresh } });
  expect(saved.closesAt).toMatchObject({
    local: '2026-10-25T02:30',
    instant: '2026-10-25T01:30:00.000Z',
  });
  expect(faults).toEqual([]);
  await context.close();
});

test('[S24] during a pause one is told why, the draft is kept; after it the closing is two working days later', async () => {
  const { instance, moderator, author, challenge } = story;
  instance.clock.set(AT.open);
  const writing = await story.seat(author, { width: 360 });
  const title = writing.page.getByRole('textbox', { name: 'Votre idée en une ligne' });
  await writing.page.goto(`/defis/${challenge}/proposer`);
  await title.fill('Réparer les fauteuils');
  await writing.page.getByText('Brouillon enregistré à').waitFor();

  const steering = await story.seat(moderator);
  await steering.page.goto(`/defis/${challenge}/cours`);
  const ask = await asking(steering.page, 'Suspendre', 'cyberincident');
  await ask.getByRole('combobox').selectOption('2');
  await ask.getByRole('button', { name: 'Suspendre', exact: true }).click();
  await steering.page.getByText('Suspendu jusqu’au').waitFor();

  // On the page she had open.
  await writing.page.getByText('Raison : cyberincident').waitFor();
  await writing.page.getByText('Publier n’est pas possible en ce moment').waitFor();
  expect(await writing.page.getByRole('button', { name: 'Publier', exact: true }).count()).toBe(0);
  await title.fill('Réparer les fauteuils plutôt que les jeter');
  await writing.page.getByText('Brouillon enregistré à').waitFor();
  await writing.page.reload();
  await expect.poll(() => title.inputValue()).toBe('Réparer les fauteuils plutôt que les jeter');

  instance.clock.set(new Date('2026-10-16T08:00:00Z'));
  await writing.page.getByRole('button', { name: 'Publier', exact: true }).waitFor();
  await writing.page.goto(`/defis/${challenge}`);
  await writing.page.getByText('Fermeture mardi 3 novembre 2026, 17 h 00 (heure de Paris)').waitFor();
  for (const { context } of [writing, steering]) await context.close();
});

test('[S22] three more days are refused ten hours before the closing; three days before, a sponsor agrees and all are told', async () => {
  const { instance, moderator, director, author, challenge } = story;
  const { page, context } = await story.seat(moderator);
  const send = (dialog: Locator): Promise<void> =>
    dialog.getByRole('button', { name: 'Demander l’accord' }).click();
  const REASON = 'Les congés de la Toussaint.';
  // A page that was open before, and one that is opened then.
  instance.clock.set(new Date('2026-10-28T10:00:00Z'));
  await page.goto(`/defis/${other}/cours`);
  const early = await asking(page, 'Prolonger', REASON);
  await early.getByRole('combobox').selectOption('3');
  instance.clock.set(new Date('2026-10-30T06:00:00Z'));
  await send(early);
  await early.getByText('Une prolongation se décide au moins 48 heures avant la fermeture.').waitFor();
  expect(await early.getByRole('textbox', { name: 'La raison' }).inputValue()).toBe(REASON);
  await page.reload();
  await page.getByText('cela se décide au moins 48 heures avant la fermeture').waitFor();
  expect(await page.getByRole('button', { name: 'Prolonger', exact: true }).count()).toBe(0);
  const { closesAt } = await moderator.expect(readChallenge, { params: { challenge: other } });
  expect(closesAt.local).toBe('2026-10-30T17:00');

  instance.clock.set(new Date('2026-10-31T16:00:00Z'));
  await page.goto(`/defis/${challenge}/cours`);
  const dialog = await asking(page, 'Prolonger', '');
  await dialog.getByRole('combobox').selectOption('3');
  await send(dialog);
  await dialog.getByText('Écrivez la raison').waitFor();
  await dialog.getByRole('textbox', { name: 'La raison' }).fill(REASON);
  await send(dialog);
  await page.getByText('Prolongation demandée : fermeture vendredi 6 novembre 2026, 17 h 00').waitFor();

  const hers = await story.seat(author, { width: 360 });
  await hers.page.goto('/avis');
  const sponsor = await story.seat(director);
  await sponsor.page.goto(`/defis/${challenge}`);
  await sponsor.page.getByText('Raison : Les congés de la Toussaint.').waitFor();
  await sponsor.page.getByRole('button', { name: 'Donner mon accord' }).click();
  await sponsor.page.getByText('Il ferme maintenant vendredi 6 novembre 2026, 17 h 00').waitFor();
  await hers.page.getByText('il ferme vendredi 6 novembre 2026, 17 h 00').waitFor();
  for (const each of [context, hers.context, sponsor.context]) await each.close();
});
