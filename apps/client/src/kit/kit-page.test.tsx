import { KIT_TEXTS, mintId, readChallenge, readKit, type Kit, type SessionState } from '@butinerie/contracts';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { aChallenge } from '../testing/a-challenge.ts';
import { draw, readable } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { KitPage } from './kit-page.tsx';

const params = { challenge: aChallenge.id };
const session: Partial<SessionState> = {
  me: { id: mintId('person'), name: 'Denise', mail: null, directorate: null, language: 'fr', grants: [] },
};

/** The page as somebody sees it who may do this. */
async function seenWith(acts: { readonly kit: string[]; readonly challenge: string[] }) {
  const kit: Kit = { ...params, texts: [], signatures: [], url: 'https://b.test/', qr: '', acts: acts.kit };
  remember(readChallenge, { params }, { ...aChallenge, acts: acts.challenge });
  remember(readKit, { params }, kit);
  const { page } = await draw(
    <ToastProvider>
      <Routes>
        <Route path="/preparer/:challenge/dossier" element={<KitPage />} />
      </Routes>
    </ToastProvider>,
    { at: `/preparer/${aChallenge.id}/dossier`, session },
  );
  return { page, first: readable(page.querySelector('h2')), lead: readable(page.querySelector('header')) };
}

test('whoever comes to judge the note on personal data finds it first, and is told that the texts are the team’s', async () => {
  const { page, first, lead } = await seenWith({ kit: [], challenge: ['validateProtection'] });
  expect(first).toBe('Lettre à la protection des données');
  expect(page.querySelectorAll('h2 + p + form')).toHaveLength(KIT_TEXTS.length);
  expect(lead).not.toContain('Changez');
});

test('the team finds the commitment first, and may change every text', async () => {
  const { first, lead } = await seenWith({ kit: ['saveKitText'], challenge: ['validateProtection'] });
  expect(first).toBe('L’engagement des directions');
  expect(lead).toContain('Changez ce que vous voulez');
});
