/** What there is to photograph, in the order of the story: between two scenes the clock moves and people act. */
import {
  adoptIdea,
  answerIdea,
  commentOnIdea,
  listDirectorates,
  listMails,
  mintId,
  readSelection,
  saveDraft,
  setLanguage,
  type IdeaId,
} from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { AT, publishedResults, readyToAnswer, REASON } from '../test/support/challenge.ts';
import { fillChallenge } from '../test/support/small-challenge.ts';
import type { Story } from '../test/support/story.ts';
import { archive } from './scenes-archive.ts';
import { around } from './scenes-around.ts';
import { delivery } from './scenes-delivery.ts';
import { after } from './scenes-living.ts';

export interface Scene {
  readonly name: string;
  readonly who: Pick<Story['author'], 'cookie'> | null;
  readonly path: string;
  /** What a person does there before the picture. */
  readonly act?: (page: Page) => Promise<unknown>;
  readonly locale?: 'fr-FR' | 'en-GB';
  readonly dark?: true;
}

const LIST = [
  'Nom ; Direction ; Courriel',
  'Nadia Benali ; Direction des Routes ; nadia.benali@agents.example.org',
  'Jean-Baptiste Le Guen-Moreau ; Direction des Solidarités ;',
  ' ; Direction des Sports ; sans.nom@agents.example.org',
  'Lou Martin ; Direction des Sports ; lou.martin@agents',
].join('\n');

export async function* scenes(story: Story): AsyncGenerator<Scene> {
  yield* entrance();
  yield* staff(story);
  yield* scheduled(story);
  story.instance.clock.set(AT.open);
  const { challenge } = story;
  yield { name: '20-open-empty', who: story.author, path: '/' };
  const [idea, ...others] = await fillChallenge(story);
  yield* open(story, idea);
  const quoting = yield* around(story, idea);
  story.instance.clock.set(AT.closing);
  yield { name: '40-closing', who: story.author, path: `/idees/${idea}` };
  story.instance.clock.set(AT.sealed);
  story.instance.clock.set(AT.deliberation);
  await readyToAnswer(story.moderator, challenge);
  yield { name: '41-deliberation', who: story.author, path: '/' };
  yield { name: '42-sealed-idea', who: story.author, path: `/idees/${idea}` };
  yield* after(story, quoting);
  yield* choosing(story, idea);
  await publishedResults([story.moderator, story.secondModerator], challenge, [idea, ...others.slice(0, 2)]);
  story.instance.clock.set(AT.decided);
  yield* adopting(story, idea);
  yield* delivery(story, idea);
  yield* archive(story, others.slice(0, 2));
}

async function* entrance(): AsyncGenerator<Scene> {
  yield { name: '01-welcome', who: null, path: '/' };
  yield { name: '02-welcome-en', who: null, path: '/', locale: 'en-GB' };
  yield { name: '03-entrance', who: null, path: '/entrer' };
  yield { name: '04-entrance-with-link', who: null, path: '/entrer#abcdefghijklmnopqrstuvwxyz' };
  yield { name: '05-not-found', who: null, path: '/nulle-part' };
}

async function* staff({ moderator, challenge }: Story): AsyncGenerator<Scene> {
  yield { name: '10-preparations', who: moderator, path: '/preparer' };
  yield { name: '11-new-preparation', who: moderator, path: '/preparer/nouveau' };
  yield { name: '12-preparation', who: moderator, path: `/preparer/${challenge}` };
  yield { name: '13-people', who: moderator, path: '/personnes' };
  yield { name: '14-invite', who: moderator, path: '/personnes/inviter' };
  yield {
    name: '15-invite-preview',
    who: moderator,
    path: '/personnes/inviter',
    async act(page) {
      await page.getByRole('textbox', { name: 'Coller une liste' }).fill(LIST);
      await page.getByRole('button', { name: 'Lire la liste' }).click();
      await page.getByRole('heading', { name: 'Relisez la liste' }).waitFor();
    },
  };
  yield { name: '16-slips', who: moderator, path: '/personnes/feuillets' };
  yield {
    name: '17-slips-ready',
    who: moderator,
    path: '/personnes/feuillets',
    async act(page) {
      await page.getByRole('checkbox', { name: 'Ne montrer que les personnes sans boîte' }).uncheck();
      await page.getByRole('button', { name: /^Choisir les/ }).click();
      await page.getByRole('button', { name: /^Préparer/ }).click();
      await page.getByRole('heading', { name: /prêts?$/ }).waitFor();
    },
  };
  yield { name: '18-mails', who: moderator, path: '/courriels' };
  const { mails } = await moderator.expect(listMails);
  yield { name: '19-mail', who: moderator, path: `/courriels/${mails[0]?.id ?? ''}` };
}

async function* scheduled({ author }: Story): AsyncGenerator<Scene> {
  yield { name: '09-scheduled', who: author, path: '/' };
}

