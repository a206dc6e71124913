import { mintId, type Quotation } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable, type as write } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { QuotationNotice } from './quotations.tsx';

const { network, sent } = pretendedNetwork();

const ana = { id: mintId('person'), name: 'Ana Exemple', directorate: null };
const remi = { id: mintId('person'), name: 'Rémi Exemple', directorate: 'Routes' };
const open: Quotation = {
  idea: mintId('idea'),
  source: { id: mintId('idea'), title: 'Une minuterie' },
  people: [ana],
  passage: 'Installer dans chaque bâtiment une minuterie',
  answer: 'open',
  answered: null,
  mayAnswer: true,
};

test('[QT3] the author reads the passage, the idea it comes from and whom crediting names; one press sends it', async () => {
  network.mockRejectedValueOnce(new TypeError('no network'));
  const { page } = await draw(<QuotationNotice quotation={open} />);
  expect(readable(page)).toContain(open.passage);
  expect(readable(page)).toContain('Une minuterie, d’Ana Exemple');
  await press(named(page, 'Créditer'));
  expect(network).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(network.mock.calls[0])).toContain('credit');
});

test('[QT4] declining asks for a line that may be left out, and a refusal keeps what was typed', async () => {
  network.mockRejectedValueOnce(new TypeError('no network'));
  const { page } = await draw(<QuotationNotice quotation={open} />);
  await press(named(page, 'Ne pas créditer'));
  const field = page.querySelector('input');
  if (field) await write(field, 'Une formule du service.');
  await press(named(page, 'Confirmer'));
  expect(JSON.stringify(network.mock.calls[0])).toContain('Une formule du service.');
  expect(page.querySelector('input')?.value).toBe('Une formule du service.');
});

test('[QT3] a line typed against crediting does not go out with a credit', async () => {
  network.mockRejectedValueOnce(new TypeError('no network'));
  const { page } = await draw(<QuotationNotice quotation={open} />);
  await press(named(page, 'Ne pas créditer'));
  await write(page.querySelector('input'), 'Une formule du service.');
  await press(named(page, 'Revenir'));
  await press(named(page, 'Créditer'));
  expect(sent()).toEqual({ answer: 'credit', reason: '' });
});

test('[QT4] once answered everybody concerned reads the answer, with its reason and the way to the names', async () => {
  const answered = { by: remi, at: '2026-10-20T10:00:00.000Z', reason: 'Une formule du service.' };
  const { page } = await draw(
    <QuotationNotice quotation={{ ...open, answer: 'declined', answered, mayAnswer: false }} />,
  );
  expect(readable(page)).toContain('Non crédité, dit par Rémi Exemple');
  expect(readable(page)).toContain('Une formule du service.');
  expect(page.querySelector(`a[href="/idees/${open.idea}/noms"]`)).not.toBeNull();
  expect(page.querySelector('button')).toBeNull();
});
