import { expect, test } from 'vitest';
import { draw, readable } from '../testing/draw.tsx';
import { Declines } from './declines.tsx';

test('whoever reads the idea reads which directorate declined it, and its reason as it was written', async () => {
  const declines = [
    {
      directorate: 'Santé',
      reason: 'Le budget est engagé.\nNous en reparlons en mars.',
      at: '2026-11-16T09:00:00.000Z',
    },
    { directorate: 'Routes', reason: 'Le matériel manque.', at: '2026-11-17T09:00:00.000Z' },
  ];
  const { page } = await draw(<Declines declines={declines} />);
  expect(page.querySelector('h2')?.textContent).toBe('Les réponses des directions');
  const said = readable(page);
  for (const words of ['Santé n’adopte pas cette idée', 'Nous en reparlons en mars.', 'Le matériel manque.'])
    expect(said).toContain(words);
  expect(said.indexOf('Santé')).toBeLessThan(said.indexOf('Routes'));
});
