/** Around one idea: thanked and named, reported and hidden and shown again, made one with another and two again. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT, publishedIdea } from './support/challenge.ts';
import { openStory, type Story } from './support/story.ts';

const HERS = { title: 'Éteindre les écrans la nuit', text: 'Une minuterie par étage les éteint.' };
const HIS = { title: 'Éteindre les écrans le soir', text: 'Un interrupteur par étage suffit.' };

let story: Story;
let hers: IdeaId;
let his: IdeaId;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  hers = await publishedIdea(story.author, story.challenge, HERS);
  his = await publishedIdea(story.colleague, story.challenge, HIS);
});
afterAll(async () => {
  await story?.close();
});

const originators = async (idea: IdeaId): Promise<readonly string[]> =>
  (await story.pilot.expect(readIdea, { params: { idea } })).credits.originators.map(({ name }) => name);

test('thanks with somebody named: its author reads them on her page, whoever is named in the inbox', async () => {
  const reading = await story.seat(story.author);
  await reading.page.goto(`/idees/${hers}`);
  await reading.page.getByText('Une question aux directions, une précision, un merci').waitFor();
  const named = await story.seat(story.pilot, { width: 360 });
  await named.page.goto('/avis');
  await named.settled();

  const { page, context, faults } = await story.seat(story.colleague, { width: 360 });
  await page.goto(`/idees/${hers}`);
  await page
    .getByRole('textbox', { name: 'Votre message' })
    .fill('Chez nous cela a marché dès le premier soir.');
  await page.getByRole('radio', { name: 'Un merci' }).check();
  await page.locator('summary', { hasText: 'Prévenir quelqu’un en particulier' }).click();
  await page.getByRole('searchbox', { name: 'Chercher une personne' }).fill('pau');
  await page.getByRole('checkbox', { name: 'Paul Exemple' }).check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('Votre message est visible de tous les agents, à votre nom.').waitFor();
  const said = reading.page.getByRole('listitem').filter({ hasText: 'dès le premier soir' });
  await said.getByText('À l’attention de Paul Exemple.').waitFor();
  await said.getByText('merci', { exact: true }).waitFor();
  await named.page.getByText(`Côme Exemple vous cite au sujet de « ${HERS.title} »`).waitFor();
  await reading.page.goto('/avis');
  await reading.page.getByText(`Côme Exemple vous remercie pour « ${HERS.title} »`).waitFor();
  expect([...faults, ...reading.faults, ...named.faults]).toEqual([]);
  for (const seat of [context, reading.context, named.context]) await seat.close();
});

test('reported, hidden with a reason, and back within ten seconds as if nothing had been', async () => {
  const { challenge } = story;
  const reporter = await story.seat(story.pilot, { width: 360 });
  await reporter.page.goto(`/idees/${his}`);
  await reporter.page.getByRole('button', { name: 'Signaler', exact: true }).click();
  const dialog = reporter.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Sans rapport avec la question' }).check();
  await dialog.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await reporter.page.getByText('L’équipe d’animation lit votre signalement').waitFor();

  const { page, context, faults } = await story.seat(story.moderator);
  await page.goto(`/defis/${challenge}/moderation`);
  const item = page.getByRole('listitem').filter({ hasText: 'Sans rapport avec la question' });
  const hide = item.getByRole('button', { name: 'Masquer l’idée' });
  await hide.click();
  await hide.click();
  await item.getByText('Écrivez une raison que la personne puisse comprendre.').waitFor();
  await item.getByRole('textbox', { name: 'Votre raison' }).fill('Elle ne répond pas à la question.');
  await hide.click();
  await page.getByText('Idée masquée.').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const stateOf = async () => (await story.colleague.expect(readIdea, { params: { idea: his } })).state;
  expect(await stateOf()).toBe('hidden');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await hide.waitFor();
  expect(await stateOf()).toBe('published');
  story.instance.clock.advance(11_000);
  await item.getByRole('button', { name: 'Laisser visible' }).click();
  await item.getByRole('textbox', { name: 'Votre raison' }).fill('Elle y répond.');
  await item.getByRole('button', { name: 'Laisser visible' }).click();
  await page.getByText('Contenu laissé visible.').first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
  await reporter.context.close();
});

test('[S17] a merge that one author agrees to changes nothing; with the other they are one idea, and two again', async () => {
  const { author, colleague, moderator } = story;
  const proposing = await story.seat(moderator);
  await proposing.page.goto(`/idees/${his}`);
  await proposing.page.getByRole('button', { name: 'Proposer un regroupement' }).click();
  const dialog = proposing.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: HERS.title }).check();
  await dialog
    .getByRole('textbox', { name: 'Pourquoi les regrouper' })
    .fill('Les deux éteignent les écrans.');
  await dialog.getByRole('button', { name: 'Demander leur accord' }).click();
  await proposing.page.getByText('Question envoyée.').waitFor();

  const her = await story.seat(author, { width: 360 });
  await her.page.goto(`/idees/${hers}`);
  await her.page.getByText('Les deux éteignent les écrans.').waitFor();
  await her.page.getByRole('button', { name: 'Je suis d’accord' }).click();
  await her.page.getByText('Réponse attendue : Côme Exemple.').waitFor();
  expect([await originators(hers), await originators(his)]).toEqual([['Ana Exemple'], ['Côme Exemple']]);

  const him = await story.seat(colleague);
  await him.page.goto(`/idees/${his}`);
  await him.page.getByRole('button', { name: 'Je suis d’accord' }).click();
  await him.page.getByText('Cette idée en a rejoint une autre').waitFor();
  expect(await originators(hers)).toEqual(['Ana Exemple', 'Côme Exemple']);
  // Her page was open all the while.
  await her.page.locator('header').getByText('Côme Exemple').first().waitFor();
  // The old page still reads, and leads to the new one.
  await him.page.getByRole('region', { name: 'Le texte' }).getByText(HIS.text).waitFor();
  await him.page.getByRole('main').getByRole('link', { name: HERS.title }).first().click();
  await him.page.getByRole('heading', { level: 1, name: HERS.title }).waitFor();
  await him.page.getByText(`Elle regroupe aussi « ${HIS.title} »`).waitFor();

  await him.page.getByRole('button', { name: 'Défaire le regroupement' }).click();
  await him.page.getByRole('button', { name: 'Oui, les remettre à part' }).click();
  await him.page.getByText(`Côme Exemple a défait le regroupement avec « ${HIS.title} ».`).waitFor();
  const again = await colleague.expect(readIdea, { params: { idea: his } });
  expect(again).toMatchObject({ state: 'published', ...HIS });
  expect([...proposing.faults, ...her.faults, ...him.faults]).toEqual([]);
  for (const { context } of [proposing, her, him]) await context.close();
});

test('a note of before is asked for by a moderator and becomes an idea by its author’s word, with who helped', async () => {
  const { author, colleague, moderator, challenge } = story;
  const her = await story.seat(author, { width: 360 });
  await her.page.goto('/notes/ecrire');
  await her.page.getByRole('textbox', { name: 'Le titre' }).fill('Un jardin sur le toit');
  await her.page
    .getByRole('textbox', { name: 'L’idée' })
    .fill('Le toit est plat. Les cuisines prendraient les herbes.');
  await her.page.getByRole('button', { name: 'Publier', exact: true }).click();
  await her.page.getByRole('heading', { level: 1, name: 'Un jardin sur le toit' }).waitFor();
  const note = new URL(her.page.url()).pathname;

  const him = await story.seat(colleague);
  await him.page.goto(note);
  await him.page.getByRole('textbox', { name: 'Votre message' }).fill('Les Routes ont de la terre à donner.');
  await him.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await her.page.getByText('Les Routes ont de la terre à donner.').waitFor();

  const asking = await story.seat(moderator);
  await asking.page.goto(note);
  await asking.page.getByRole('button', { name: 'L’apporter dans un défi' }).click();
  const dialog = asking.page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Dans quel défi' }).selectOption(challenge);
  await dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
  await asking.page.getByText('C’est proposé.').waitFor();

  await her.page.reload();
  await her.page.getByRole('button', { name: 'D’accord, que ce soit mon idée' }).first().click();
  const yes = her.page.getByRole('dialog');
  expect(await yes.getByRole('checkbox', { name: 'Côme Exemple' }).isChecked()).toBe(true);
  await yes.getByRole('button', { name: 'D’accord, que ce soit mon idée' }).click();
  await her.page.getByRole('link', { name: 'Voir l’idée' }).click();
  await her.page.getByRole('heading', { level: 1, name: 'Un jardin sur le toit' }).waitFor();
  await her.page.getByRole('main').locator('p').filter({ hasText: 'Idée d’Ana Exemple' }).waitFor();
  await her.page.getByText('D’abord une note :').waitFor();
  await her.page
    .getByRole('listitem')
    .filter({ hasText: 'de la terre à donner' })
    .getByText('Côme Exemple')
    .waitFor();
  expect([...her.faults, ...him.faults, ...asking.faults]).toEqual([]);
  for (const { context } of [her, him, asking]) await context.close();
});
