/** The picture of a challenge: described before it is sent, kept in front of the person while it is refused. */
import { mintId, NO_VISUAL, type Challenge, type Visual } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import * as sending from '../platform/send-file.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { BannerSection } from './banner-section.tsx';
import { ColourSection } from './colour-section.tsx';

const me = {
  id: mintId('person'),
  name: 'Maud Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);
// The sections read these of a challenge.
const challengeWith = (visual: Visual, version = 1): Challenge =>
  ({ id: 'ch_00000000000000000000000000', version, visual }) as unknown as Challenge;
const pictures = (visual: Visual) => (
  <ToastProvider>
    <BannerSection challenge={challengeWith(visual)} />
  </ToastProvider>
);
const shown: Visual = {
  colour: null,
  banner: {
    file: 'f'.repeat(64),
    type: 'png',
    width: 1200,
    height: 400,
    alt: 'La cour',
    shown: true,
  },
};
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function choose(page: HTMLElement, file: File, then: string): Promise<void> {
  const input = page.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('there is nothing to choose with');
  await act(async () => {
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => readable(page)).toContain(then);
}
const altOf = (page: HTMLElement): string | undefined =>
  page.querySelector<HTMLInputElement>('input[type=text]')?.value;

test('[VI2] a picture is sent once it is described, and what was said stays while the network is gone', async () => {
  // A simulated browser draws nothing: the file goes as it is.
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not drawn here')));
  const sent = vi.spyOn(sending, 'sendFile');
  sent.mockResolvedValueOnce({ ok: false, failure: { code: 'offline' } });
  const { page } = await draw(pictures(NO_VISUAL), { session: { me } });
  await choose(page, new File([PNG], 'cour.png'), 'pas encore enregistrée');
  await press(named(page, 'Enregistrer l’image'));
  expect(readable(page)).toContain('Décrivez l’image, ou dites qu’elle ne fait que décorer.');
  expect(sent).not.toHaveBeenCalled();
  await type(page.querySelector('input[type=text]'), 'La cour du collège');
  await press(named(page, 'Enregistrer l’image'));
  expect(readable(page)).toContain('Le serveur ne répond pas.');
  expect(altOf(page)).toBe('La cour du collège');
  sent.mockResolvedValueOnce({ ok: true, value: challengeWith(shown, 2) });
  await press(named(page, 'Enregistrer l’image'));
  const queries = sent.mock.calls.map(([, args]) => args.query);
  const said = { alt: 'La cour du collège', decorative: 'no', version: 1 };
  expect(queries).toEqual([said, said]);
  expect(readable(page)).not.toContain('pas encore enregistrée');
});

test('[VI2] a drawing that can carry a program, and a PDF, are refused before anything is sent', async () => {
  const sent = vi.spyOn(sending, 'sendFile');
  const { page } = await draw(pictures(shown), { session: { me } });
  await choose(page, new File(['<svg xmlns="x"/>'], 'a.png'), 'Une image SVG peut porter un programme');
  await choose(page, new File(['%PDF-1.4\n%%EOF'], 'a.png'), 'Un PDF n’est pas une image');
  expect(sent).not.toHaveBeenCalled();
  // The one that stands, and what is said of it, are untouched.
  expect(altOf(page)).toBe('La cour');
});

test('[VI3] one out of sight is shown to those who may put it back, and to nobody by its description alone', async () => {
  const hidden = shown.banner && { ...shown, banner: { ...shown.banner, shown: false } };
  const { page } = await draw(pictures(hidden ?? shown), { session: { me } });
  expect(readable(page)).toContain('Retirée : seule l’équipe d’animation la voit, ici.');
  expect(named(page, 'La remettre')).toBeDefined();
});

test('[VI1] what is no colour is not sent, and a code is shown at once as it will be read', async () => {
  const fetched = vi.fn<() => Promise<never>>();
  const { page } = await draw(
    <ToastProvider>
      <ColourSection challenge={challengeWith(NO_VISUAL)} />
    </ToastProvider>,
    { session: { me } },
  );
  vi.stubGlobal('fetch', fetched);
  const code = page.querySelector<HTMLInputElement>('input[type=text]');
  await type(code, 'bleu');
  await press(named(page, 'Enregistrer la couleur'));
  expect(readable(page)).toContain('Écrivez un dièse');
  expect(fetched).not.toHaveBeenCalled();
  await type(code, '#ffee00');
  expect(readable(page)).toContain('Pour rester lisible');
  expect(page.querySelectorAll('[style*="background"]')).toHaveLength(4);
});
