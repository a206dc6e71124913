import { mintId, type IdeaPage, type SessionState } from '@butinerie/contracts';
import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { AdoptionForm } from './adoption-form.tsx';
import { DeclineForm } from './decline-form.tsx';

const director = mintId('person');
const session: Partial<SessionState> = {
  me: { id: director, name: 'Dora', mail: null, directorate: null, language: 'fr', grants: [] },
};
const pilot = { id: mintId('person'), name: 'Côme Exemple', directorate: 'Routes' };
const author = { id: mintId('person'), name: 'Ana Exemple', directorate: 'Solidarités' };
const buildings = { id: mintId('directorate'), name: 'Bâtiments' };
const idea = {
  id: mintId('idea'),
  title: 'Éteindre les écrans la nuit',
  text: 'Faisons-le.',
  credits: { originators: [author], coauthors: [], rebounders: [], carrier: null },
  seal: null,
  answer: null,
} as unknown as IdeaPage;
const PROMISE = 'Nous l’essayons dans deux bâtiments.';

const refusal = (status: number, code: string, facts: object = {}) =>
  Response.json(
    { type: `/problems/${code}`, title: '', status, instance: '/', code, ...facts },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
const sent = vi.fn<typeof fetch>();
const answers = (answer: () => Response) => sent.mockImplementation(async () => answer());
const bodies = () =>
  sent.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([, init]) => JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));

async function drawForm() {
  const onAdopted = vi.fn<() => void>();
  const form = (
    <AdoptionForm idea={idea} directorates={[buildings]} pilots={[author, pilot]} onAdopted={onAdopted} />
  );
  const drawn = await draw(form, { session });
  const { page } = drawn;
  return {
    ...drawn,
    onAdopted,
    form,
    promise: () => page.querySelector('textarea'),
    adopt: () => named(page, 'Adopter cette idée'),
  };
}
/** One person is found by a few letters and taken with Enter. */
async function pick(page: Element, letters: string): Promise<void> {
  const field = page.querySelector('[role=combobox]');
  await type(field, letters);
  await act(
    async () => void field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
  );
}
const milestone = (page: Element) => page.querySelectorAll<HTMLInputElement>('input:not([role])')[0] ?? null;

beforeEach(() => {
  localStorage.clear();
  sent.mockReset();
  answers(() => refusal(500, 'unexpected', { incident: 'i' }));
  vi.stubGlobal('fetch', sent);
});

describe('the page that a directorate signs', () => {
  test('says what is missing and sends nothing while something is', async () => {
    const { page, adopt } = await drawForm();
    expect(readable(page)).toContain('Il manque encore : le ou la pilote, la promesse et le premier jalon.');
    await press(adopt());
    expect(bodies()).toEqual([]);
    expect(page.querySelectorAll('[aria-invalid=true]')).toHaveLength(3);
  });

  test('[S32] shows the commitment, the names that stay and the dates before the one act', async () => {
    const { page } = await drawForm();
    const said = readable(page);
    expect(said).toContain('associer Ana Exemple');
    expect(said).toContain('dire dans 90 jours ce qui a changé');
    expect(said.indexOf('Les noms des auteurs ne peuvent pas être modifiés.')).toBeLessThan(
      said.indexOf('Adopter cette idée'),
    );
  });

  test('a refusal keeps everything typed; a reload as well', async () => {
    const { page, again, form, adopt, promise, onAdopted } = await drawForm();
    await pick(page, 'com');
    await type(promise(), PROMISE);
    await type(milestone(page), 'Premier étage');
    await press(adopt());
    expect(bodies()).toMatchObject([
      { directorate: buildings.id, pilot: pilot.id, promise: PROMISE, milestone: { title: 'Premier étage' } },
    ]);
    expect(onAdopted).not.toHaveBeenCalled();
    expect(readable(page)).toContain('Quelque chose a cassé');
    expect([promise()?.value, milestone(page)?.value]).toEqual([PROMISE, 'Premier étage']);

    await again(null);
    await again(form);
    expect([promise()?.value, milestone(page)?.value]).toEqual([PROMISE, 'Premier étage']);
    expect(page.querySelector<HTMLInputElement>('[role=combobox]')?.value).toBe('Côme Exemple');
  });

  test('where another directorate was first, it says so and what was typed stays', async () => {
    const { page, adopt, promise } = await drawForm();
    await pick(page, 'com');
    await type(promise(), PROMISE);
    await type(milestone(page), 'Premier étage');
    answers(() => refusal(409, 'already-adopted', { directorate: 'dr_x' }));
    await press(adopt());
    expect(readable(page)).toContain('Une autre direction vient d’adopter cette idée.');
    expect(readable(page)).not.toContain('dr_x');
    expect(promise()?.value).toBe(PROMISE);
  });
});

describe('declining', () => {
  test('needs a reason that can be understood, and keeps it when refused', async () => {
    const onDeclined = vi.fn<() => void>();
    const form = <DeclineForm idea={idea.id} directorates={[buildings]} onDeclined={onDeclined} />;
    const { page } = await draw(form, { session });
    const reason = () => page.querySelector('textarea');
    await type(reason(), 'Trop court.');
    await press(named(page, 'Décliner au nom de Bâtiments'));
    expect(bodies()).toEqual([]);
    expect(readable(page)).toContain('au moins 80');
    await type(
      reason(),
      'Nous refaisons ce circuit cette année ; l’idée arriverait trop tard pour y trouver sa place.',
    );
    await press(named(page, 'Décliner au nom de Bâtiments'));
    expect(bodies()).toHaveLength(1);
    expect(onDeclined).not.toHaveBeenCalled();
    expect(reason()?.value).toContain('Nous refaisons ce circuit');
  });
});
