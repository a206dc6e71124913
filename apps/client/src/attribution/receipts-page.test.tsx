import { eventKinds, receiptEn, receiptFr } from '@butinerie/attribution';
import { listReceipts, mintId, problemOf, refuse, type AnswerOf, type Me } from '@butinerie/contracts';
import { act } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { ReceiptsPage } from './receipts-page.tsx';
import { VerifyPage } from './verify-page.tsx';

const { network } = pretendedNetwork();
/** What was handed over as files: our browser here keeps none. */
const saved: Blob[] = [];
function keepFiles(): void {
  saved.length = 0;
  Object.assign(URL, {
    createObjectURL: (file: Blob) => `blob:${saved.push(file)}`,
    revokeObjectURL: () => undefined,
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  onTestFinished(() => clicked.mockRestore());
}

type Receipt = AnswerOf<typeof listReceipts>['receipts'][number];
const idea = mintId('idea');
const at = '2026-10-13T08:00:00.000Z';
const receipt = (n: number, kind: Receipt['kind']): Receipt => ({
  n,
  kind,
  at,
  idea,
  title: 'Éteindre les écrans',
  brought: kind === 'contributor.credited' ? 'Le chiffre des douze salles' : null,
});
const receipts = [receipt(7, 'idea.proposed'), receipt(9, 'contributor.credited')];

async function shown() {
  keepFiles();
  remember(listReceipts, {}, { receipts });
  const { page } = await draw(
    <ToastProvider>
      <ReceiptsPage />
    </ToastProvider>,
  );
  return page;
}
const answer = (n: number) =>
  new Response(`butinerie-receipt@v1 ${n}`, { headers: { 'content-type': 'text/plain' } });
const addressIn = (asked: Parameters<typeof fetch>[0]): string =>
  asked instanceof Request ? asked.url : asked.toString();
const numberIn = (asked: Parameters<typeof fetch>[0]): number => Number(addressIn(asked).split('/').at(-1));

test('all the receipts are kept in one file; where one is refused it is said, and no file lacks it in silence', async () => {
  const page = await shown();
  network.mockImplementation(async (asked) => answer(numberIn(asked)));
  await press(named(page, 'Tout télécharger'));
  await expect.poll(() => saved.length).toBe(1);
  expect(await saved[0]?.text()).toBe('butinerie-receipt@v1 7\nbutinerie-receipt@v1 9');

  const { failure } = refuse('ledger-refuses', { reason: 'leaf 9 is not what was registered' });
  const problem = problemOf(failure, '/');
  network.mockImplementation(async (asked) =>
    numberIn(asked) === 9 ? new Response(JSON.stringify(problem), { status: problem.status }) : answer(7),
  );
  await press(named(page, 'Tout télécharger'));
  await expect.poll(() => page.querySelector('[role=alert]')).not.toBeNull();
  expect(saved).toHaveLength(1);
});

test('a receipt that comes late takes the place of nothing that was pasted meanwhile', async () => {
  let arrive: (late: Response) => void = () => undefined;
  const late = new Promise<Response>((resolve) => (arrive = resolve));
  network.mockImplementation((asked) =>
    addressIn(asked).includes('/receipts/') ? late : Promise.resolve(new Response('key')),
  );
  const me: Me = {
    id: mintId('person'),
    name: 'Ana',
    mail: null,
    directorate: null,
    language: 'fr',
    grants: [],
  };
  const { page } = await draw(<VerifyPage />, { at: '/verifier?recu=7', session: { me } });
  const field = page.querySelector('textarea');
  await type(field, 'Un autre reçu');
  const come = answer(7);
  await act(async () => arrive(come));
  await expect.poll(() => come.bodyUsed).toBe(true);
  await act(async () => new Promise((read) => setTimeout(read)));
  expect(field?.value).toBe('Un autre reçu');
  network.mockImplementation(async (asked) =>
    addressIn(asked).includes('/receipts/') ? answer(7) : new Response('key'),
  );
  const empty = await draw(<VerifyPage />, { at: '/verifier?recu=7', session: { me } });
  await expect.poll(() => empty.page.querySelector('textarea')?.value).toBe('butinerie-receipt@v1 7');
});

test('what somebody brought is not said to be the reader’s: whoever credited it has the same receipt', async () => {
  const page = await shown();
  expect(readable(page)).toContain('Un apport reconnu par un auteur ou une autrice');
  expect(readable(page)).toContain('Le chiffre des douze salles');
  for (const { kinds } of [receiptFr, receiptEn]) {
    expect(Object.keys(kinds).toSorted()).toEqual([...eventKinds].toSorted());
    expect(kinds['contributor.credited']).not.toMatch(/vous|you /i);
  }
});
