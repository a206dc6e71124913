import { mintId, type Credits, type PersonRef } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, readable } from '../testing/draw.tsx';
import { CreditLine } from './credit-line.tsx';
import { initialsOf } from './person-name.tsx';

const person = (name: string): PersonRef => ({ id: mintId('person'), name, directorate: null });
const [awa, bruno, chloe] = [person('Awa Diop'), person('Bruno Petit'), person('Chloé Bernard')];
const nobody: Credits = { originators: [], coauthors: [], rebounders: [], carrier: null };

test('every name is written, once, in the order of the credit', async () => {
  const credits = {
    ...nobody,
    originators: [awa],
    coauthors: [bruno],
    rebounders: [chloe, bruno, awa],
    carrier: awa,
  };
  const { page } = await draw(<CreditLine credits={credits} adoptedBy="la direction des Routes" />);
  expect(readable(page)).toBe(
    'Idée d’Awa Diop · avec Bruno Petit et Chloé Bernard · adoptée par la direction des Routes · portée par Awa Diop',
  );
});

test('three hundred names are three hundred names', async () => {
  const crowd = Array.from({ length: 300 }, (_, at) => person(`Personne ${at}`));
  const { page } = await draw(<CreditLine credits={{ ...nobody, originators: [awa], rebounders: crowd }} />);
  expect(page.querySelectorAll('strong')).toHaveLength(301);
});

test('an imported idea without known author says so, and claims nobody', async () => {
  const { page } = await draw(<CreditLine credits={nobody} authorToConfirm />);
  expect(readable(page)).toBe('Idée d’auteur ou autrice à confirmer');
});

test('a locked credit says since when', async () => {
  const { page } = await draw(
    <CreditLine credits={{ ...nobody, originators: [awa] }} lockedAt="2026-11-05T09:00:00.000Z" />,
  );
  expect(readable(page)).toContain('Crédit verrouillé le jeudi 5 novembre 2026.');
});

test.each([
  ['Marie-Claire de La Tour', 'MT'],
  ['Awa', 'A'],
  ['  élise   ozturk ', 'ÉO'],
  ['42', '?'],
])('initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
