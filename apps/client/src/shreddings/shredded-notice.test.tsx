import { expect, test } from 'vitest';
import { draw, readable } from '../testing/draw.tsx';
import { ShreddedNotice } from './shredded-notice.tsx';

test('where a text was destroyed the page says since when, why and by which request, and what stays', async () => {
  const shredded = {
    at: '2026-11-27T08:00:00.000Z',
    motive: 'third-party' as const,
    reference: 'DPD-2026-7',
  };
  const { page } = await draw(<ShreddedNotice shredded={shredded} />);
  const said = readable(page);
  for (const words of [
    'Ce texte a été détruit',
    '27 novembre',
    'données personnelles d’une autre personne',
    'DPD-2026-7',
    'les crédits, le scellé et les preuves restent',
  ])
    expect(said).toContain(words);
});