async function* open(
  { author, colleague, moderator, pilot, challenge }: Story,
  idea: IdeaId,
): AsyncGenerator<Scene> {
  yield { name: '21-challenge', who: author, path: '/', dark: true };
  await pilot.expect(setLanguage, { body: { language: 'en' } });
  yield { name: '22-challenge-en', who: pilot, path: '/' };
  yield { name: '23-challenge-moderator', who: moderator, path: '/' };
  yield { name: '24-propose', who: author, path: `/defis/${challenge}/proposer`, dark: true };
  yield {
    name: '25-propose-refused',
    who: author,
    path: `/defis/${challenge}/proposer`,
    act: (page) => page.getByRole('button', { name: 'Publier' }).click(),
  };
  await colleague.expect(commentOnIdea, {
    params: { idea },
    body: {
      id: mintId('comment'),
      parent: null,
      kind: 'question',
      text: 'Qui rallume l’écran d’accueil à sept heures ?',
      mentions: [],
    },
  });
  yield { name: '26-idea-author', who: author, path: `/idees/${idea}`, dark: true };
  yield { name: '27-idea-colleague', who: colleague, path: `/idees/${idea}` };
  yield {
    name: '28-writing',
    who: author,
    path: `/idees/${idea}`,
    async act(page) {
      await page.getByRole('button', { name: 'Écrire', exact: true }).click();
      await page.getByRole('textbox', { name: 'Texte de l’idée' }).waitFor();
    },
  };
  await author.expect(saveDraft, {
    params: { idea: mintId('idea') },
    body: { challenge, title: 'Un tableau des clés', text: 'À finir.', parents: [], grownFrom: null },
  });
  yield { name: '29-mine', who: author, path: '/mes-idees', dark: true };
  yield {
    name: '30-menu',
    who: moderator,
    path: '/',
    act: (page) => page.getByRole('banner').locator('summary').click(),
  };
  yield { name: '31-notices', who: author, path: '/avis' };
  yield { name: '32-mail-preferences', who: author, path: '/avis/courriels' };
  yield { name: '33-moderation', who: moderator, path: `/defis/${challenge}/moderation`, dark: true };
  yield { name: '34-moderation-policy', who: null, path: '/moderation' };
  yield { name: '35-course', who: moderator, path: `/defis/${challenge}/cours` };
  yield {
    name: '36-similar',
    who: colleague,
    path: `/defis/${challenge}/proposer`,
    async act(page) {
      await page
        .getByRole('textbox', { name: 'Votre idée en une ligne' })
        .fill('Eteindre les ecrants la nuit');
      await page
        .getByRole('link', { name: /Rebondir/ })
        .first()
        .waitFor({ timeout: 10_000 });
    },
  };
}

async function* choosing(
  story: Story,
  idea: Parameters<typeof publishedResults>[2][number],
): AsyncGenerator<Scene> {
  const { moderator, secondModerator, challenge } = story;
  const params = { challenge };
  yield { name: '50-board', who: moderator, path: `/defis/${challenge}/choix`, dark: true };
  yield { name: '51-answer', who: moderator, path: `/defis/${challenge}/choix/${idea}` };
  const { version } = await moderator.expect(readSelection, { params });
  await moderator.expect(answerIdea, {
    params: { challenge, idea },
    body: { outcome: 'selected', motive: null, reason: REASON, version },
  });
  yield { name: '52-answered', who: secondModerator, path: `/defis/${challenge}/choix/${idea}` };
}

async function* adopting(
  { author, colleague, director, pilot, moderator, challenge }: Story,
  idea: Parameters<typeof publishedResults>[2][number],
): AsyncGenerator<Scene> {
  yield { name: '53-board-published', who: moderator, path: `/defis/${challenge}/choix` };
  yield { name: '60-decided', who: author, path: '/' };
  yield { name: '61-idea-selected', who: author, path: `/idees/${idea}` };
  yield { name: '62-desk', who: director, path: '/adopter', dark: true };
  yield { name: '63-adopt', who: director, path: `/idees/${idea}/adopter` };
  const { directorates } = await director.expect(listDirectorates);
  const own = directorates.find(({ name }) => name === 'Direction des Bâtiments');
  if (own === undefined) throw new Error('the directorate is not known');
  await director.expect(adoptIdea, {
    params: { idea },
    body: {
      directorate: own.id,
      pilot: pilot.id,
      promise: 'Des minuteries dans trois bâtiments avant Noël, et le relevé des compteurs avant et après.',
      milestone: { title: 'Premier étage équipé', dueOn: '2026-12-01' },
      halfDays: 6,
    },
  });
  yield { name: '64-adopted', who: director, path: `/idees/${idea}/adopter` };
  yield { name: '65-carrier', who: author, path: `/idees/${idea}/porter` };
  yield { name: '66-idea-adopted', who: colleague, path: `/idees/${idea}`, dark: true };
  yield { name: '67-authorship', who: author, path: `/idees/${idea}/mots` };
  yield { name: '70-proof', who: author, path: `/idees/${idea}/preuve` };
  yield { name: '71-receipts', who: author, path: '/mes-credits' };
  yield { name: '74-certificate', who: author, path: '/mes-credits/7/certificat' };
  yield { name: '72-verifier', who: null, path: '/verifier' };
  yield { name: '73-notices', who: author, path: '/avis' };
  yield { name: '80-help', who: null, path: '/aide' };
  yield { name: '81-legal', who: null, path: '/mentions-legales' };
}
