/** A council gives the platform its own words, and its agents read them everywhere. */
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

test('[VO3] the administrator types the words and reads them in sentences; an agent meets them on her page', async () => {
  const desk = await story.seat(story.team.administrator, { width: 360 });
  await desk.page.goto('/mots');
  await desk.page.getByLabel('Le nom de la plateforme').fill('Le Labo des services');
  const idea = desk.page.getByRole('group', { name: 'idée / idea' });
  await idea.getByLabel('En français, un seul').fill('proposition');
  await idea.getByLabel('En français, plusieurs').fill('propositions');
  await desk.page.getByText('Personne n’a rebondi sur cette proposition.').waitFor();
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Enregistrer ces mots' }).click();
  await desk.page.getByRole('banner').getByText('Le Labo des services').waitFor();

  const agent = await story.seat(story.author, { width: 360 });
  await agent.page.goto('/');
  await agent.page.getByRole('link', { name: 'J’ai une proposition' }).waitFor();
  expect(await agent.page.title()).toContain('Le Labo des services');
  expect(await agent.page.getByRole('main').innerText()).not.toMatch(/idée/i);
  expect([...desk.faults, ...agent.faults]).toEqual([]);
});
