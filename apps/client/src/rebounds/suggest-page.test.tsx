/** « Proposer une modification »: what was typed stays, whichever passage it is for, and once nothing can be sent any more. */
import { mintId, readIdea, readPassages, type IdeaPage } from '@butinerie/contracts';
import { Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { remember } from '../platform/query.ts';
import { draw, named, press, readable, type as write } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { SuggestPage } from './suggest-page.tsx';

const network = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', network);
afterEach(() => {
  localStorage.clear();
  network.mockReset();
});

const me = {
  id: mintId('person'),
  name: 'Maud Exemple',
  mail: null,
  directorate: null,
  language: 'fr' as const,
  grants: [],
};
const PASSAGES = ['Installer une minuterie.', 'Éteindre les écrans le soir.'];
const MINE = 'Installer une minuterie par étage.';

/** The page reads these of an idea. */
async function suggestOn(idea: IdeaPage['id'], passages: readonly string[], acts = ['reboundOnIdea']) {
  network.mockImplementation(() => new Promise(() => {}));
  const credits = { originators: [], coauthors: [], rebounders: [], carrier: null };
  const shown = { id: idea, title: 'Une minuterie', acts, credits, publishedAt: null } as unknown as IdeaPage;
  remember(readIdea, { params: { idea } }, shown);
  remember(readPassages, { params: { idea } }, { passages: [...passages] });
  const screen = (
    <ToastProvider>
      <Routes>
        <Route path="/idees/:idea/proposer" element={<SuggestPage />} />
      </Routes>
    </ToastProvider>
  );
  return (await draw(screen, { at: `/idees/${idea}/proposer`, session: { me } })).page;
}
async function choose(page: Element, at: number): Promise<void> {
  const button = page.querySelectorAll<HTMLElement>('ol button')[at];
  if (button === undefined) throw new Error('no passage to choose');
  await press(button);
}
const typed = (page: Element) => page.querySelector('textarea')?.value;

test('words typed for one passage go with another one that is chosen instead, and stay over a reload', async () => {
  const idea = mintId('idea');
  const page = await suggestOn(idea, PASSAGES);
  await choose(page, 0);
  await write(page.querySelector('textarea'), MINE);
  await press(named(page, 'Choisir un autre passage'));
  expect(readable(page)).toContain(MINE);
  await choose(page, 1);
  expect(typed(page)).toBe(MINE);
  await press(named(page, 'Proposer cette modification'));
  const sent = JSON.stringify(network.mock.calls);
  expect(sent).toContain(MINE);
  expect(sent).toContain(PASSAGES[1]);
  expect(sent).not.toContain(PASSAGES[0]);
  expect(typed(await suggestOn(idea, PASSAGES))).toBe(MINE);
});

test('a passage that nobody changed is put down again for the next one', async () => {
  const page = await suggestOn(mintId('idea'), PASSAGES);
  await choose(page, 0);
  await press(named(page, 'Choisir un autre passage'));
  await choose(page, 1);
  expect(typed(page)).toBe(PASSAGES[1]);
});

test('an idea that takes no more changes still shows what was typed', async () => {
  const idea = mintId('idea');
  const page = await suggestOn(idea, PASSAGES);
  await choose(page, 0);
  await write(page.querySelector('textarea'), MINE);
  expect(readable(await suggestOn(idea, PASSAGES, []))).toContain(MINE);
});
