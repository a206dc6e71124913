import { mintId, type IdeaPage } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, readable } from '../testing/draw.tsx';
import { LateTexts } from './late-texts.tsx';

test('[PD4] words that came after the closing are named while nobody has decided about them', async () => {
  const person = { id: mintId('person'), name: 'Awa Exemple', directorate: null };
  const at = '2026-11-02T17:00:05.000Z';
  const words = { person, at, decidedAt: at, reason: '', text: 'Voir Mme X.' };
  const late: IdeaPage['late'] = [
    { id: mintId('late'), ...words, outcome: 'waiting' },
    { id: mintId('late'), ...words, outcome: 'annexed' },
  ];
  const { page } = await draw(<LateTexts late={late} />);
  expect([...page.querySelectorAll('q')].map(readable)).toEqual(['Mme X']);
});
