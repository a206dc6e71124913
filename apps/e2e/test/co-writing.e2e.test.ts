/** An agent types a character: two people in one text, the network away and back, and the hour that closes it. */
import { answerCoauthor, askToCoauthor, readIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visit } from '../src/page.ts';
import { AT, publishedIdea } from './support/challenge.ts';
import { openEditor, type Editor } from './support/editor.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let idea: IdeaId;
let hers: Visit;
let his: Visit;
let her: Editor;
let him: Editor;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const { author, colleague, challenge } = story;
  idea = await publishedIdea(author, challenge, { title: 'Éteindre les écrans', text: 'Le soir.' });
  await colleague.expect(askToCoauthor, { params: { idea } });
  const body = { answer: 'accept' } as const;
  await author.expect(answerCoauthor, { params: { idea, person: colleague.id }, body });
  [hers, his] = [await story.seat(author), await story.seat(colleague, { width: 360 })];
  await Promise.all([hers, his].map(({ page }) => page.goto(`/idees/${idea}`)));
  [her, him] = [await openEditor(hers.page), await openEditor(his.page)];
});
afterAll(async () => {
  await story?.close();
});

/** Both screens show the same words, all of these among them. */
async function converged(...words: string[]): Promise<string> {
  await expect
    .poll(
      async () => {
        const [one, other] = await Promise.all([her.text(), him.text()]);
        return one === other && words.every((part) => one.includes(part));
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return her.text();
}

test('[S12] two people write in the same paragraph: one text, both inputs, each sees the other’s name', async () => {
  await Promise.all([her.typeAtEnd(' Une minuterie suffit.'), him.typeAtStart('Chaque étage. ')]);
  const text = await converged('Une minuterie suffit.', 'Chaque étage.', 'Le soir.');
  await hers.page.getByText('Côme Exemple écrit avec vous.').filter({ visible: true }).first().waitFor();
  await his.page.getByText('Ana Exemple écrit avec vous.').filter({ visible: true }).first().waitFor();
  await expect
    .poll(async () => (await story.author.expect(readIdea, { params: { idea } })).text, { timeout: 30_000 })
    .toBe(text);
  expect([...hers.faults, ...his.faults]).toEqual([]);
});

test('undo takes back one’s own words only, and redo brings them again', async () => {
  const press = async (name: string, done: (text: string) => boolean): Promise<void> => {
    for (let times = 0; times < 5 && !done(await her.text()); times++)
      await hers.page.getByRole('button', { name }).click();
  };
  await press('Annuler la dernière frappe', (text) => !text.includes('Une minuterie suffit.'));
  expect(await her.text()).toContain('Chaque étage.');
  expect(await her.text()).not.toContain('Une minuterie suffit.');
  await press('Rétablir', (text) => text.includes('Une minuterie suffit.'));
  await converged('Une minuterie suffit.', 'Chaque étage.', 'Le soir.');
});

test('[S13] with the network away one goes on writing; when it is back nothing is lost and it says so', async () => {
  await his.context.setOffline(true);
  await his.page.getByText('Hors ligne. Vous pouvez continuer à écrire.').waitFor();
  await him.typeAtStart('Sans réseau. ');
  await her.typeAtEnd(' Avec réseau.');
  expect(await her.text()).not.toContain('Sans réseau.');
  expect(await him.text()).not.toContain('Avec réseau.');
  await his.context.setOffline(false);
  await his.page.getByText('Synchronisé').waitFor();
  await converged('Sans réseau.', 'Avec réseau.', 'Une minuterie suffit.', 'Chaque étage.');
});

test('where WebSockets are refused, the same text is written over long-polling', async () => {
  const { page, context } = await story.seat(story.author);
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.goto(`/idees/${idea}`);
  const polling = await openEditor(page);
  await polling.typeAtEnd(' Par petits paquets.');
  await converged('Par petits paquets.');
  await him.typeAtStart('Bien reçu. ');
  await expect.poll(() => polling.text(), { timeout: 30_000 }).toContain('Bien reçu.');
  await context.close();
});

test('[S19] at 17:00 in winter time both editors turn read-only by themselves and say what was saved', async () => {
  story.instance.clock.set(AT.minuteBeforeClosing);
  await her.typeAtEnd(' Juste à temps.');
  await converged('Juste à temps.');
  expect([await her.readOnly(), await him.readOnly()]).toEqual([false, false]);
  story.instance.clock.set(AT.closing);
  for (const { page } of [hers, his]) await page.getByText('Le défi vient de fermer').first().waitFor();
  await expect.poll(async () => [await her.readOnly(), await him.readOnly()]).toEqual([true, true]);
  await hers.page.getByText('Votre texte de 16 h 59 est enregistré.').waitFor();
  await her.field.focus();
  await hers.page.keyboard.type('Trop tard.');
  expect(await her.text()).not.toContain('Trop tard.');
});
