import { mintId, type PersonRef } from '@butinerie/contracts';
import { act, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { draw, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { MentionField } from './mention-field.tsx';

const { network, answers } = pretendedNetwork();
afterEach(() => vi.useRealTimers());

const idea = mintId('idea');
const near: PersonRef = { id: mintId('person'), name: 'Ana Exemple', directorate: 'Routes' };
const far: PersonRef = { id: mintId('person'), name: 'Zoé Lointaine', directorate: 'Collèges' };

function Field() {
  const [mentions, setMentions] = useState<readonly PersonRef[]>([]);
  return <MentionField idea={idea} around={[near]} mentions={mentions} onChange={setMentions} />;
}
const boxes = (page: Element): string[] => [...page.querySelectorAll('label')].map(readable);
async function pauses(): Promise<void> {
  for (let times = 0; times < 3; times++) await act(() => vi.advanceTimersByTimeAsync(500));
}

test('[DI8] two letters find somebody who is not on the page, with her directorate; ticked, she stays', async () => {
  vi.useFakeTimers();
  answers({ people: [far] });
  const { page } = await draw(<Field />);
  const search = page.querySelector('input[type="search"]');
  await type(search, 'z');
  await pauses();
  expect(network).not.toHaveBeenCalled();
  await type(search, 'zo');
  await pauses();
  expect(network).toHaveBeenCalledTimes(1);
  expect(readable(page)).toContain('1 personne trouvée');
  expect(readable(page)).toContain('Collèges');
  const box = [...page.querySelectorAll('label')].find((label) => readable(label).includes('Zoé'));
  await press(box ?? page.appendChild(document.createElement('p')));
  await type(search, '');
  await pauses();
  expect(boxes(page).filter((name) => name.includes('Zoé'))).toHaveLength(1);
  const ticked = [...page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map(
    ({ checked }) => checked,
  );
  expect(ticked).toEqual([true, false]);
});
