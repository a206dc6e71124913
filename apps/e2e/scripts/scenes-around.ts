/** What lies around the ideas of an open challenge: notes, files, lineage, names, paper, kiosk, the kit and the register. */
import {
  attachFile,
  askNameChange,
  commentOnNote,
  enterIdea,
  mintId,
  openDispute,
  openKiosk,
  publishIdea,
  publishNote,
  readChallenge,
  readCharter,
  readTextHistory,
  saveDraft,
  saveFormat,
  saveNoteDraft,
  setBanner,
  setColour,
  signInWithLink,
  takeUpPractice,
  type IdeaId,
  type NoteId,
} from '@butinerie/contracts';
import { createCaller } from '@butinerie/server';
import type { Person } from '../test/support/team.ts';
import type { Story } from '../test/support/story.ts';
import { drawnPicture } from '../test/support/drawn-picture.ts';
import type { Scene } from './scenes.ts';
import { living } from './scenes-living.ts';

/** Answers the idea that quotes another: what becomes of it is seen once the texts are sealed. */
export async function* around(story: Story, idea: IdeaId): AsyncGenerator<Scene, IdeaId> {
  yield* firstWords(story);
  yield* notes(story);
  yield* family(story, idea);
  yield* paper(story);
  yield* kit(story);
  yield* ownLook(story);
  const quoting = yield* living(story, idea);
  yield* people(story, idea);
  return quoting;
}

/** Somebody new writes for others for the first time: the charter stands over her words. */
async function* firstWords({ team, instance, challenge }: Story): AsyncGenerator<Scene> {
  const { link } = await team.invited({ name: 'Nina Exemple' });
  const newcomer = createCaller(instance.base);
  await newcomer.expect(signInWithLink, { body: { token: new URL(link).hash.slice(1) } });
  yield {
    name: '9a-charter-asked',
    who: newcomer,
    path: `/defis/${challenge}/proposer`,
    async act(page) {
      await page.getByRole('textbox', { name: 'Votre idée en une ligne' }).fill('Des vélos pour les plis');
      await page.getByRole('textbox').nth(1).fill('Les plis vont en voiture.');
      await page.getByRole('button', { name: 'Publier' }).click();
      await page.getByRole('dialog').waitFor();
    },
  };
  yield { name: '9b-charter', who: null, path: '/charte' };
  yield { name: '9c-charter-edited', who: team.administrator, path: '/charte' };
  yield { name: '9d-vocabulary', who: team.administrator, path: '/mots' };
}

async function* notes({ author, colleague, pilot }: Story): AsyncGenerator<Scene> {
  yield { name: 'a0-notes-empty', who: author, path: '/notes' };
  await noted(
    colleague,
    'pollen',
    'Éteindre les vidéoprojecteurs oubliés',
    'Un minuteur à la prise suffirait.',
  );
  const practice = await noted(
    author,
    'practice',
    'Le mardi sans réunion',
    'Depuis janvier, l’équipe de l’insertion ne prend aucune réunion le mardi.\n\nLes dossiers en retard sont passés de quarante à douze.',
  );
  await colleague.expect(commentOnNote, {
    params: { note: practice },
    body: {
      id: mintId('comment'),
      parent: null,
      kind: 'comment',
      text: 'Comment faites-vous quand une autre direction vous invite ?',
      mentions: [],
    },
  });
  await pilot.expect(takeUpPractice, {
    params: { note: practice },
    body: { words: 'Repris aux Bâtiments, le jeudi.' },
  });
  yield { name: 'a1-notes', who: author, path: '/notes', dark: true };
  yield { name: 'a2-note', who: colleague, path: `/notes/${practice}` };
  yield { name: 'a3-note-write', who: author, path: '/notes/ecrire' };
}

async function noted(by: Person, kind: 'pollen' | 'practice', title: string, text: string): Promise<NoteId> {
  const note = mintId('note');
  await by.expect(saveNoteDraft, { params: { note }, body: { kind, title, text } });
  await by.expect(publishNote, { params: { note } });
  return note;
}

