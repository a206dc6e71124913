import { consentToCorrection, listDisputes, mintId, openDispute, type Dispute } from '@butinerie/contracts';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { DisputesPage } from './disputes-page.tsx';

const { network, refuses, asked, sent } = pretendedNetwork();

const idea = mintId('idea');
const someone = (name: string) => ({ id: mintId('person'), name, directorate: null });
const author = someone('Acacia (pseudonyme)');
const missing = someone('Rémi Exemple');
const dispute: Dispute = {
  id: mintId('dispute'),
  idea,
  openedBy: someone('Côme Exemple'),
  openedAt: '2026-10-13T08:00:00.000Z',
  text: 'Il manque un nom.',
  answers: [],
  correction: {
    add: missing,
    why: 'Le compte rendu.',
    by: someone('Maud Exemple'),
    second: someone('Milo Exemple'),
    consented: [],
    awaited: [author],
    refusedBy: null,
    addedAt: null,
  },
  closed: null,
  acts: ['answer', 'consent'],
};
async function open(disputes: Dispute[]) {
  const title = 'Éteindre les écrans';
  remember(listDisputes, { params: { idea } }, { title, disputes, mayOpen: true, people: [] });
  return draw(
    <ToastProvider>
      <Routes>
        <Route path="/idees/:idea/noms" element={<DisputesPage />} />
      </Routes>
    </ToastProvider>,
    { at: `/idees/${idea}/noms` },
  );
}

test('[DS1] a name that is missing is told in writing; a refusal keeps what was typed', async () => {
  const { page } = await open([]);
  expect(readable(page)).toContain('Aucun nom n’est jamais retiré.');
  await press(named(page, 'Ouvrir la contestation'));
  expect(network).not.toHaveBeenCalled();
  await type(page.querySelector('textarea'), 'Il manque Rémi.');
  refuses({ code: 'already-answered', answer: 'open' });
  await press(named(page, 'Ouvrir la contestation'));
  expect(asked()).toContain(openDispute.path.replace(':idea', idea));
  expect(sent()).toMatchObject({ text: 'Il manque Rémi.' });
  expect(page.querySelector('textarea')?.value).toBe('Il manque Rémi.');
  expect(readable(page)).toContain('Une réponse a déjà été donnée.');
});

test('[DS3] [DS5] whose consent is awaited is named as she is named on the idea, and answers in one press', async () => {
  const { page } = await open([dispute]);
  expect(readable(page)).toContain('Accord attendu : Acacia (pseudonyme).');
  expect(readable(page)).toContain('Confirmé par Milo Exemple.');
  const list = { title: 'Éteindre les écrans', disputes: [dispute], mayOpen: true, people: [] };
  network.mockImplementation(
    async (_to, init) => new Response(JSON.stringify(init?.method === 'POST' ? dispute : list)),
  );
  await press(named(page, 'Je suis d’accord'));
  const path = consentToCorrection.path.replace(':idea', idea).replace(':dispute', dispute.id);
  expect(asked()).toContain(path);
  expect(sent()).toEqual({ answer: 'accept' });
});

test('[DS1] an answer that is refused stays in its field; who may do nothing is offered nothing', async () => {
  const { page } = await open([dispute]);
  await type(page.querySelector('textarea'), 'C’est vrai.');
  refuses({ code: 'already-answered', answer: 'closed' });
  await press(named(page, 'Répondre'));
  expect(page.querySelector('textarea')?.value).toBe('C’est vrai.');
  const idle = await open([{ ...dispute, acts: [] }]);
  expect([...idle.page.querySelectorAll('button')].map(readable)).toEqual(['Ouvrir la contestation']);
});
