/** A bad network, a tab that dies, a device that two people share: what was typed comes back, to whoever typed it. */
import { readIdea, type IdeaId } from '@butinerie/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visit } from '../src/page.ts';
import { AT, publishedIdea, writesWith } from './support/challenge.ts';
import { openEditor, type Editor } from './support/editor.ts';
import { openStory, type Story } from './support/story.ts';
import type { Person } from './support/team.ts';

let story: Story;
let idea: IdeaId;
let hers: Visit;
let his: Visit;
let her: Editor;

beforeAll(async () => {
  story = await openStory();
  story.instance.clock.set(AT.open);
  const { author, colleague, challenge } = story;
  idea = await publishedIdea(author, challenge, { title: 'Réparer les vélos', text: 'Un atelier.' });
  await writesWith(story, idea);
  [hers, his] = [await story.seat(author), await story.seat(colleague, { width: 360 })];
  await Promise.all([hers, his].map(({ page }) => page.goto(`/idees/${idea}`)));
  her = await openEditor(hers.page);
});
afterAll(async () => {
  await story?.close();
});

const textOnServer = async (): Promise<string> =>
  (await story.author.expect(readIdea, { params: { idea } })).text;

const arrives = async (...words: string[]): Promise<void> => {
  await expect
    .poll(
      async () => {
        const [one, other] = [await textOnServer(), await her.text()];
        return words.filter((part) => !one.includes(part) || !other.includes(part));
      },
      { timeout: 30_000 },
    )
    .toEqual([]);
};

/** Pages load, and the texts' connection does not come about: a proxy in the way, a lift. */
const cutTexts = async (context: BrowserContext): Promise<() => Promise<void>> => {
  const path = /socket\.io/;
  await context.routeWebSocket(path, (socket) => socket.close());
  await context.route(path, (route) => route.abort());
  return () => context.unroute(path);
};

const signedIn = async (context: BrowserContext, person: Person): Promise<void> => {
  const [name = '', value = ''] = person.cookie().split('=', 2);
  await context.addCookies([{ name, value, url: story.instance.base, httpOnly: true, sameSite: 'Lax' }]);
};

/** Nothing of the page runs any more, not even its good-bye. */
const crash = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  await Promise.race([session.send('Page.crash').catch(() => undefined), crashed]);
  await crashed;
  await page.close();
};

test('[S13] a tab that dies offline loses nothing: the next page sends it, and says so', async () => {
  const him = await openEditor(his.page);
  await his.context.setOffline(true);
  await his.page.getByText('Hors ligne. Vous pouvez continuer à écrire.').waitFor();
  await him.typeAtStart('Écrit sans réseau. ');
  await her.typeAtEnd(' Écrit pendant ce temps.');
  await his.page.getByText('c’est gardé sur cet appareil').waitFor();
  expect(await textOnServer()).not.toContain('Écrit sans réseau.');
  await crash(his.page);

  await his.context.setOffline(false);
  const next = await his.context.newPage();
  await next.goto(`/idees/${idea}`);
  // Only reading: what was left goes all the same.
  await next.getByText('Synchronisé').waitFor();
  await arrives('Écrit sans réseau.', 'Écrit pendant ce temps.', 'Un atelier.');
  await next.close();
});

test('[S13] reloaded while the texts are out of reach, a page shows what the device has, and is written on', async () => {
  const { page, context } = await story.seat(story.colleague);
  await page.goto(`/idees/${idea}`);
  const before = await openEditor(page);
  await before.typeAtEnd(' En ligne.');
  await page.getByText(/Enregistré à/).waitFor();
  const mend = await cutTexts(context);
  await context.setOffline(true);
  await page.getByText('Hors ligne.').first().waitFor();
  await before.typeAtEnd(' Avant le rechargement.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Avant le rechargement.').waitFor();
  const after = await openEditor(page);
  expect(await after.text()).toContain('En ligne. Avant le rechargement.');
  await after.typeAtEnd(' Après le rechargement.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  await her.typeAtEnd(' Elle aussi.');
  expect(await textOnServer()).not.toContain('Avant le rechargement.');
  await mend();
  await page.reload();
  await page.getByText('Synchronisé').waitFor();
  await arrives('Avant le rechargement. Après le rechargement.', 'En ligne.', 'Elle aussi.');
  await context.close();
});

test('two tabs of one person write at once, offline and on, each under its own name, and nothing is doubled', async () => {
  const { page, context } = await story.seat(story.colleague);
  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto(`/idees/${idea}`);
  const [one, two] = [await openEditor(page), await openEditor(second)];
  await context.setOffline(true);
  await one.typeAtStart('Premier onglet. ');
  await two.typeAtEnd(' Second onglet.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  await context.setOffline(false);
  await arrives('Premier onglet.', 'Second onglet.');
  const text = await textOnServer();
  expect([text.split('Premier onglet.').length, text.split('Second onglet.').length]).toEqual([2, 2]);
  await context.close();
});

test('on a shared device what one person typed is neither shown to nor sent by the next, and waits for her', async () => {
  const { page, context } = await story.seat(story.colleague);
  await page.goto(`/idees/${idea}`);
  const editor = await openEditor(page);
  await editor.typeAtEnd(' Pour commencer.');
  await page.getByText(/Enregistré à/).waitFor();
  await context.setOffline(true);
  await page.getByText('Hors ligne.').first().waitFor();
  await editor.typeAtEnd(' Rien qu’à lui.');
  await page.getByText('c’est gardé sur cet appareil').waitFor();
  await page.locator('summary', { hasText: 'Mon menu' }).click();
  await page.getByRole('button', { name: 'Sortir', exact: true }).click();
  await page.getByRole('heading', { name: 'Des mots ne sont pas encore partis' }).waitFor();
  await page.getByRole('button', { name: 'Rester' }).click();
  await page.close();

  await signedIn(context, story.author);
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`/idees/${idea}`);
  const hersHere = await openEditor(next);
  await hersHere.typeAtStart('Sur le même poste. ');
  await arrives('Sur le même poste.', 'Pour commencer.');
  expect(await hersHere.text()).not.toContain('Rien qu’à lui.');
  expect(await textOnServer()).not.toContain('Rien qu’à lui.');
  await next.close();

  await signedIn(context, story.colleague);
  const again = await context.newPage();
  await again.goto(`/idees/${idea}`);
  await again.getByText('Synchronisé').waitFor();
  await arrives('Rien qu’à lui.');
  await context.close();
});
