import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { part } from '../platform/part.ts';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ErrorBoundary, WithoutPart } from './error-boundary.tsx';

const { network, answers, asked } = pretendedNetwork();
// React says aloud what a boundary caught.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.mocked(console.error).mockRestore());

/** As the bundler says it of a style sheet, and in a network's absence. */
const missing = () => Promise.reject(new Error('Unable to preload CSS for /assets/inbox-page.css'));
const Missing = part(missing);
const Editor = part(missing);
function Broken(): never {
  throw new Error('a bug');
}

test('a screen whose files do not come says so, and is asked for anew only once the server answers', async () => {
  network.mockRejectedValue(new TypeError('no network'));
  const { page } = await draw(
    <ErrorBoundary>
      <Suspense>
        <Missing />
      </Suspense>
    </ErrorBoundary>,
  );
  await expect.poll(() => readable(page)).toContain('Cette page n’est pas arrivée');
  // What was visited opens without a network: there is a way to it.
  expect(named(page, 'Revenir à l’accueil').getAttribute('href')).toBe('/');
  await press(named(page, 'Recharger la page'));
  await expect.poll(() => readable(page)).toContain('Le serveur ne répond pas encore.');
  answers({});
  await press(named(page, 'Recharger la page'));
  await expect.poll(() => readable(page)).not.toContain('Le serveur ne répond pas encore.');
  expect([asked(0), asked(1)]).toEqual(['/', '/']);
});

test('where a part of a screen does not come the rest of it stays; a bug is the screen’s', async () => {
  const { page, again } = await draw(
    <ErrorBoundary>
      <p>Le texte</p>
      <WithoutPart missing={<p>sans éditeur</p>}>
        <Suspense>
          <Editor />
        </Suspense>
      </WithoutPart>
    </ErrorBoundary>,
  );
  await expect.poll(() => readable(page)).toBe('Le textesans éditeur');
  await again(
    <ErrorBoundary>
      <WithoutPart missing={<p>sans éditeur</p>}>
        <Broken />
      </WithoutPart>
    </ErrorBoundary>,
  );
  expect(readable(page)).toContain('Quelque chose a cassé');
});
