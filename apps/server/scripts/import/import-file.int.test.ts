import {
  exportChallenge,
  listChallenges,
  listPeople,
  listReceipts,
  NO_LABELS,
  type AnswerOf,
} from '@butinerie/contracts';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller } from '../../src/caller.ts';
import { readTaskDoor } from '../../src/platform/task-token.ts';
import { PIXEL } from '../../test/support/small-file.ts';
import { createTestServer, type TestServer } from '../../test/support/test-server.ts';
import { importTable } from './import-file.ts';
import { readIdeas } from './read-file.ts';
import { timeBoxFrom } from './time-box.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(async () => {
  await server.stop();
});

/** As the script does it beside a running server: by the one-time token of its folder. */
function importing(yes = true) {
  const token = (): string => readTaskDoor(join(server.folder, 'data'))?.token ?? '';
  const lines: string[] = [];
  const caller = createCaller(server.base, { token });
  const wish = { question: 'Que gardons-nous ?', timeBox: timeBoxFrom(server.clock.now()) };
  const desk = { print: (line: string) => void lines.push(line), confirm: async () => yes };
  return {
    lines,
    async run(content: string) {
      return importTable(caller, await readIdeas(Buffer.from(content), 'idees'), { wish, desk });
    },
  };
}
const exported = async (challenge: string | null | undefined) => {
  const params = { challenge } as { challenge: AnswerOf<typeof exportChallenge>['challenge'] };
  return (await server.administrator.expect(exportChallenge, { params })).ideas;
};

test('a small file comes back whole: texts, titles, authors; nobody is mailed', async () => {
  const rows = [
    { id: '1', title: 'Un four à pain', body: 'Ligne une\n\n  ligne « deux » 🐝', author: 'a-1', agrees: 4 },
    { id: '2', title: null, body: 'Une phrase sans titre', author: 'a-1' },
    { id: '3', body: 'Encore une', author: { name: 'Ana Exemple', mail: 'ana@example.org' } },
    { id: '4', body: 'Et une', author: { name: 'Côme Exemple' } },
    { id: '5', body: 'Et la dernière', author: { name: 'Lou Exemple' } },
  ];
  const report = await importing().run(JSON.stringify(rows));
  expect(report).toMatchObject({ ideas: 5, authors: 4, authorsToConfirm: 0, titlesTaken: 4, supports: 4 });
  const ideas = new Map((await exported(report?.challenge)).map((idea) => [idea.source, idea]));
  expect(rows.map(({ id }) => ideas.get(id)?.text)).toEqual(rows.map(({ body }) => body));
  expect(ideas.get('1')?.title).toBe('Un four à pain');
  expect(ideas.get('2')?.title).toBe('Une phrase sans titre');
  const names = rows.map(({ id }) => ideas.get(id)?.credits.originators.map(({ name }) => name));
  expect(names).toEqual([['a-1'], ['a-1'], ['Ana Exemple'], ['Côme Exemple'], ['Lou Exemple']]);
  await server.app.mailSettled();
  expect(server.mails).toEqual([]);
});

test('[T3] a row without author becomes an author to confirm, never the importer or a directorate', async () => {
  const mine = async () => (await server.administrator.expect(listReceipts)).receipts;
  const before = await mine();
  const report = await importing().run('titre;texte;auteur\nSans nom;Quelqu’un l’a dit.;\n');
  expect(report?.authorsToConfirm).toBe(1);
  expect(await mine()).toEqual(before);
  const [idea] = await exported(report?.challenge);
  expect(idea).toMatchObject({ title: 'Sans nom', authorToConfirm: true });
  expect(idea?.credits).toEqual({ originators: [], coauthors: [], rebounders: [], carrier: null });
});

test('the same identifier or the same bare name is one author only where it says so', async () => {
  const first = await importing().run('texte;auteur;author id\nUne;Ana;12\n');
  const second = await importing().run('texte;auteur;author id\nDeux;Bob;12\nTrois;Lou;\nQuatre;Lou;\n');
  expect(second?.authors).toBe(3);
  const authors = [...(await exported(first?.challenge)), ...(await exported(second?.challenge))].map(
    ({ text, credits }) => [text, credits.originators.map(({ name }) => name)],
  );
  expect(new Map(authors as [string, string[]][])).toEqual(
    new Map([
      ['Une', ['Ana']],
      ['Deux', ['Bob']],
      ['Trois', ['Lou']],
      ['Quatre', ['Lou']],
    ]),
  );
  const lous = (await exported(second?.challenge)).flatMap(({ credits }) =>
    credits.originators.filter(({ name }) => name === 'Lou').map(({ id }) => id),
  );
  expect(new Set(lous).size).toBe(2);
});

test('one bad row refuses the whole file by its line in it, and leaves nothing behind', async () => {
  const before = await server.administrator.expect(listChallenges);
  const people = (await server.administrator.expect(listPeople)).people.length;
  const attempt = importing();
  const long = 'é'.repeat(90_000);
  const file = `id;texte;soutiens\n1;Bonne;2\n2;Mauvaise;beaucoup\n3;;\n1;Encore;0\n4;${long};0\n`;
  await expect(attempt.run(file)).rejects.toThrow('4 rows cannot be taken, so nothing was imported');
  expect(attempt.lines.filter((line) => line.startsWith('  row'))).toEqual([
    '  row 3      supports-is-no-count',
    '  row 4      text-missing',
    '  row 5      source-twice',
    '  row 6      text-too-long',
  ]);
  expect(await server.administrator.expect(listChallenges)).toEqual(before);
  expect((await server.administrator.expect(listPeople)).people.length).toBe(people);
});

test('who says no at the preview has imported nothing', async () => {
  const before = (await server.administrator.expect(listChallenges)).challenges.length;
  expect(await importing(false).run('texte\nRien\n')).toBeNull();
  expect((await server.administrator.expect(listChallenges)).challenges.length).toBe(before);
});

test('[TH6] [VI3] [AR6] brief, labels, colour and picture of an exported challenge come back with its ideas, and what is none is said', async () => {
  const title = { fr: 'Votre piste', en: '', helpFr: 'En cinq mots.', helpEn: '' };
  const file = {
    brief: 'Ce qui se perd se voit de près.',
    labels: { ...NO_LABELS, title },
    colour: '#0055a4',
    banner: { alt: 'Un point', base64: Buffer.from(PIXEL).toString('base64') },
    ideas: [{ title: 'Un banc', text: 'Devant la mairie.', author: 'Ana Exemple' }],
  };
  const report = await importing().run(JSON.stringify(file));
  if (!report?.challenge) throw new Error('nothing was imported');
  const params = { challenge: report.challenge };
  const back = await server.administrator.expect(exportChallenge, { params });
  expect([back.brief, back.labels, back.colour, back.banner]).toEqual([
    file.brief,
    file.labels,
    file.colour,
    file.banner,
  ]);
  const wrong = importing().run(JSON.stringify({ ...file, colour: 'bleu' }));
  await expect(wrong).rejects.toThrow('(colour)');
});
