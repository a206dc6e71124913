/** A colleague says a sentence differently, the author accepts; then she goes back to the text of yesterday. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT, publishedIdea, writesWith } from './support/challenge.ts';
import { countClicks } from './support/clicks.ts';
import { openStory, type Story } from './support/story.ts';

const YESTERDAY = 'Trois cents écrans restent allumés chaque nuit.';
const TODAY = 'Trois cents écrans restent allumés chaque nuit, et le week-end.';
let story: Story;
let idea: IdeaId;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const words = { title: 'Éteindre les écrans', text: YESTERDAY };
  idea = await publishedIdea(story.author, story.challenge, words);
});
afterAll(async () => {
  await story?.close();
});

const textNow = async (): Promise<string> => (await story.author.expect(readIdea, { params: { idea } })).text;

test('[S14] a changed sentence takes three taps on a phone, and is in the text once the author accepts it', async () => {
  const his = await story.seat(story.colleague, { width: 360 });
  await his.page.goto(`/idees/${idea}`);
  const taps = await countClicks(his.page);
  await his.page.getByRole('link', { name: 'Proposer une modification' }).click();
  const field = his.page.getByRole('textbox', { name: 'Le passage, comme vous le diriez' });
  await field.click();
  await field.fill(TODAY);
  await his.page.getByRole('button', { name: 'Proposer cette modification' }).click();
  await his.page.getByText('Votre proposition est publiée, à votre nom. Le texte n’a pas changé.').waitFor();
  expect(await taps()).toBe(3);
  expect(await textNow()).toBe(YESTERDAY);
  expect(await accessibilityFaults(his.page)).toEqual([]);

  story.instance.clock.set(new Date(AT.open.getTime() + 86_400_000));
  const hers = await story.seat(story.author);
  await hers.page.goto(`/idees/${idea}`);
  const suggested = hers.page.getByRole('listitem').filter({ hasText: 'modification proposée' });
  expect(await suggested.locator('ins').textContent()).toContain(', et le week-end');
  await suggested.getByRole('button', { name: 'Accepter la modification' }).click();
  await suggested.getByText('dans le texte', { exact: true }).waitFor();
  const text = hers.page.getByRole('region', { name: 'Le texte' });
  await text.getByText(TODAY).waitFor();
  await his.page.getByRole('region', { name: 'Le texte' }).getByText(TODAY).waitFor();
  expect([...hers.faults, ...his.faults]).toEqual([]);
  await Promise.all([hers.context.close(), his.context.close()]);
});

test('[S15] yesterday’s version is read, compared and put back; the other writer sees it on his open page', async () => {
  await writesWith(story, idea);
  const his = await story.seat(story.colleague, { width: 360 });
  await his.page.goto(`/idees/${idea}`);
  await his.page.getByRole('region', { name: 'Le texte' }).getByText(TODAY).waitFor();

  const hers = await story.seat(story.author, { width: 360 });
  await hers.page.goto(`/idees/${idea}/historique`);
  await hers.page
    .getByText('Tel qu’il a été publié')
    .or(hers.page.getByText('En fin de journée'))
    .first()
    .waitFor();
  expect(await accessibilityFaults(hers.page)).toEqual([]);
  await hers.page.getByRole('link', { name: 'Lire et comparer' }).last().click();
  await hers.page.locator('ins').getByText(', et le week-end').waitFor();
  expect(await accessibilityFaults(hers.page)).toEqual([]);

  // Without a network it is refused in words, and nothing changes.
  await hers.page.getByRole('button', { name: 'Remettre cette version' }).click();
  await hers.context.setOffline(true);
  await hers.page.getByRole('button', { name: 'Oui, remettre cette version' }).click();
  await hers.page.getByText('Le serveur ne répond pas.').first().waitFor();
  expect(await textNow()).toBe(TODAY);
  await hers.context.setOffline(false);
  await hers.page.getByRole('button', { name: 'Oui, remettre cette version' }).click();
  await hers.page.getByText('La version est remise.').waitFor();
  await his.page.getByRole('region', { name: 'Le texte' }).getByText(YESTERDAY, { exact: true }).waitFor();
  expect(await textNow()).toBe(YESTERDAY);

  await hers.page.goto(`/idees/${idea}/historique`);
  await hers.page.getByText('Juste avant qu’on remette un texte d’avant').waitFor();
  await hers.page.getByText('Côme Exemple').first().waitFor();
  await Promise.all([hers.context.close(), his.context.close()]);
});
