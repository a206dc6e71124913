import { NO_VOCABULARY, readSession, type SessionState } from '@butinerie/contracts';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { draw, readable, type } from '../testing/draw.tsx';
import { OwnWordsProvider } from './own-words-provider.tsx';
import { usePlatformName } from './own-words.ts';
import { queryClient } from './query.ts';

const Name = () => <p>{usePlatformName()}</p>;

test('[VO3] the first words of a council’s own come into a page without taking what is being typed in it', async () => {
  const { page } = await draw(
    <OwnWordsProvider waiting={<p>…</p>}>
      <input />
      <Name />
    </OwnWordsProvider>,
  );
  const field = page.querySelector('input');
  await type(field, 'Éteindre les écrans');
  await act(async () => {
    queryClient.setQueriesData<SessionState>(
      { queryKey: [readSession.name] },
      (session) =>
        session && {
          ...session,
          instance: { ...session.instance, vocabulary: { ...NO_VOCABULARY, name: 'Le Labo' } },
        },
    );
    await vi.dynamicImportSettled();
  });
  await expect.poll(() => readable(page)).toContain('Le Labo');
  expect(page.querySelector('input')).toBe(field);
  expect(field?.value).toBe('Éteindre les écrans');
});
