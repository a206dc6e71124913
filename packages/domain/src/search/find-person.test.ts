import { mintId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { findMentionable, findPerson } from './find-person.ts';

const person = (name: string, directorate: string | null = null) => ({
  id: mintId('person'),
  name,
  directorate,
});
const people = [
  person('Élodie Martin', 'Routes'),
  person('Jean-Émile d’Arc', 'Culture'),
  person('Rose Diop', 'Routes'),
  person('Martine Petit', 'Santé'),
];
const found = (typed: string) => findPerson(people, typed).map(({ name }) => name);

test('accents, capitals, hyphens and apostrophes do not matter', () => {
  expect(found('elodie')).toEqual(['Élodie Martin']);
  expect(found('EMILE')).toEqual(['Jean-Émile d’Arc']);
  expect(found('arc')).toEqual(['Jean-Émile d’Arc']);
});
test('words come in any order, each from its beginning', () => {
  expect(found('mart elo')).toEqual(['Élodie Martin']);
  expect(found('artin')).toEqual([]);
});
test('a directorate finds its people, after those whose name matches', () => {
  expect(found('rou')).toEqual(['Élodie Martin', 'Rose Diop']);
  expect(found('ro')).toEqual(['Rose Diop', 'Élodie Martin']);
});
test('nothing typed offers the first ones only', () => {
  expect(
    findPerson(
      Array.from({ length: 300 }, () => person('X')),
      '',
    ),
  ).toHaveLength(8);
});

test('[DI8] one letter finds nobody to address, two find those whose words begin so', () => {
  const names = (typed: string) => findMentionable(people, typed).map(({ name }) => name);
  for (const typed of ['', 'r', ' r ', 'r o', '-', "'"]) expect(names(typed)).toEqual([]);
  expect(names('ro')).toEqual(['Rose Diop', 'Élodie Martin']);
});
