import type { ImportedIdea } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { authorKey, checkImport, hasAuthor, titleOf } from './check-import.ts';

const row = (patch: Partial<ImportedIdea> = {}): ImportedIdea => ({
  title: 'Éteindre les écrans',
  text: 'Le soir, tout le monde oublie.',
  author: { name: 'Ana Exemple', mail: null, directorate: 'Bâtiments', source: 'a-1' },
  supports: 3,
  source: 's-1',
  ...patch,
});

test('a good row is taken', () => {
  expect(checkImport([row()])).toEqual([]);
});
test('every bad row is named with each reason, counted from one', () => {
  const nobody = { name: '', mail: 'x@example.org', directorate: '', source: '' };
  expect(
    checkImport([
      row(),
      row({ title: ' ', text: '', source: 's-2' }),
      row({ author: nobody, text: '\ud800', source: 's-1' }),
    ]),
  ).toEqual([
    { row: 2, reasons: ['text-missing'] },
    { row: 3, reasons: ['author-without-name', 'not-unicode', 'source-twice'] },
  ]);
});
test.each([
  ['of letters of two bytes, taken for its title too', 'é'.repeat(90_000)],
  ['of ten thousand lines', 'x\n'.repeat(10_000)],
])('a text no document can hold is named: one %s', (_what, text) => {
  expect(checkImport([row({ title: '', text })])).toEqual([{ row: 1, reasons: ['text-too-long'] }]);
});
test('a long text that fits is taken', () => {
  expect(checkImport([row({ text: `${'mot '.repeat(100)}\n`.repeat(100) })])).toEqual([]);
});
test('nothing tells two authors of one name apart from two people', () => {
  const ana = { name: 'Ana', mail: null, directorate: 'Routes', source: '' };
  expect(authorKey(row({ author: ana }))).toBeNull();
  expect(authorKey(row({ author: { ...ana, mail: 'ana@example.org' } }))).not.toBeNull();
  expect(authorKey(row({ author: { ...ana, source: '12' } }))).not.toBeNull();
});
test('a row without author has none: it is to be confirmed', () => {
  expect(hasAuthor(row({ author: { name: ' ', mail: null, directorate: '', source: '' } }))).toBe(false);
});
test('a statement without title is its own title on one line, however long', () => {
  const text = `${'mot '.repeat(60)}\nfin`;
  expect(titleOf(row({ title: '', text }))).toEqual({ title: `${'mot '.repeat(60)}fin`, taken: true });
});
