import { mintId, readCharter, saveCharter, type Charter } from '@butinerie/contracts';
import { afterEach, expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type as write } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { CharterPage } from './charter-page.tsx';

const { answers, asked, sent } = pretendedNetwork();
afterEach(() => localStorage.clear());

const me = {
  id: mintId('person'),
  name: 'Maud Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const second: Charter = {
  version: 2,
  since: 2,
  fr: 'Le nom reste. Toujour.',
  en: 'The name stays.',
  by: { id: me.id, name: me.name, directorate: null },
  at: '2026-10-20T08:00:00.000Z',
  current: 2,
  accepted: { version: 2, at: '2026-10-21T08:00:00.000Z' },
  asked: false,
  acts: ['saveCharter', 'correctCharter'],
};
const corrected: Charter = { ...second, version: 3, current: 3, fr: 'Le nom reste. Toujours.' };

async function open(charter: Charter) {
  remember(readCharter, { query: {} }, charter);
  remember(readCharter, { query: { version: '2' } }, { ...second, current: charter.current });
  const screen = (
    <ToastProvider>
      <CharterPage />
    </ToastProvider>
  );
  return (await draw(screen, { at: '/charte', session: { me } })).page;
}

test('[CR5] an administrator corrects the wording, and the page says what, of which version, and that nobody is asked', async () => {
  const page = await open(second);
  await write(page.querySelector('textarea'), corrected.fr);
  const box = page.querySelector<HTMLElement>('input[type=checkbox]');
  if (box === null) throw new Error('a correction cannot be said');
  await press(box);
  answers(corrected);
  await press(named(page, 'Enregistrer la correction'));
  expect(asked(0)).toContain(saveCharter.path);
  expect(sent(0)).toEqual({ fr: corrected.fr, en: second.en, version: 2, correction: true });

  const read = await open({ ...corrected, since: 2 });
  expect(readable(read)).toContain('Une correction de la version 2');
  expect(readable(read)).toContain('écrite par Maud Exemple');
  expect([...read.querySelectorAll('del, ins')].map(readable).join(' ')).toMatch(/Toujour\b.*Toujours/);
  expect(named(read, 'Version 2').getAttribute('href')).toBe('/charte?version=2');
  expect(readable(read)).not.toContain('Vous ne l’avez pas encore acceptée');
});

test('whoever writes the charter without keeping the house says rules, not that they are the same', async () => {
  const page = await open({ ...second, acts: ['saveCharter'], accepted: null, asked: true });
  expect(named(page, 'Enregistrer une nouvelle version')).not.toBeNull();
  expect(page.querySelector('input[type=checkbox]')).toBeNull();
  expect(readable(page)).toContain('Vous ne l’avez pas encore acceptée');
});
