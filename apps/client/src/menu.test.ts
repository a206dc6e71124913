import { mintId, type Me, type Role } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { keepsNotes, PLACES } from './menu.ts';

const me = (more: Partial<Me> = {}): Me => ({
  id: mintId('person'),
  name: 'Oriane Exemple',
  mail: null,
  directorate: null,
  language: 'fr',
  grants: [],
  ...more,
});
const shown = (to: Me): string[] => PLACES.filter(({ show }) => show(to)).map((place) => place.to);
const holding = (role: Role) => [{ role, challenge: null, directorate: null }];

test('[AU3] the menu of somebody invited by name offers what answers her', () => {
  expect(shown(me())).toEqual(['/mes-idees', '/notes', '/mes-credits', '/mon-nom']);
  expect(shown(me({ outside: true }))).toEqual(['/mes-idees', '/mes-credits', '/mon-nom']);
  expect(keepsNotes(me({ outside: true, grants: holding('sponsor') }))).toBe(true);
});

test('a role adds the places where it is exercised', () => {
  expect(shown(me({ grants: holding('sponsor') }))).toContain('/adopter');
  expect(shown(me({ grants: holding('dpo') }))).toEqual(
    expect.arrayContaining(['/preparer', '/noms', '/retraits']),
  );
  expect(shown(me({ grants: holding('dpo') }))).not.toContain('/courriels');
});
