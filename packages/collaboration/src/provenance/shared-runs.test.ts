import { expect, test } from 'vitest';
import { indexQuotations } from './shared-runs-index.ts';
import { sharedRuns } from './shared-runs.ts';

const QUOTED =
  'Installer dans chaque bâtiment une minuterie qui éteint les écrans à vingt heures sauf demande contraire';
const OTHER = { of: 'autre', text: `Nous proposons ceci. ${QUOTED}, et rien de plus.` };

test('a run of twelve words or more that stands in another text is found, with its place and length', () => {
  const text = `Mon idée : ${QUOTED.toUpperCase()} !`;
  const [run, ...more] = sharedRuns(text, [OTHER]);
  expect(more).toEqual([]);
  expect(run).toEqual({ of: 'autre', start: 11, end: 11 + QUOTED.length, words: 16 });
});

test('eleven words are said by many people', () => {
  const eleven = QUOTED.split(' ').slice(0, 11).join(' ');
  expect(sharedRuns(`Voici ${eleven} le soir.`, [OTHER])).toEqual([]);
});

test('what the question itself says is nobody’s', () => {
  expect(sharedRuns(QUOTED, [OTHER], [QUOTED])).toEqual([]);
});

test('of two texts that say it, the first one is named', () => {
  expect(sharedRuns(QUOTED, [OTHER, { of: 'plus tard', text: QUOTED }]).map(({ of }) => of)).toEqual([
    'autre',
  ]);
});

test('of many texts those are looked at that hold twelve words of it, and no others', () => {
  const index = indexQuotations([
    OTHER,
    { of: 'ailleurs', text: 'Rien de tout cela.' },
    { of: 'aussi', text: QUOTED },
  ]);
  expect([...index.holding(`Avant. ${QUOTED}. Après.`)].sort()).toEqual(['aussi', 'autre']);
  const asked = indexQuotations([OTHER, { of: 'plus long', text: `${QUOTED} le soir.` }], [QUOTED]);
  expect([...asked.holding(QUOTED)]).toEqual([]);
  expect([...asked.holding(`${QUOTED} le soir`)]).toEqual(['plus long']);
  expect([...index.holding(QUOTED.split(' ').slice(0, 11).join(' '))]).toEqual([]);
});
