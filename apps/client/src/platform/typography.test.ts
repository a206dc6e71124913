import { expect, test } from 'vitest';
import { NARROW_NO_BREAK as N, NO_BREAK as B, typo } from './typography.ts';

test.each([
  ['Fin : demain ; vite ! où ?', `Fin${B}: demain${N}; vite${N}! où${N}?`],
  ['« Oui » dit-elle', `«${B}Oui${B}» dit-elle`],
  ['17 h 00', `17${B}h${B}00`],
  ['90 jours et 12 000 €', `90${B}jours et 12${N}000${B}€`],
  ["l'idée d'Élise", 'l’idée d’Élise'],
  ['https://exemple.fr/a?b=c', 'https://exemple.fr/a?b=c'],
])('French typesetting of %j', (written, set) => {
  expect(typo(written, 'fr')).toBe(set);
  expect(typo(set, 'fr'), 'what is set already stays').toBe(set);
});

test('English keeps its spaces and gets its apostrophes', () => {
  expect(typo("Don't: wait!", 'en')).toBe('Don’t: wait!');
});
