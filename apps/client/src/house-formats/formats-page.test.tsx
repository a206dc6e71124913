/** The formats of the house: one is kept with a name that survives its refusal, and the list says what is in each. */
import { mintId, type HouseFormat } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { FormatItem } from './format-item.tsx';

const { answers, refuses, sent, network } = pretendedNetwork();
const evening = (days: number) => ({ days, time: '17:00' });
const format: HouseFormat = {
  id: mintId('format'),
  version: 2,
  name: 'Semaine énergie',
  savedBy: { id: mintId('person'), name: 'Maud Exemple', directorate: null },
  savedAt: '2026-10-27T15:00:00.000Z',
  times: {
    opensAt: { days: 0, time: '09:00' },
    ideasUntil: evening(2),
    closesAt: evening(4),
    decisionDueAt: evening(11),
  },
  themes: ['Chauffage', 'Lumière'],
  questions: [],
  labels: ['Votre piste'],
  colour: '#0055a4',
  picture: true,
  directorates: null,
  selectionMode: 'jury',
};
const item = (
  <ToastProvider>
    <FormatItem format={format} />
  </ToastProvider>
);

test('[FO1] it says how long its parts last, whom it is for, what it asks and how it looks', async () => {
  const { page } = await draw(item);
  const said = readable(page);
  for (const words of [
    'Nouvelles idées pendant 3 jours, fermeture 4 jours après l’ouverture',
    'Tous les agents et toutes les agentes',
    'Chauffage et Lumière',
    'Votre piste',
    'Par un jury',
    '#0055a4 et une image',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('Questions');
  expect(page.querySelector('a')?.getAttribute('href')).toBe(`/preparer/nouveau?format=${format.id}`);
});

test('[FO3] a name that is taken stays in its field; taken off the list, it can be put back', async () => {
  const { page } = await draw(item);
  await press(named(page, 'Renommer'));
  await type(page.querySelector('input'), '');
  await press(named(page, 'Enregistrer'));
  expect(network).not.toHaveBeenCalled();
  expect(readable(page)).toContain('Donnez un nom au format.');
  await type(page.querySelector('input'), 'Éclair');
  refuses({ code: 'name-taken', name: 'Éclair' });
  await press(named(page, 'Enregistrer'));
  expect(readable(page)).toContain('Un autre format s’appelle déjà « Éclair »');
  expect(page.querySelector('input')?.value).toBe('Éclair');
  network.mockClear();
  answers({ formats: [] });
  await press(named(page, 'Retirer de la liste'));
  await press(named(page, 'Annuler'));
  expect([sent(0), sent(1)]).toEqual([
    { offered: false, version: 2 },
    { offered: true, version: 3 },
  ]);
});
