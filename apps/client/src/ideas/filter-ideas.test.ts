import { mintId, type Idea } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { filterIdeas } from './filter-ideas.ts';

const author = { id: mintId('person'), name: 'Zoé L’Hôte', directorate: 'Collèges' };
const idea = (title: string, text = ''): Idea => ({
  id: mintId('idea'),
  challenge: mintId('challenge'),
  state: 'published',
  title,
  text,
  credits: { originators: [author], coauthors: [], rebounders: [], carrier: null },
  authorToConfirm: false,
  adoptedBy: null,
  publishedAt: null,
  savedAt: '2026-10-12T07:00:00.000Z',
  mine: null,
  supported: false,
  supports: null,
});
const ideas = [idea('Élèves à l’écoute', 'Un cœur de métier'), idea('Donner les repas non servis')];
const found = (typed: string) => filterIdeas(ideas, typed).map(({ title }) => title);

test('nothing typed shows everything, in the order it came', () => {
  expect(filterIdeas(ideas, '  ')).toEqual(ideas);
});

test.each(['eleve', 'ÉLÈVES', 'ecoute', 'coeur', 'cœur metier', 'elev écou'])(
  '« %s » finds it whatever the accents, capitals, plurals and order',
  (typed) => {
    expect(found(typed)).toEqual(['Élèves à l’écoute']);
  },
);

test('people and their directorate are found too', () => {
  expect(found('zoe hote')).toHaveLength(2);
  expect(found('college')).toHaveLength(2);
});

test('a word that is nowhere finds nothing, and the middle of a word does not count', () => {
  expect(found('repas soir')).toEqual([]);
  expect(found('ervis')).toEqual([]);
});
