import { mintId, type Attachments } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import * as sending from '../platform/send-file.ts';
import { AddFile } from './add-file.tsx';

afterEach(() => vi.restoreAllMocks());
const idea = mintId('idea');
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);

async function choose(page: HTMLElement, file: File): Promise<void> {
  const input = page.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('there is nothing to choose with');
  await act(async () => {
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => page.textContent).toContain(file.name.endsWith('svg') ? 'SVG' : file.name);
}

test('a drawing that can carry a program is refused before anything is sent', async () => {
  const sent = vi.spyOn(sending, 'sendFile');
  const { page } = await draw(<AddFile idea={idea} />);
  await choose(page, new File(['<svg xmlns="x"><script/></svg>'], 'plan.svg', { type: 'image/png' }));
  expect(readable(page)).toContain('Une image SVG peut porter un programme : elle n’est pas prise.');
  expect(sent).not.toHaveBeenCalled();
});

test('what a person said of the image stays when the network is gone, and goes with the second try', async () => {
  const sent = vi.spyOn(sending, 'sendFile');
  sent.mockResolvedValueOnce({ ok: false, failure: { code: 'offline' } });
  const { page } = await draw(<AddFile idea={idea} />);
  await choose(page, new File([PNG], 'volet.png'));
  await type(page.querySelector('input[type=text]'), 'Un volet fermé');
  await press(named(page, 'Joindre à l’idée'));
  expect(readable(page)).toContain('Le serveur ne répond pas.');
  expect(page.querySelector<HTMLInputElement>('input[type=text]')?.value).toBe('Un volet fermé');

  const value: Attachments = { attachments: [], mayAttach: true };
  sent.mockResolvedValueOnce({ ok: true, value });
  await press(named(page, 'Joindre à l’idée'));
  const [first, second] = sent.mock.calls.map(([, args]) => args);
  expect(second).toMatchObject({ params: first?.params, query: { idea, alt: 'Un volet fermé' } });
  expect(page.querySelector('input[type=text]')).toBeNull();
});
