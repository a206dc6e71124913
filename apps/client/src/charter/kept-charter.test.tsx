import { mintId, readCharter, saveCharter, type Charter, type Me } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { CharterPage } from './charter-page.tsx';

const { network, answers, refuses, sent } = pretendedNetwork();
afterEach(() => localStorage.clear());

const me: Me = {
  id: mintId('person'),
  name: 'Adèle Exemple',
  mail: null,
  directorate: null,
  language: 'fr',
  grants: [{ role: 'admin', challenge: null, directorate: null }],
};
const second: Charter = {
  version: 2,
  current: 2,
  since: 2,
  asked: true,
  fr: 'Bienveillance. On critique une idée, jamais une personne.',
  en: 'Kindness. An idea is criticised, never a person.',
  by: null,
  at: '2026-10-12T07:00:00.000Z',
  accepted: null,
  acts: [saveCharter.name],
};
const third: Charter = { ...second, version: 3, current: 3, since: 3, fr: 'Courtoisie.' };
async function open(charter: Charter) {
  remember(readCharter, { query: {} }, charter);
  const { page } = await draw(
    <ToastProvider>
      <CharterPage />
    </ToastProvider>,
    { at: '/charte', session: { me } },
  );
  return { page, french: page.querySelector('textarea') };
}

test('[CR1] what was begun from an older version and kept over a reload is not put over a newer one unseen', async () => {
  const { french } = await open(second);
  await type(french, 'Bienveillance, toujours.');
  const reloaded = await open(third);
  expect(reloaded.french?.value).toBe('Bienveillance, toujours.');
  expect(readable(reloaded.page)).toContain('Quelqu’un a enregistré une version');
  expect(readable(reloaded.page)).toContain('Courtoisie.');
  refuses({ code: 'stale-version', current: 3 });
  await press(named(reloaded.page, 'Enregistrer une nouvelle version'));
  expect(sent()).toMatchObject({ fr: 'Bienveillance, toujours.', version: 2 });
  expect(reloaded.french?.value).toBe('Bienveillance, toujours.');
});

test('[CR1] what is typed while a version is being saved stays, from that version on', async () => {
  const { page, french } = await open(second);
  await type(french, 'Bienveillance, toujours.');
  let answer: (response: Response) => void = () => undefined;
  network.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  await press(named(page, 'Enregistrer une nouvelle version'));
  await type(french, 'Bienveillance, toujours. Et humour.');
  const saved = { ...third, fr: 'Bienveillance, toujours.' };
  await act(async () => answer(new Response(JSON.stringify(saved))));
  expect(french?.value).toBe('Bienveillance, toujours. Et humour.');
  expect(readable(page)).not.toContain('Quelqu’un a enregistré');
  answers({ ...saved, version: 4, current: 4, since: 4 });
  await press(named(page, 'Enregistrer une nouvelle version'));
  expect(sent(1)).toMatchObject({ fr: 'Bienveillance, toujours. Et humour.', version: 3 });
});
