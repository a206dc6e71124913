import { mintId, type Challenge, type IdeaPage } from '@butinerie/contracts';
import { afterEach, expect, test } from 'vitest';
import { writeKept } from '../platform/kept.ts';
import { draw, readable } from '../testing/draw.tsx';
import { reboundKey } from './kept-rebound.ts';
import { Rebounds } from './rebound-list.tsx';

afterEach(() => localStorage.clear());

test('a rebound that was being written when the idea was closed can still be read, by whoever wrote it', async () => {
  const me = { name: 'Maud Exemple', mail: null, directorate: null, language: 'fr' as const, grants: [] };
  const writer = { id: mintId('person'), ...me };
  const closed = { id: mintId('idea'), acts: [], rebounds: [], mine: null, children: [], contributions: [] };
  // The section reads these of an idea, and of a challenge nothing where no act is left.
  const section = <Rebounds idea={closed as unknown as IdeaPage} challenge={{} as unknown as Challenge} />;
  writeKept(reboundKey(writer.id, closed.id), { id: mintId('rebound'), text: 'Avec les agents d’accueil.' });
  const hers = await draw(section, { session: { me: writer } });
  expect(readable(hers.page)).toContain('Avec les agents d’accueil.');
  const other = await draw(section, { session: { me: { ...writer, id: mintId('person') } } });
  expect(readable(other.page)).toBe('');
});
