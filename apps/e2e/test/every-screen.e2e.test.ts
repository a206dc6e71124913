/** What every screen owes to everybody: no fault against WCAG 2.2 AA, nothing to scroll sideways, a quiet console. */
import {
  adoptIdea,
  confirmDelivered,
  defineIndicator,
  mintId,
  proposeDelivered,
  readDesk,
  recordMeasurement,
  setLanguage,
  startDelivery,
  type IdeaId,
  type IndicatorDefinition,
  type Measurement,
} from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { AT, publishedResults, readyToAnswer } from './support/challenge.ts';
import { fillChallenge } from './support/small-challenge.ts';
import { openStory, type Story } from './support/story.ts';

let story: Story;
let ideas: readonly IdeaId[];

beforeAll(async () => {
  story = await openStory();
});
afterAll(async () => {
  await story?.close();
});

type Who = 'author' | 'colleague' | 'moderator' | 'director' | 'pilot' | null;

/** Pages that are wider than a small phone, which would have to be scrolled sideways. */
async function sidewaysAt320(page: Page): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 360, height: 740 };
  await page.setViewportSize({ width: 320, height });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width, height });
  return Math.max(0, over);
}

/** One line for each thing wrong on these pages as one person meets them on a phone. */
async function faultsOn(who: Who, paths: readonly string[]): Promise<string[]> {
  const seat = await story.seat(who === null ? null : story[who], { width: 360 });
  const { page, context, faults } = seat;
  const wrong: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await seat.settled();
    wrong.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`));
    const over = await sidewaysAt320(page);
    if (over > 0) wrong.push(`${path}: ${over} px too wide at 320 px`);
    if (!(await page.evaluate(() => document.title.includes('Butinerie'))))
      wrong.push(`${path}: the window does not say which site this is`);
    if (path !== '/' && (await page.title()) === 'La Butinerie')
      wrong.push(`${path}: the window does not say which page this is`);
  }
  wrong.push(...faults.map((fault) => `console: ${fault}`));
  await context.close();
  return wrong;
}

test('whoever is not signed in: the welcome, the entrance, the verifier', async () => {
  expect(await faultsOn(null, ['/', '/entrer', '/verifier', '/nulle-part'])).toEqual([]);
});

test('the team before the opening: people, invitations, slips, preparation', async () => {
  const { challenge } = story;
  const paths = [
    '/personnes',
    '/personnes/inviter',
    '/personnes/feuillets',
    '/preparer',
    '/preparer/nouveau',
    `/preparer/${challenge}`,
    `/preparer/${challenge}/reglages`,
    `/preparer/${challenge}/dossier`,
    `/defis/${challenge}/engagement`,
    ...['a4', 'feuillets', 'instance'].map((piece) => `/defis/${challenge}/imprimer/${piece}`),
    '/notes/ecrire',
    '/plan-du-site',
  ];
  expect(await faultsOn('moderator', paths)).toEqual([]);
});

test('agents before and during the challenge: the question, proposing, ideas, the text being written', async () => {
  const { challenge, instance, author } = story;
  expect(await faultsOn('author', ['/'])).toEqual([]);
  instance.clock.set(AT.open);
  ideas = await fillChallenge(story);
  const [idea = ''] = ideas;
  expect(
    await faultsOn('author', ['/', `/defis/${challenge}/proposer`, `/idees/${idea}`, '/mes-idees']),
  ).toEqual([]);
  expect(await faultsOn('colleague', [`/idees/${idea}`, `/idees/${ideas[2] ?? ''}`])).toEqual([]);

  const { page, context } = await story.seat(author, { width: 360 });
  await page.goto(`/idees/${idea}`);
  await page.getByRole('button', { name: 'Écrire', exact: true }).click();
  await page.getByRole('textbox', { name: 'Texte de l’idée' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysAt320(page)).toBe(0);
  await context.close();
});

test('around the ideas: lineage, names, what was written by whom, the room, paper for those without a mailbox', async () => {
  const { challenge } = story;
  const [idea = ''] = ideas;
  const around = ['filiation', 'noms', 'mots', 'historique'].map((page) => `/idees/${idea}/${page}`);
  expect(await faultsOn('author', [...around, '/mon-nom', '/notes', '/avis', '/avis/courriels'])).toEqual([]);
  const room = ['saisir', 'projeter', 'moderation', 'cours'].map((page) => `/defis/${challenge}/${page}`);
  expect(await faultsOn('moderator', room)).toEqual([]);
  expect(await faultsOn(null, ['/suivre', '/moderation', '/donnees-personnelles'])).toEqual([]);
});

test('the same pages in English', async () => {
  const { challenge, colleague } = story;
  await colleague.expect(setLanguage, { body: { language: 'en' } });
  const { page, context } = await story.seat(colleague, { locale: 'en-GB' });
  await page.goto('/');
  await page.getByRole('link', { name: 'I have an idea' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await context.close();
  expect(
    await faultsOn('colleague', ['/', `/defis/${challenge}/proposer`, `/idees/${ideas[0] ?? ''}`]),
  ).toEqual([]);
});

test('with the keyboard alone one reaches the proposal, writes it and publishes it', async () => {
  const { page, context, faults } = await story.seat(story.pilot);
  await page.goto('/');
  const propose = page.getByRole('link', { name: 'J’ai une idée' });
  await propose.waitFor();
  await page.keyboard.press('Tab');
  // The first stop of every page is the way past its header.
  await page.keyboard.press('Enter');
  for (let stops = 0; stops < 20 && !(await focused(page, 'J’ai une idée')); stops++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Votre idée en une ligne' }).waitFor();
  // The new page's heading holds the focus: a screen reader says where one has arrived.
  await page.getByText('Que gaspillons-nous').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Des vélos pour les courses');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Les plis vont à pied ou en voiture. Trois vélos suffisent.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Des vélos pour les courses' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

const focused = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((text) => {
    const { activeElement } = document;
    return activeElement?.matches('a, button') === true && activeElement.textContent.includes(text);
  }, words);

test('after closing: the board, the answers, adopting, proof and receipts', async () => {
  const { instance, challenge, moderator, secondModerator } = story;
  const [idea, second] = ideas;
  if (idea === undefined || second === undefined) throw new Error('the challenge was not filled');
  instance.clock.set(AT.sealed);
  instance.clock.set(AT.deliberation);
  await readyToAnswer(moderator, challenge);
  expect(await faultsOn('author', ['/', `/idees/${idea}`])).toEqual([]);
  expect(
    await faultsOn('moderator', [`/defis/${challenge}/choix`, `/defis/${challenge}/choix/${idea}`]),
  ).toEqual([]);
  await publishedResults([moderator, secondModerator], challenge, [idea, second]);
  instance.clock.set(AT.decided);
  expect(await faultsOn('director', ['/adopter', `/idees/${idea}/adopter`])).toEqual([]);
  expect(await faultsOn('author', ['/', `/idees/${idea}`, `/idees/${idea}/preuve`, '/mes-credits'])).toEqual(
    [],
  );
});

test('what an idea changed: on its page, with every form open, and for the whole challenge', async () => {
  const { instance, challenge, director, pilot, author } = story;
  const [idea] = ideas;
  if (idea === undefined) throw new Error('the challenge was not filled');
  const params = { idea };
  const { directorates } = await director.expect(readDesk);
  const body = {
    directorate: directorates[0]?.id ?? mintId('directorate'),
    pilot: pilot.id,
    promise: 'Nous l’essayons dans deux centres.',
    milestone: { title: 'Premier centre', dueOn: instance.clock.now().toISOString().slice(0, 10) },
    halfDays: 4,
  };
  await director.expect(adoptIdea, { params, body });
  const indicator = mintId('impactEntry');
  await pilot.expect(defineIndicator, {
    params,
    body: { id: indicator, supersedes: null, definition: DELAY },
  });
  const measure = (measurement: Measurement) =>
    pilot.expect(recordMeasurement, {
      params,
      body: { id: mintId('impactEntry'), indicator, measurement },
    });
  await measure(measured('before', 12, instance.clock.now()));
  await pilot.expect(startDelivery, { params, body: { unmeasured: false } });
  instance.clock.advance(10 * 86_400_000);
  await pilot.expect(proposeDelivered, { params, body: { note: 'Deux centres équipés.', link: null } });
  await author.expect(confirmDelivered, { params, body: { confirmed: true, reason: '' } });
  await measure(measured('after', 6, instance.clock.now()));

  expect(await faultsOn('author', [`/idees/${idea}`, `/defis/${challenge}/effets`])).toEqual([]);
  const seat = await story.seat(pilot, { width: 360 });
  const { page, context, faults } = seat;
  await page.goto(`/idees/${idea}/effets`);
  await page.getByRole('heading', { level: 2, name: 'Mesurer' }).waitFor();
  await page.getByText('Différence : −6 jours').waitFor();
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  await seat.settled();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysAt320(page)).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

const DELAY: IndicatorDefinition = {
  role: 'main',
  name: 'Délai de réponse aux demandes des habitantes et des habitants du département',
  kind: 'time',
  unit: 'jours',
  direction: 'decrease',
  form: 'mean',
  formula: 'jours entre la demande et la réponse, par dossier clos',
  scope: 'toutes les demandes des deux centres',
  concerned: 40,
  target: null,
  plan: 'before_after',
  elsewhere: '',
  measuredBy: '',
  stopsIf: '',
};

/** The seven days that ended two days before. */
function measured(moment: Measurement['moment'], mean: number, now: Date): Measurement {
  const day = (ago: number): string => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
  return {
    moment,
    place: 'here',
    figure: { form: 'mean', mean, sd: 4, n: 40 },
    from: day(8),
    to: day(2),
    source: { label: 'logiciel des demandes', url: null, owner: '' },
    method: 'extract',
    collectedOn: day(1),
    sameAsBaseline: true,
    asked: null,
    note: '',
  };
}
