import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ideasOf } from './ideas-of.ts';
import { readIdeas } from './read-file.ts';
import { timeBoxFrom } from './time-box.ts';

const csv = async (text: string | Buffer) => ideasOf(await readIdeas(Buffer.from(text), 'idees.csv'));
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const data = process.env['BUTINERIE_TEST_DATA'] ?? join(root, '../shared/data');

test('a French table as Excel saves it, with ; and Windows-1252', async () => {
  const text =
    'N°;Titre;Texte;Auteur;Courriel;Direction;Soutiens\r\n7;Éteindre;Le soir, à l’œil;Ana Été;ana@example.org;Routes;1 200\r\n';
  const bytes = Buffer.from(text.replace('’', '\x92').replace('œ', '\x9c'), 'latin1');
  expect((await csv(bytes)).ideas).toEqual([
    {
      row: 2,
      idea: {
        title: 'Éteindre',
        text: 'Le soir, à l’œil',
        author: { name: 'Ana Été', mail: 'ana@example.org', directorate: 'Routes', source: '' },
        supports: 1200,
        source: '7',
      },
    },
  ]);
});

test('an English table with commas; first name and name make one name', async () => {
  const { ideas } = await csv('id,title,body,First name,Name,agrees\nx,A,"One, two",Ana,Sample,3\n');
  expect(ideas[0]?.idea).toMatchObject({ title: 'A', text: 'One, two', supports: 3, source: 'x' });
  expect(ideas[0]?.idea.author).toEqual({ name: 'Ana Sample', mail: null, directorate: '', source: '' });
});

test('a text keeps every character it has, blank ends and lines included', async () => {
  const text = '  deux  espaces\n\n un tab\t et la fin  ';
  const { ideas } = ideasOf(await readIdeas(Buffer.from(JSON.stringify([{ body: text }])), 'x.json'));
  expect(ideas[0]?.idea.text).toBe(text);
});

test('an author known by an identifier alone is named by it and has it as her source', async () => {
  const { ideas } = ideasOf({ names: ['body', 'author'], rows: [{ row: 1, cells: ['x', 'a-9cc590b361'] }] });
  expect(ideas[0]?.idea.author).toEqual({
    name: 'a-9cc590b361',
    mail: null,
    directorate: '',
    source: 'a-9cc590b361',
  });
  const [named] = (await csv('texte;auteur;author id\nx;Ana Exemple;42\n')).ideas;
  expect(named?.idea.author).toMatchObject({ name: 'Ana Exemple', source: '42' });
});

test('an author may be an object; a row without one has none', async () => {
  const rows = [{ text: 'x', author: { name: 'Ana', mail: 'a@example.org' } }, { text: 'y' }];
  const { ideas } = ideasOf(await readIdeas(Buffer.from(JSON.stringify({ ideas: rows })), 'x.json'));
  expect(ideas.map(({ idea }) => idea.author)).toEqual([
    { name: 'Ana', mail: 'a@example.org', directorate: '', source: '' },
    { name: '', mail: null, directorate: '', source: '' },
  ]);
});

test('each bad row is named by its line with every reason, the good ones beside it', async () => {
  const read = await csv(`texte;courriel;soutiens\nbon;;\nx;pas-un-mail;-3\n\n${'y'.repeat(100_001)};;2\n`);
  expect(read.ideas.map(({ row }) => row)).toEqual([2]);
  expect(read.bad).toEqual([
    { row: 3, reasons: ['supports-is-no-count', 'author-mail-malformed'] },
    { row: 5, reasons: ['text-too-long'] },
  ]);
});

test('in JSON a number is text and a list is not', () => {
  const { bad, ideas } = ideasOf({
    names: ['id', 'text'],
    rows: [
      { row: 1, cells: [7, 'x'] },
      { row: 2, cells: [8, ['x']] },
    ],
  });
  expect(ideas[0]?.idea.source).toBe('7');
  expect(bad).toEqual([{ row: 2, reasons: ['text-is-no-text'] }]);
});

test('columns that mean nothing here are told, not guessed', async () => {
  expect((await csv('texte;humeur\nx;gaie\n')).ignored).toEqual(['humeur']);
});

test.each([
  ['', /no row of ideas/],
  ['texte\n', /no row of ideas/],
  ['humeur;couleur\ngaie;vert\n', /No column holds the ideas/],
  ['[{"text": "x"', /begins like JSON/],
  ['{"text": "x"}', /no list of ideas/],
  ['[1, 2]', /no list of ideas/],
  ['texte;auteur\n"jamais fermé;x\n', /quotation mark/],
  ['\0\0PNG', /is no text/],
  [Buffer.from('PK\x03\x04 not a zip'), /no XLSX/],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /before 2007/],
])('a file that is none is refused with a sentence: %j', async (content, sentence) => {
  await expect(csv(content)).rejects.toThrow(sentence);
});

test('three weeks begin with the week that is, or the one that comes', () => {
  const box = timeBoxFrom(new Date('2026-10-14T10:20:30Z'));
  expect(Object.values(box).map(({ local }) => local)).toEqual([
    '2026-10-14T12:20',
    '2026-10-23T17:00',
    '2026-10-30T17:00',
    '2026-11-13T17:00',
  ]);
  expect(timeBoxFrom(new Date('2026-10-17T10:00:00Z')).ideasUntil.local).toBe('2026-10-30T17:00');
  expect(timeBoxFrom(new Date(), '2026-10-12').opensAt.local).toBe('2026-10-12T09:00');
});

const volunteers = join(data, 'polis/ideas.bg2050-volunteers.json');
if (!existsSync(volunteers)) console.warn(`skipped: ${volunteers} is absent (BUTINERIE_TEST_DATA)`);
test.skipIf(!existsSync(volunteers))(
  '371 statements by residents: every row, every author, every support',
  async () => {
    const { ideas, bad } = ideasOf(await readIdeas(readFileSync(volunteers), volunteers));
    expect([ideas.length, bad.length]).toEqual([371, 0]);
    expect(new Set(ideas.map(({ idea }) => idea.author.source)).size).toBe(64);
    expect(ideas.reduce((sum, { idea }) => sum + idea.supports, 0)).toBe(10_048);
  },
);
