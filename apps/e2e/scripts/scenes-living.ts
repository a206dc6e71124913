/** What happens to a text that others write in: suggested, changed, looked back on, hidden, quoted, destroyed. */
import {
  askShredding,
  listAttachments,
  listQuotations,
  mintId,
  moderate,
  NO_LABELS,
  readChallenge,
  readPassages,
  readTextHistory,
  reboundOnIdea,
  setLabels,
  takeRebound,
  type IdeaId,
} from '@butinerie/contracts';
import { setTimeout } from 'node:timers/promises';
import { AT, publishedIdea } from '../test/support/challenge.ts';
import type { Story } from '../test/support/story.ts';
import type { Scene } from './scenes.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const QUOTED = 'Une minuterie par étage les éteint à 20 heures ; qui travaille tard les rallume d’un bouton.';

export async function* living(story: Story, idea: IdeaId): AsyncGenerator<Scene, IdeaId> {
  yield* ownLabels(story);
  yield* suggested(story, idea);
  const quoting = await publishedIdea(story.colleague, story.challenge, {
    title: 'Des minuteries aux Sports aussi',
    text: `Comme aux Solidarités. ${QUOTED} Les vestiaires d’abord.`,
  });
  yield* hidden(story, idea);
  return quoting;
}

async function* ownLabels({ moderator, author, challenge }: Story): AsyncGenerator<Scene> {
  const params = { challenge };
  const { version } = await moderator.expect(readChallenge, { params });
  const title = {
    fr: 'Votre piste, en quelques mots',
    en: 'Your lead, in a few words',
    helpFr: 'Ce que l’on dirait à un voisin de bureau.',
    helpEn: 'What one would say to a neighbour.',
  };
  const text = { ...NO_LABELS.text, fr: 'Ce qui se perd, et ce que vous feriez' };
  await moderator.expect(setLabels, { params, body: { labels: { title, text }, version } });
  yield { name: 'f0-propose-own-labels', who: author, path: `/defis/${challenge}/proposer` };
  yield { name: 'f1-settings-own-labels', who: moderator, path: `/preparer/${challenge}/reglages` };
}

async function* suggested({ author, colleague, instance }: Story, idea: IdeaId): AsyncGenerator<Scene> {
  const params = { idea };
  const path = `/idees/${idea}/proposer`;
  yield { name: 'f2-suggest', who: colleague, path };
  yield {
    name: 'f3-suggest-changed',
    who: colleague,
    path,
    async act(page) {
      await page.getByRole('main').getByRole('listitem').last().getByRole('button').click();
      const field = page.getByRole('main').getByRole('textbox');
      await field.fill((await field.inputValue()).replace('15 euros', '12 euros, achetée en lot,'));
    },
  };
  const { passages } = await colleague.expect(readPassages, { params });
  const instead = passages.at(-1) ?? '';
  const id = mintId('rebound');
  const text = instead.replace('15 euros', '12 euros, achetée en lot,');
  await colleague.expect(reboundOnIdea, { params, body: { id, text, instead } });
  yield { name: 'f4-suggested', who: author, path: `/idees/${idea}` };
  instance.clock.set(new Date(AT.open.getTime() + DAY));
  await author.expect(takeRebound, { params: { rebound: id }, body: { place: 'passage' } });
  yield { name: 'f5-history', who: author, path: `/idees/${idea}/historique` };
  const { versions } = await author.expect(readTextHistory, { params });
  const past = versions.find(({ endedBy }) => endedBy !== 'now')?.version ?? 1;
  yield { name: 'f6-version', who: author, path: `/idees/${idea}/historique/${past}` };
}

async function* hidden(
  { author, colleague, moderator, challenge, instance }: Story,
  idea: IdeaId,
): AsyncGenerator<Scene> {
  const { attachments } = await moderator.expect(listAttachments, { params: { idea } });
  await moderator.expect(moderate, {
    params: { challenge },
    body: {
      id: mintId('moderation'),
      act: 'hideFile',
      reason: 'Le nom d’une usagère se lit sur l’écran de gauche.',
      idea,
      comment: null,
      file: attachments[0]?.id ?? null,
      late: null,
      decision: null,
    },
  });
  // Once it cannot be taken back by one press its authors hear why.
  instance.clock.set(new Date(AT.open.getTime() + DAY + MINUTE));
  for (const [at, who] of [author, colleague, moderator].entries())
    yield { name: `f7-hidden-file-${at}`, who, path: `/idees/${idea}` };
}

/** Once the texts are sealed. */
export async function* after({ team, colleague, moderator }: Story, quoting: IdeaId): AsyncGenerator<Scene> {
  const params = { idea: quoting };
  let found = 0;
  for (let tries = 0; found === 0 && tries < 200; tries++) {
    found = (await colleague.expect(listQuotations, { params })).quotations.length;
    if (found === 0) await setTimeout(50);
  }
  if (found === 0) throw new Error('no quotation was found in ten seconds');
  yield { name: '43-quotation', who: colleague, path: `/idees/${quoting}` };
  yield { name: '44-quotation-moderator', who: moderator, path: `/idees/${quoting}` };
  const officer = await team.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  const second = await team.person({ name: 'Denis Exemple', roles: ['dpo'] });
  await officer.expect(askShredding, {
    body: {
      id: mintId('shredding'),
      idea: quoting,
      motive: 'third-party',
      reference: 'DPD-2026-7',
      title: false,
    },
  });
  yield { name: '45-shreddings', who: officer, path: '/retraits' };
  yield {
    name: '46-shreddings-second',
    who: second,
    path: '/retraits',
    act: (page) => page.getByRole('main').locator('button[type=submit]').click(),
  };
}
