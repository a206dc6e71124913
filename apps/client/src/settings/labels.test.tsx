/** What a challenge calls the two fields: set, refused where they cannot be told apart, and read on the forms. */
import { mintId, NO_LABELS, type Challenge, type Labels } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { called } from '../platform/labels.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { LabelsSection } from './labels-section.tsx';

const me = {
  id: mintId('person'),
  name: 'Maud Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const own: Labels = { ...NO_LABELS, title: { fr: 'Votre piste', en: '', helpFr: '', helpEn: 'Short.' } };
// The section reads these of a challenge.
const section = (labels: Labels) => (
  <ToastProvider>
    <LabelsSection
      challenge={{ id: 'ch_00000000000000000000000000', version: 1, labels } as unknown as Challenge}
    />
  </ToastProvider>
);
const fieldAt = (page: Element, at: number): HTMLInputElement => {
  const field = page.querySelectorAll('input')[at];
  if (field === undefined) throw new Error('no field');
  return field;
};
afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

test('[TH6] what is empty keeps the product’s words, and English without words of its own reads the French', () => {
  const products = { label: 'Product', hint: 'Its hint' };
  expect(called(own.title, products, 'fr')).toEqual({ label: 'Votre piste', hint: 'Its hint' });
  expect(called(own.title, products, 'en')).toEqual({ label: 'Votre piste', hint: 'Short.' });
  expect(called(NO_LABELS.text, products, 'en')).toEqual(products);
});

test('[TH6] the form’s words are shown while typing, kept over a reload, and two of one name are not sent', async () => {
  const fetched = vi.fn<() => Promise<never>>();
  vi.stubGlobal('fetch', fetched);
  const { page } = await draw(section(NO_LABELS), { session: { me } });
  expect(readable(page)).toContain('Votre idée en une ligne');
  await type(fieldAt(page, 0), 'Votre piste');
  expect(readable(page)).not.toContain('Votre idée en une ligne');
  await type(fieldAt(page, 4), 'votre piste');
  expect(readable(page)).toContain('deux noms différents');
  await press(named(page, 'Enregistrer les deux champs'));
  expect(fetched).not.toHaveBeenCalled();
  const reloaded = await draw(section(NO_LABELS), { session: { me } });
  expect(fieldAt(reloaded.page, 4).value).toBe('votre piste');
  expect(readable(reloaded.page)).toContain('Pas encore enregistré');
});
