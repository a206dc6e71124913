import { mintId, type SimilarIdea } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { SimilarIdeas } from './similar-ideas.tsx';

const { network, answers } = pretendedNetwork();
afterEach(() => vi.useRealTimers());

const lamps: SimilarIdea = {
  id: mintId('idea'),
  title: 'Éteindre les écrans la nuit',
  originators: [{ id: mintId('person'), name: 'Ana Exemple', directorate: null }],
  excerpt: 'Trois cents écrans restent allumés.',
};
const challenge = mintId('challenge');
/** Long enough for the question to leave, then for its answer to be drawn. */
async function pauses(): Promise<void> {
  for (let times = 0; times < 3; times++) await act(() => vi.advanceTimersByTimeAsync(500));
}

test('[FI6] after a pause in the title, what is alike is shown with the rebound as its first act; one press sends it away', async () => {
  vi.useFakeTimers();
  answers({ ideas: [lamps] });
  const widget = (title: string) => <SimilarIdeas challenge={challenge} title={title} except={[]} />;
  const { page, again } = await draw(widget('Éte'));
  await pauses();
  expect(network).not.toHaveBeenCalled();
  await again(widget('Éteindre tous les écr'));
  await again(widget('Éteindre tous les écrans'));
  await pauses();
  expect(network).toHaveBeenCalledTimes(1);
  expect(readable(page)).toContain('Une idée proche existe déjà');
  expect(readable(page)).toContain('Idée d’Ana Exemple');
  const rebound = named(page, 'Rebondir dessus : « Éteindre les écrans la nuit »');
  expect(rebound.getAttribute('href')).toBe(`/idees/${lamps.id}#rebondir`);
  expect(page.querySelector('button, a[class*="button"]')).toBe(rebound);
  await press(named(page, 'Mon idée est différente'));
  expect(readable(page)).toBe('');
  await again(widget('Éteindre tous les écrans du couloir'));
  await pauses();
  expect(readable(page)).toBe('');
});

test('without a network nothing is shown and nothing is asked of whoever writes', async () => {
  vi.useFakeTimers();
  network.mockRejectedValue(new TypeError('no network'));
  const { page } = await draw(<SimilarIdeas challenge={challenge} title="Éteindre les lampes" except={[]} />);
  await pauses();
  expect(readable(page)).toBe('');
});
