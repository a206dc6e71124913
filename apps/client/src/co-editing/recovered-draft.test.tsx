import { mintId } from '@butinerie/contracts';
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { RecoveredText } from './recovered-draft.tsx';
import { forgetRecovered, keepRecovered, recoveredDrafts } from '../platform/recovered-drafts.ts';

const [person, idea] = [mintId('person'), mintId('idea')];
const first = { title: 'Vélos', text: 'Un.\nDeux.', at: 1_793_000_000_000 };
const second = { title: 'Vélos', text: 'Trois.', at: 1_793_000_060_000 };

beforeEach(() => localStorage.clear());

const press = (page: HTMLElement, name: string): Promise<void> =>
  act(async () => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    await Promise.resolve();
  });

test('each recovered draft is kept until its writer throws it away, and is nobody else’s', () => {
  for (const draft of [first, second]) keepRecovered(person, idea, draft);
  expect(recoveredDrafts(person, idea)).toEqual([second, first]);
  expect(recoveredDrafts(mintId('person'), idea)).toEqual([]);
  forgetRecovered(person, idea, second);
  expect(recoveredDrafts(person, idea)).toEqual([first]);
});

test('a recovered draft can be put back into a text that is open, and says what came of it', async () => {
  const putBack = vi.fn<() => boolean>().mockReturnValueOnce(true).mockReturnValue(false);
  const forget = vi.fn<() => void>();
  const { page } = await draw(<RecoveredText draft={first} onPutBack={putBack} onForget={forget} />);
  expect(page.querySelector('textarea')?.value).toBe('Vélos\n\nUn.\nDeux.');
  await press(page, 'Remettre à la fin du texte');
  expect(page.querySelector('output')?.textContent).toBe('Remis à la fin du texte.');
  await press(page, 'Remettre à la fin du texte');
  expect(page.querySelector('output')?.textContent).toBe('Le texte a déjà toutes ces lignes.');
  await press(page, 'Ne plus garder');
  expect([putBack.mock.calls.length, forget.mock.calls.length]).toEqual([2, 1]);
});

test('where one does not write, a recovered draft is copied and not put back', async () => {
  const { page } = await draw(<RecoveredText draft={first} onPutBack={null} onForget={() => undefined} />);
  const names = [...page.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Copier', 'Ne plus garder']);
});
