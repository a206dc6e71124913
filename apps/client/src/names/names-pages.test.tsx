import {
  askNameChange,
  listNameRequests,
  mintId,
  orderNameChange,
  readMyNameRequests,
  type Me,
  type NameRequest,
} from '@butinerie/contracts';
import { act } from 'react';
import { expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { MyNamePage } from './my-name-page.tsx';
import { OrdersPage } from './orders-page.tsx';

const { network, refuses, asked, sent } = pretendedNetwork();

const me: Me = {
  id: mintId('person'),
  name: 'Ana Exemple',
  mail: 'ana@exemple.fr',
  directorate: null,
  language: 'fr',
  grants: [],
};
const officer: Me = { ...me, grants: [{ role: 'dpo', challenge: null, directorate: null }] };
const ref = { id: mintId('person'), name: 'Rémi Exemple', directorate: 'Routes' };
const request = (state: NameRequest['state']): NameRequest => ({
  id: mintId('nameRequest'),
  person: { id: me.id, name: me.name, directorate: null },
  change: { kind: 'pseudonym', name: 'A. E.' },
  state,
  askedAt: '2026-10-13T08:00:00.000Z',
  dueAt: state === 'waiting' ? '2026-10-20T08:00:00.000Z' : null,
  doneAt: null,
  reference: null,
});
async function mine(requests: NameRequest[]) {
  remember(readMyNameRequests, {}, { requests });
  return draw(
    <ToastProvider>
      <MyNamePage />
    </ToastProvider>,
    { session: { me } },
  );
}
async function orders(reader: Me) {
  remember(listNameRequests, {}, { requests: [], people: [ref] });
  return draw(
    <ToastProvider>
      <OrdersPage />
    </ToastProvider>,
    { session: { me: reader } },
  );
}
const field = (page: Element, label: string): HTMLInputElement | HTMLSelectElement | null =>
  page.ownerDocument.getElementById(
    [...page.querySelectorAll('label')].find((each) => readable(each).startsWith(label))?.htmlFor ?? '',
  ) as HTMLInputElement | HTMLSelectElement | null;

test('[NM1] a name is asked for with the name to show; a refusal keeps what was typed', async () => {
  const { page } = await mine([]);
  expect(readable(page)).toContain('on lit : Ana Exemple');
  await press(named(page, 'Demander'));
  expect(readable(page)).toContain('Indiquez le nom à afficher.');
  expect(network).not.toHaveBeenCalled();
  await type(field(page, 'Le nom à afficher'), 'A. E.');
  refuses({ code: 'already-answered', answer: 'waiting' });
  await press(named(page, 'Demander'));
  expect(asked()).toContain(askNameChange.path);
  expect(sent()).toMatchObject({ change: { kind: 'pseudonym', name: 'A. E.' } });
  expect(field(page, 'Le nom à afficher')?.value).toBe('A. E.');
  expect(readable(page)).toContain('Une réponse a déjà été donnée.');
});

test('[NM3] the code of the mail confirms; a wrong one stays in its field and says how many tries are left', async () => {
  const waiting = request('to-confirm');
  const { page } = await mine([waiting]);
  refuses({ code: 'wrong-code', triesLeft: 4 });
  await type(field(page, 'Code'), '1234 5678');
  await press(named(page, 'Confirmer'));
  expect(asked()).toContain(waiting.id);
  expect(sent()).toEqual({ code: '1234 5678' });
  expect(field(page, 'Code')?.value).toBe('1234 5678');
  expect(readable(page.querySelector('[role=alert]'))).toContain('4');
});

test('[NM4] what waits says until when, and is cancelled in one press', async () => {
  const waiting = request('waiting');
  const { page } = await mine([waiting]);
  expect(readable(page)).toContain('20 octobre');
  const cancelled = { ...waiting, state: 'cancelled' };
  network.mockImplementation(
    async (_to, init) =>
      new Response(JSON.stringify(init?.method === 'POST' ? cancelled : { requests: [cancelled] })),
  );
  await press(named(page, 'Annuler la demande'));
  expect(asked()).toContain(waiting.id);
  expect(readable(page.ownerDocument.body)).toContain('C’est annulé : rien ne change.');
});

test('[NM1] an officer registers a signed request with its reference; a refusal keeps all of it, and nobody else may', async () => {
  const { page } = await orders(officer);
  await press(named(page, 'Enregistrer la demande'));
  expect(readable(page)).toContain('Indiquez une référence d’au moins trois signes.');
  expect(network).not.toHaveBeenCalled();
  const choice = field(page, 'La personne qui a signé') as HTMLSelectElement;
  await act(async () => {
    choice.value = ref.id;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await type(field(page, 'Le nom à afficher'), 'R. E.');
  await type(field(page, 'Référence de la demande signée'), 'DPD-7');
  refuses({ code: 'already-answered', answer: 'waiting' });
  await press(named(page, 'Enregistrer la demande'));
  expect(asked()).toContain(orderNameChange.path);
  expect(sent()).toMatchObject({ person: ref.id, reference: 'DPD-7', change: { name: 'R. E.' } });
  expect([
    choice.value,
    field(page, 'Le nom à afficher')?.value,
    field(page, 'Référence de la demande signée')?.value,
  ]).toEqual([ref.id, 'R. E.', 'DPD-7']);
  const other = await orders(me);
  expect(readable(other.page)).toContain('Cette page est celle de la protection des données');
});
