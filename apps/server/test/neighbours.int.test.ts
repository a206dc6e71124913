/** What others may learn and what a retry does: drafts stay unknown, a second tap is the same act, words stay where they are. */
import {
  askToCoauthor,
  mintId,
  patchIdea,
  publishIdea,
  readCreditHistory,
  readIdea,
  reboundOnIdea,
  saveDraft,
  takeRebound,
  withdrawIdea,
  type IdeaId,
} from '@butinerie/contracts';
import { IdeaSession } from '@butinerie/collaboration/client';
import { readDocument, writePlainText } from '@butinerie/collaboration/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scheduledChallenge } from '../trials/support/pilot-people.ts';
import { openSocket, textTransport } from '../trials/support/socket.ts';
import { createTestServer, type TestPerson, type TestServer } from './support/test-server.ts';

const OPENS = new Date('2026-10-12T07:00:00Z');
const days = (count: number): Date => new Date(OPENS.getTime() + count * 86_400_000);

let server: TestServer;
let author: TestPerson;
let stranger: TestPerson;
let challenge: Awaited<ReturnType<typeof scheduledChallenge>>;
const secret = mintId('idea');
const open = mintId('idea');

const draftOf = (title: string, text: string, parents: IdeaId[] = []) => ({
  challenge,
  title,
  text,
  parents,
  grownFrom: null,
});

beforeAll(async () => {
  server = await createTestServer({ now: OPENS });
  author = await server.person({ name: 'Ana Exemple', directorate: 'Solidarités' });
  stranger = await server.person({ name: 'Côme Exemple', directorate: 'Routes' });
  await server.person({ name: 'Dora Exemple', directorate: 'Bâtiments', roles: ['sponsor'] });
  challenge = await scheduledChallenge(server.administrator, 'Qui sait quoi ?', {
    opensAt: OPENS,
    ideasUntil: days(10),
    closesAt: days(18),
    decisionDueAt: days(30),
  });
  await author.expect(saveDraft, {
    params: { idea: secret },
    body: draftOf('Un secret', 'Rien que pour moi.'),
  });
  await author.expect(saveDraft, {
    params: { idea: open },
    body: draftOf('La nuit', 'Éteindre les écrans.'),
  });
  await author.expect(publishIdea, { params: { idea: open } });
});
afterAll(async () => {
  await server.stop();
});

test('a draft of somebody else cannot be named as a parent, and every act on it answers as if it were not there', async () => {
  const mine = mintId('idea');
  const built = await stranger.call(saveDraft, {
    params: { idea: mine },
    body: draftOf('Un autre', 'Autre chose.', [secret]),
  });
  expect(built).toMatchObject({ ok: false, failure: { code: 'not-found', what: 'parent' } });
  const params = { idea: secret };
  const acts = [
    await stranger.call(readIdea, { params }),
    await stranger.call(publishIdea, { params }),
    await stranger.call(patchIdea, { params, body: { openTo: 'everyone' } }),
    await stranger.call(askToCoauthor, { params }),
    await stranger.call(readCreditHistory, { params }),
  ];
  for (const answered of acts) expect(answered).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});

test('the idea a rebound grows into is told once it is published, and not after it was withdrawn', async () => {
  const rebound = mintId('rebound');
  await stranger.expect(reboundOnIdea, {
    params: { idea: open },
    body: { id: rebound, text: 'Et le jour ?' },
  });
  const grown = mintId('idea');
  await stranger.expect(saveDraft, {
    params: { idea: grown },
    body: { ...draftOf('Le jour aussi', 'Éteindre à midi.'), grownFrom: rebound },
  });
  const seen = async (): Promise<unknown> => {
    const page = await author.expect(readIdea, { params: { idea: open } });
    return [page.rebounds.find(({ id }) => id === rebound)?.grownInto, page.children.map(({ id }) => id)];
  };
  expect(await seen()).toEqual([null, []]);
  await stranger.expect(publishIdea, { params: { idea: grown } });
  expect(await seen()).toEqual([grown, [grown]]);
  await stranger.expect(withdrawIdea, {
    params: { idea: grown },
    body: { reason: '', askedBySomebody: 'no' },
  });
  expect(await seen()).toEqual([null, []]);
  expect(await author.call(readCreditHistory, { params: { idea: grown } })).toMatchObject({
    failure: { code: 'not-found' },
  });
});

test('six saves of one draft at once leave its text once', async () => {
  const idea = mintId('idea');
  const body = draftOf('Titre', 'Un paragraphe.\nUn autre.');
  const saves = await Promise.all(
    Array.from({ length: 6 }, () => author.call(saveDraft, { params: { idea }, body })),
  );
  expect(saves.every(({ ok }) => ok)).toBe(true);
  const page = await author.expect(readIdea, { params: { idea } });
  expect([page.title, page.text]).toEqual(['Titre', 'Un paragraphe.\nUn autre.']);
});

test('a second tap is the same act: publish, take, coécrire', async () => {
  const idea = mintId('idea');
  await author.expect(saveDraft, { params: { idea }, body: draftOf('Deux fois', 'Une seule suffit.') });
  const published = await Promise.all([1, 2, 3].map(() => author.call(publishIdea, { params: { idea } })));
  expect(published.map((answered) => answered.ok)).toEqual([true, true, true]);
  await author.expect(patchIdea, { params: { idea }, body: { openTo: 'everyone' } });
  const joined = await Promise.all([1, 2].map(() => stranger.call(askToCoauthor, { params: { idea } })));
  expect(joined.filter((answered) => !answered.ok)).toEqual([]);
  const rebound = mintId('rebound');
  await stranger.expect(reboundOnIdea, { params: { idea }, body: { id: rebound, text: 'Encore une.' } });
  await author.expect(takeRebound, { params: { rebound } });
  await author.expect(takeRebound, { params: { rebound } });
  const page = await author.expect(readIdea, { params: { idea } });
  expect(page.text).toBe('Une seule suffit.\nEncore une.');
  expect(page.credits.coauthors.map(({ id }) => id)).toEqual([stranger.id]);
});

test('words acknowledged as their writer leaves are on the page', async () => {
  const socket = await openSocket(author);
  const session = new IdeaSession({ transport: textTransport(socket, open), write: true });
  await expect.poll(() => session.status.state).toBe('live');
  writePlainText(session.doc, `${readDocument(session.doc).text} Derniers mots.`);
  void session.destroy();
  await expect
    .poll(async () => (await author.expect(readIdea, { params: { idea: open } })).text, { timeout: 10_000 })
    .toContain('Derniers mots.');
  socket.socket.disconnect();
});
