import { listMails, mintId, type Mail } from '@butinerie/contracts';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, readable } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { MailPage } from './mail-page.tsx';
import { MailsPage } from './mails-page.tsx';

const link = 'https://b.test/entrer#abcdefghijklmnopqrstuvwxyz';
const mail: Mail = {
  id: mintId('mail'),
  to: 'ana@exemple.test',
  subject: 'Votre accès personnel',
  text: `Entrer : ${link}`,
  html: '',
  files: [],
  at: '2026-10-05T08:00:00.000Z',
  state: 'shown',
  linkOver: false,
};

async function pagesOf(shown: Mail) {
  remember(listMails, {}, { mails: [shown] });
  const { page } = await draw(
    <ToastProvider>
      <MailsPage />
      <Routes>
        <Route path="/courriels/:mail" element={<MailPage />} />
      </Routes>
    </ToastProvider>,
    { at: `/courriels/${shown.id}` },
  );
  return readable(page);
}

test('a mail whose link opens still is to be handed over', async () => {
  const said = await pagesOf(mail);
  expect(said).toContain('À remettre');
  expect(said).toContain('remettez-le à elle seule');
  expect(said).not.toContain('Lien périmé');
});

test('a mail whose link opens nothing any more says so in the list and on its page, with the way to another', async () => {
  const said = await pagesOf({ ...mail, linkOver: true });
  expect(said).toContain('Lien périmé');
  expect(said).toContain('Ce lien n’ouvre plus rien');
  expect(said).toContain('Feuillets à imprimer');
  expect(said).not.toContain('À remettre');
  expect(said).not.toContain('remettez-le à elle seule');
  expect(await pagesOf({ ...mail, state: 'failed', linkOver: true })).toContain('Échec de l’envoi');
});