/** One pixel, so that there is something beside the idea. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function* family({ author, colleague, pilot, challenge }: Story, idea: IdeaId): AsyncGenerator<Scene> {
  const grown = async (by: Person, title: string, parents: readonly IdeaId[]): Promise<IdeaId> => {
    const child = mintId('idea');
    const text = `La même minuterie, ailleurs : ${title.toLowerCase()}.`;
    await by.expect(saveDraft, {
      params: { idea: child },
      body: { challenge, title, text, parents: [...parents], grownFrom: null },
    });
    await by.expect(publishIdea, { params: { idea: child } });
    return child;
  };
  const first = await grown(colleague, 'La même chose pour les ateliers', [idea]);
  const second = await grown(pilot, 'Et pour les distributeurs de boissons', [idea]);
  await grown(author, 'Un seul tableau de commande par bâtiment', [first, second]);
  yield { name: 'b0-lineage', who: author, path: `/idees/${idea}/filiation`, dark: true };
  await author.expect(attachFile, {
    params: { attachment: mintId('attachment') },
    query: {
      idea,
      name: 'couloir-de-nuit.png',
      alt: 'Le couloir du bâtiment C à 22 heures, trois écrans allumés',
    },
    body: PIXEL,
  });
  yield { name: 'b1-attachments', who: author, path: `/idees/${idea}` };
  yield { name: 'b2-history', who: author, path: `/idees/${idea}/historique`, dark: true };
  const { versions } = await author.expect(readTextHistory, { params: { idea } });
  const oldest = versions.at(-1)?.version ?? 1;
  yield { name: 'b3-version', who: author, path: `/idees/${idea}/historique/${oldest}` };
}

async function* paper({ moderator, challenge }: Story): AsyncGenerator<Scene> {
  yield { name: 'c0-enter', who: moderator, path: `/defis/${challenge}/saisir` };
  const { current } = await moderator.expect(readCharter, {});
  const slip = await moderator.expect(enterIdea, {
    params: { challenge },
    body: {
      idea: mintId('idea'),
      author: { name: 'Nour Atelier', directorate: 'Direction des Routes' },
      title: 'Des gants à la bonne taille',
      text: 'Nous jetons les trop grands.',
      charter: current,
    },
  });
  yield { name: 'c1-follow', who: null, path: '/suivre' };
  yield {
    name: 'c2-followed',
    who: null,
    path: '/suivre',
    async act(page) {
      await page.getByRole('textbox').first().fill(slip.code);
      await page.getByRole('main').getByRole('button').first().click();
      await page.getByText('Des gants à la bonne taille').first().waitFor();
    },
  };
  const kiosk = await moderator.expect(openKiosk, { params: { challenge } });
  yield { name: 'c3-kiosk', who: null, path: pathOf(kiosk.url) };
  yield {
    name: 'c4-kiosk-writing',
    who: null,
    path: pathOf(kiosk.url),
    act: (page) => page.getByRole('button', { name: 'J’ai une idée' }).click(),
  };
}

function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`;
}

async function* kit({ moderator, challenge }: Story): AsyncGenerator<Scene> {
  yield { name: 'd0-kit', who: moderator, path: `/preparer/${challenge}/dossier` };
  yield { name: 'd1-commitment', who: moderator, path: `/defis/${challenge}/engagement` };
  for (const piece of ['a4', 'a3', 'feuillets', 'instance', 'donnees'])
    yield { name: `d2-print-${piece}`, who: moderator, path: `/defis/${challenge}/imprimer/${piece}` };
  yield { name: 'd3-projector', who: moderator, path: `/defis/${challenge}/projeter` };
  yield { name: 'd4-settings', who: moderator, path: `/preparer/${challenge}/reglages` };
}

/** The same challenge with a colour and a picture of its council. */
async function* ownLook({ moderator, author, challenge }: Story): AsyncGenerator<Scene> {
  const params = { challenge };
  const { version } = await moderator.expect(readChallenge, { params });
  await moderator.expect(setColour, { params, body: { colour: '#00796b', version } });
  const said = { alt: 'Des collines vertes sous un ciel clair', decorative: 'no' as const };
  await moderator.expect(setBanner, {
    params,
    query: { ...said, version: version + 1 },
    body: drawnPicture(),
  });
  yield { name: 'd5-look-challenge', who: author, path: `/defis/${challenge}`, dark: true };
  yield { name: 'd6-look-desk', who: moderator, path: '/preparer', dark: true };
  yield { name: 'd7-look-settings', who: moderator, path: `/preparer/${challenge}/reglages`, dark: true };
  yield { name: 'd8-look-print-a4', who: moderator, path: `/defis/${challenge}/imprimer/a4`, dark: true };
  const name = 'Trois semaines, en couleur';
  await moderator.expect(saveFormat, {
    params: { format: mintId('format') },
    body: { challenge, name },
  });
  yield { name: 'da-formats', who: moderator, path: `/preparer/formats?de=${challenge}`, dark: true };
  yield {
    name: 'db-format-chosen',
    who: moderator,
    path: '/preparer/formats',
    async act(page) {
      await page.getByRole('link', { name: 'Commencer un défi ainsi' }).click();
      await page.getByText(name).waitFor();
    },
  };
  yield { name: 'd9-look-projector', who: moderator, path: `/defis/${challenge}/projeter`, dark: true };
}

async function* people({ author, colleague, team }: Story, idea: IdeaId): AsyncGenerator<Scene> {
  const officer = await team.person({ name: 'Denise Exemple', roles: ['dpo'] });
  yield { name: 'e0-my-name', who: author, path: '/mon-nom' };
  await author.expect(askNameChange, {
    body: { id: mintId('nameRequest'), change: { kind: 'erase' } },
  });
  yield { name: 'e1-my-name-asked', who: author, path: '/mon-nom' };
  yield { name: 'e2-names', who: officer, path: '/noms' };
  yield { name: 'e3-disputes-none', who: colleague, path: `/idees/${idea}/noms` };
  await colleague.expect(openDispute, {
    params: { idea },
    body: {
      id: mintId('dispute'),
      text: 'Lucie Martin avait proposé la minuterie en réunion de service, avant le défi.',
    },
  });
  yield { name: 'e4-disputes', who: author, path: `/idees/${idea}/noms` };
  yield { name: 'e5-register', who: team.administrator, path: '/registre' };
  yield { name: 'e6-sitemap', who: author, path: '/plan-du-site' };
  yield { name: 'e7-data', who: null, path: '/donnees-personnelles' };
}
