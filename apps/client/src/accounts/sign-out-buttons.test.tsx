import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { SignOutButtons } from './sign-out-buttons.tsx';

const press = (page: HTMLElement, name: string): Promise<void> =>
  act(async () => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    await Promise.resolve();
  });

test('signing out asks first when something typed here has not left, and keeps it either way', async () => {
  const network = vi.fn<typeof fetch>(async () => new Response('{}', { status: 401 }));
  vi.stubGlobal('fetch', network);
  const { page } = await draw(
    <ToastProvider>
      <SignOutButtons unsent={async () => Promise.resolve(2)} />
    </ToastProvider>,
  );
  const before = network.mock.calls.length;
  await press(page, 'Sortir');
  expect(page.textContent).toContain('Des mots ne sont pas encore partis');
  expect(page.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('dans 2 idées attend le réseau');
  expect(network.mock.calls.length).toBe(before);
  await press(page, 'Rester');
  expect(page.textContent).not.toContain('Des mots ne sont pas encore partis');
  await press(page, 'Sortir');
  await press(page, 'Sortir quand même');
  expect(network.mock.calls.length).toBeGreaterThan(before);
});

test('with nothing waiting, signing out asks nothing', async () => {
  const network = vi.fn<typeof fetch>(async () => new Response('{}', { status: 401 }));
  vi.stubGlobal('fetch', network);
  const { page } = await draw(
    <ToastProvider>
      <SignOutButtons unsent={async () => Promise.resolve(0)} />
    </ToastProvider>,
  );
  const before = network.mock.calls.length;
  await press(page, 'Sortir');
  expect(network.mock.calls.length).toBeGreaterThan(before);
});

test('without a network nobody is signed out, and it is said', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => Promise.reject(new TypeError('no network'))),
  );
  const { page } = await draw(
    <ToastProvider>
      <SignOutButtons unsent={async () => Promise.resolve(0)} />
    </ToastProvider>,
  );
  await press(page, 'Sortir');
  await expect
    .poll(() => page.textContent)
    .toContain('Vous n’êtes pas sorti ou sortie. Le serveur ne répond pas.');
});
