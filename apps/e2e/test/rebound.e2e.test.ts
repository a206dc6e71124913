/** An agent rebounds on an idea: on a phone, in three taps, and its author sees it arrive. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT, publishedIdea } from './support/challenge.ts';
import { countClicks } from './support/clicks.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let idea: IdeaId;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  idea = await publishedIdea(story.author, story.challenge, {
    title: 'Éteindre les écrans la nuit',
    text: 'Trois cents écrans restent allumés chaque nuit. Une minuterie par étage les éteint.',
  });
});
afterAll(async () => {
  await story?.close();
});

test('[S10] a rebound takes three taps on a phone and appears on the author’s open page without reload', async () => {
  const { author, instance } = story;
  const hers = await story.seat(story.author);
  await hers.page.goto(`/idees/${idea}`);
  await hers.page
    .getByText('Personne n’a encore rebondi')
    .or(hers.page.getByText('Les rebonds de vos collègues'))
    .waitFor();
  await hers.page.evaluate(() => Object.assign(window, { sameVisit: true }));
  const mailsBefore = instance.mails.filter(({ to }) => to.includes(author.mail)).length;

  const his = await story.seat(story.colleague, { width: 360 });
  await his.page.goto('/');
  const taps = await countClicks(his.page);
  await his.page.getByRole('link', { name: 'Éteindre les écrans la nuit' }).click();
  const field = his.page.getByRole('textbox', { name: 'Rebondissez sur cette idée' });
  await field.click();
  await field.pressSequentially('Aux Routes, une minuterie suffit.');
  await his.page.getByRole('button', { name: 'Rebondir', exact: true }).last().click();
  await his.page.getByText('Votre rebond est publié, à votre nom.').waitFor();
  expect(await taps()).toBe(3);

  const arrived = hers.page.getByRole('listitem').filter({ hasText: 'Aux Routes, une minuterie suffit.' });
  await arrived.getByText('Côme Exemple').waitFor();
  expect(await arrived.textContent()).toContain('Direction des Routes');
  expect(await hers.page.evaluate(() => 'sameVisit' in window)).toBe(true);

  for (const text of ['Et les imprimantes aussi.', 'Et les lampes du couloir.']) {
    await field.fill(text);
    await his.page.getByRole('button', { name: 'Rebondir', exact: true }).last().click();
    await hers.page.getByText(text).waitFor();
  }
  // Until the day is over, whatever gathers meanwhile.
  for (const hour of ['12', '16', '20']) {
    instance.clock.set(new Date(`2026-10-14T${hour}:00:00Z`));
    await instance.mailSettled();
  }
  const mails = instance.mails.filter(({ to }) => to.includes(author.mail)).length - mailsBefore;
  expect(mails).toBeLessThanOrEqual(1);
  expect([...hers.faults, ...his.faults]).toEqual([]);
  await hers.context.close();
  await his.context.close();
});

test('[S11] a rebound taken into the text keeps its author there, names him under « Avec » and tells him so', async () => {
  const hers = await story.seat(story.author);
  const his = await story.seat(story.colleague, { width: 360 });
  await his.page.goto('/avis');
  await his.page.getByRole('heading', { level: 1 }).waitFor();
  await his.settled();
  await hers.page.goto(`/idees/${idea}`);
  const rebound = hers.page.getByRole('listitem').filter({ hasText: 'Aux Routes, une minuterie suffit.' });
  await rebound.getByRole('button', { name: 'Reprendre dans le texte' }).click();
  await rebound.getByText('repris dans l’idée').waitFor();
  await hers.page
    .getByRole('region', { name: 'Le texte' })
    .getByText('Aux Routes, une minuterie suffit.')
    .waitFor();
  const page = await story.author.expect(readIdea, { params: { idea } });
  expect(page.credits.rebounders.map(({ name }) => name)).toEqual(['Côme Exemple']);
  expect(await hers.page.locator('header').getByText('Côme Exemple').count()).toBeGreaterThan(0);
  const around = hers.page.getByRole('complementary', { name: 'Autour de cette idée' });
  await around.getByRole('heading', { name: 'Avec' }).waitFor();
  await around.getByText('Côme Exemple').waitFor();
  // On the page he had open already.
  await his.page.getByText('Votre nom figure maintenant parmi les contributions.').waitFor();
  expect([...hers.faults, ...his.faults]).toEqual([]);
  await hers.context.close();
  await his.context.close();
});
