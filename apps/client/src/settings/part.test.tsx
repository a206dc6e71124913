/** Settings typed and not saved, across a reload and across what somebody else saves. */
import { mintId, type Challenge } from '@butinerie/contracts';
import { act, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { PartState } from './part-state.tsx';
import { ThemesSection } from './themes-section.tsx';
import { usePart } from './use-part.ts';

const me = {
  id: mintId('person'),
  name: 'Maud Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const theme = (fr: string) => ({ id: mintId('theme'), fr, en: '', retired: false, moderators: [] });
const first = theme('Énergie');
// The section reads these of a challenge.
const challengeWith = (version: number, themes: readonly ReturnType<typeof theme>[]) =>
  ({ id: 'ch_00000000000000000000000000', version, themes, moderators: [] }) as unknown as Challenge;
const section = (challenge: Challenge) => (
  <ToastProvider>
    <ThemesSection challenge={challenge} />
  </ToastProvider>
);
afterEach(() => localStorage.clear());

const french = (page: Element): HTMLInputElement => {
  const field = page.querySelector('fieldset input');
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  return field;
};

test('what was typed is there after a reload', async () => {
  const { page } = await draw(section(challengeWith(1, [first])), { session: { me } });
  await type(french(page), 'Énergie et eau');
  const reloaded = await draw(section(challengeWith(1, [first])), { session: { me } });
  expect(french(reloaded.page).value).toBe('Énergie et eau');
  expect(readable(reloaded.page)).toContain('Pas encore enregistré');
});

test('what somebody else saved meanwhile is shown beside mine, and nothing is saved before I chose', async () => {
  const fetched = vi.fn<() => Promise<never>>();
  vi.stubGlobal('fetch', fetched);
  const { page, again } = await draw(section(challengeWith(1, [first])), { session: { me } });
  await type(french(page), 'Énergie et eau');
  await again(section(challengeWith(2, [{ ...first, fr: 'Déchets' }])));
  expect(readable(page)).toContain('Quelqu’un a enregistré ce réglage');
  expect(readable(page)).toContain('Déchets');
  expect(french(page).value).toBe('Énergie et eau');
  expect(named(page, 'Enregistrer les thèmes')).toHaveProperty('disabled', true);
  await press(named(page, 'Prendre l’autre'));
  expect(french(page).value).toBe('Déchets');
  expect(fetched).not.toHaveBeenCalled();
});

test('mine, kept, is what can be saved over theirs', async () => {
  const { page, again } = await draw(section(challengeWith(1, [first])), { session: { me } });
  await type(french(page), 'Énergie et eau');
  await again(section(challengeWith(2, [{ ...first, fr: 'Déchets' }])));
  await press(named(page, 'Garder le mien'));
  expect(french(page).value).toBe('Énergie et eau');
  expect(named(page, 'Enregistrer les thèmes')).toHaveProperty('disabled', false);
});

test('what was typed and taken back is no conflict either', async () => {
  const { page, again } = await draw(section(challengeWith(1, [first])), { session: { me } });
  await type(french(page), 'Énergie et eau');
  await type(french(page), 'Énergie');
  await again(section(challengeWith(2, [{ ...first, fr: 'Déchets' }])));
  expect(french(page).value).toBe('Déchets');
  expect(readable(page)).not.toContain('Quelqu’un a enregistré');
});

/** One text of the settings, whose saving ends when it is told to. */
function OneText({ stands, ends }: { readonly stands: string; readonly ends: Promise<string> }) {
  const [challenge] = useState(() => mintId('challenge'));
  const recall = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);
  const part = usePart({ name: 'one', challenge }, stands, recall);
  return (
    <>
      <input value={part.value} onChange={({ target }) => part.change(target.value)} />
      <button onClick={() => void ends.then(part.saved)}>Enregistrer</button>
      <PartState part={part} linesOf={(text) => [text]} />
    </>
  );
}

test('what is typed while it is being saved stays, and is no conflict', async () => {
  let end: (stands: string) => void = () => undefined;
  const ends = new Promise<string>((resolve) => (end = resolve));
  const { page, again } = await draw(<OneText stands="Énergie" ends={ends} />, { session: { me } });
  const field = page.querySelector('input');
  await type(field, 'Énergie et eau');
  await press(named(page, 'Enregistrer'));
  await type(field, 'Énergie, eau et air');
  await act(async () => end('Énergie et eau'));
  await again(<OneText stands="Énergie et eau" ends={ends} />);
  expect(field?.value).toBe('Énergie, eau et air');
  expect(readable(page)).not.toContain('Quelqu’un a enregistré');
  expect(readable(page)).toContain('Pas encore enregistré');
});

test('another part of the challenge that changed is no conflict', async () => {
  const { page, again } = await draw(section(challengeWith(1, [first])), { session: { me } });
  await type(french(page), 'Énergie et eau');
  await again(section(challengeWith(2, [first])));
  expect(readable(page)).not.toContain('Quelqu’un a enregistré');
  expect(named(page, 'Enregistrer les thèmes')).toHaveProperty('disabled', false);
});
