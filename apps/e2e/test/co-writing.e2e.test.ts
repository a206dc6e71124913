/** An agent types a character: two people in one text, the network away and back, the hour that closes it, and after. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visit } from '../src/page.ts';
import { AT, publishedIdea, writesWith } from './support/challenge.ts';
import { openEditor, type Editor } from './support/editor.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let idea: IdeaId;
let hers: Visit;
let his: Visit;
/** A phone without a network while the challenge closes. */
let lift: Visit;
let her: Editor;
let him: Editor;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const { author, colleague, challenge } = story;
  idea = await publishedIdea(author, challenge, { title: 'Éteindre les écrans', text: 'Le soir.' });
  await writesWith(story, idea);
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
        const missing = words.filter((part) => !one.includes(part));
        return one === other && missing.length === 0 ? 'the same words' : { one, other, missing };
      },
      { timeout: 30_000 },
    )
    .toBe('the same words');
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

test('[PD4] a number that is typed is named at the pause, to who typed it alone, and masked on every screen', async () => {
  await her.typeAtEnd(' Appeler le 06 12 34 56 78.');
  await hers.page.getByRole('button', { name: 'Écrire « [téléphone] »' }).click();
  expect(await converged('Appeler le [téléphone].')).not.toContain('06 12');
  expect(await his.page.getByText('parle peut-être').count()).toBe(0);
  expect(await hers.page.getByText('parle peut-être').count()).toBe(0);
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

test('[S16] with the keyboard alone: who writes is said without moving the focus, and where when it is asked', async () => {
  const { page } = hers;
  await her.field.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Au clavier.');
  // He goes on behind her last letter: at the end as he sees it, he would be in the middle of her word.
  await expect.poll(() => him.text(), { timeout: 30_000 }).toContain('Au clavier.');
  await him.typeAtEnd(' Ensemble.');
  await converged('Au clavier.', 'Ensemble.');
  // One sentence for a screen reader, at most every ten seconds, and the caret is where it was.
  await page.locator('output', { hasText: 'Côme Exemple écrit avec vous.' }).waitFor({ state: 'attached' });
  expect(await her.field.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const ask = page.getByRole('button', { name: 'Qui écrit, où ?' });
  expect(await ask.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText('Côme Exemple écrit au paragraphe 1').waitFor();
  await him.typeAtEnd(' Encore.');
  await converged('Encore.');
  expect(await ask.evaluate((button) => button === document.activeElement)).toBe(true);
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
  lift = await story.seat(story.colleague, { width: 360 });
  await lift.page.goto(`/idees/${idea}`);
  const inTheLift = await openEditor(lift.page);
  await lift.context.setOffline(true);
  await inTheLift.typeAtEnd(' Écrit dans l’ascenseur.');
  await lift.page.getByText('c’est gardé sur cet appareil').waitFor();
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

test('[S21] what comes back at 17:06 is said to be late, waits in the queue, is annexed, taken back, annexed; a juror reads it apart', async () => {
  const { instance, moderator, team, challenge, author } = story;
  const late = 'arrivé à 17 h 06, pas dans la version du jury';
  instance.clock.set(new Date('2026-10-30T16:06:00Z'));
  await lift.context.setOffline(false);
  await lift.page.getByText('Ce texte est arrivé après la fermeture').waitFor();
  await lift.page.getByText(late).first().waitFor();
  await lift.page.goto(`/idees/${idea}`);
  await lift.page.getByText(late).waitFor();
  await lift.page.getByText('Écrit dans l’ascenseur.').waitFor();

  const queue = await story.seat(moderator);
  await queue.page.goto(`/defis/${challenge}/moderation`);
  const item = queue.page.getByRole('listitem').filter({ hasText: 'Écrit dans l’ascenseur.' });
  const annex = item.getByRole('button', { name: 'Joindre en annexe' });
  const undo = queue.page.getByRole('button', { name: 'Annuler', exact: true });
  await annex.click();
  await annex.waitFor({ state: 'detached' });
  await undo.click();
  await annex.click();
  await annex.waitFor({ state: 'detached' });
  instance.clock.advance(11_000);
  const reader = await team.person({ name: 'Jade Exemple', roles: ['juror'] });
  const annexed = async () => (await reader.expect(readIdea, { params: { idea } })).late.length;
  await expect.poll(annexed, { timeout: 30_000 }).toBe(1);
  const jury = await story.seat(reader);
  await jury.page.goto(`/idees/${idea}`);
  await jury.page.getByText(late).waitFor();
  const sealed = await author.expect(readIdea, { params: { idea } });
  expect(sealed.text).toContain('Juste à temps.');
  expect(sealed.text).not.toContain('ascenseur');
  for (const { context } of [lift, queue, jury]) await context.close();
});
