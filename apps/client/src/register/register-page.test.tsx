import {
  askKeyChange,
  chooseWitnesses,
  mintId,
  readRegisterKeys,
  readWitnesses,
  type AnswerOf,
  type Me,
} from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { RegisterPage } from './register-page.tsx';

const { network, answers, refuses, asked, sent } = pretendedNetwork();

const me: Me = {
  id: mintId('person'),
  name: 'Ada Exemple',
  mail: 'ada@exemple.fr',
  directorate: null,
  language: 'fr',
  grants: [{ role: 'admin', challenge: null, directorate: null }],
};
const archives = { name: 'Archives', mail: 'archives@exemple.fr', language: 'fr' as const };
const signs: AnswerOf<typeof readRegisterKeys> = {
  state: 'signs',
  reason: null,
  current: 'butinerie+1234abcd+AQ==',
  changes: [],
};
async function open(keys = signs, reader = me) {
  remember(readWitnesses, {}, { witnesses: [archives], mailedOn: null });
  remember(readRegisterKeys, {}, keys);
  return draw(
    <ToastProvider>
      <RegisterPage />
    </ToastProvider>,
    { session: { me: reader } },
  );
}

test('a witness is added to the others; a refusal keeps what was typed', async () => {
  const { page } = await open();
  const [name = null, mail = null] = page.querySelectorAll('input');
  await type(name, 'Syndicat');
  await type(mail, 'archives@exemple.fr');
  await press(named(page, 'Ajouter ce témoin'));
  expect(readable(page)).toContain('Cette adresse est déjà dans la liste.');
  expect(network).not.toHaveBeenCalled();
  await type(mail, 'syndicat@exemple.fr');
  refuses({ code: 'not-allowed', act: 'chooseWitnesses', why: 'administrators' });
  await press(named(page, 'Ajouter ce témoin'));
  expect(asked()).toContain(chooseWitnesses.path);
  expect(sent()).toEqual({
    witnesses: [archives, { name: 'Syndicat', mail: 'syndicat@exemple.fr', language: 'fr' }],
  });
  expect([name?.value, mail?.value]).toEqual(['Syndicat', 'syndicat@exemple.fr']);
  expect(page.querySelector('[role=alert]')).not.toBeNull();
});

test('the key is changed by two: asked by one, with her code, and a wrong code stays in its field', async () => {
  const { page } = await open();
  expect(readable(page)).toContain(signs.current);
  const change = {
    id: mintId('keyChange'),
    kind: 'rotate' as const,
    state: 'to-confirm' as const,
    by: { id: me.id, name: me.name, directorate: null },
    second: null,
    askedAt: '2026-10-13T08:00:00.000Z',
    expiresAt: null,
    doneAt: null,
    newKey: null,
  };
  answers({ ...signs, changes: [change] });
  await press(named(page, 'Remplacer la clé'));
  expect(asked()).toContain(askKeyChange.path);
  expect(sent()).toMatchObject({ kind: 'rotate' });
  const code = page.querySelector<HTMLInputElement>('input[inputmode=numeric]');
  await type(code, '1234 5678');
  refuses({ code: 'wrong-code', triesLeft: 4 });
  await press(named(page, 'Confirmer'));
  expect(code?.value).toBe('1234 5678');
  expect(page.querySelector('[role=alert]')).not.toBeNull();
});

test('a register that signs no more says why; nobody but an administrator reads the page', async () => {
  const { page } = await open({ ...signs, state: 'refuses', reason: 'missing-rows' });
  expect(readable(page)).toContain('Le registre ne signe plus');
  expect(readable(page)).not.toContain('Remplacer la clé');
  const other = await open(signs, { ...me, grants: [] });
  expect(readable(other.page)).toContain('Cette page est celle de l’administration');
});
