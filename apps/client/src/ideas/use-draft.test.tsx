import { mintId } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { useDraft, type DraftStart } from './use-draft.ts';

const { network, refuses } = pretendedNetwork();
const PAUSE = 1_000;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const saves = (): void =>
  void network.mockImplementation(
    async () =>
      new Response(
        JSON.stringify({
          idea: start.idea,
          savedAt: '2026-10-14T08:00:00.000Z',
          titleLength: 8,
          textLength: 0,
        }),
      ),
  );
const start: DraftStart = {
  idea: mintId('idea'),
  person: mintId('person'),
  challenge: mintId('challenge'),
  parents: [],
  grownFrom: null,
  title: '',
  text: '',
  savedAt: null,
};

/** The least that shows what a draft says of itself. */
function Sheet() {
  const { draft, status, failure, type: change, publish } = useDraft(start);
  return (
    <>
      <input
        aria-label="titre"
        value={draft.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <button type="button" onClick={() => void publish()}>
        Publier
      </button>
      <output>{`${status} ${failure?.code ?? 'fine'}`}</output>
    </>
  );
}
const pause = (): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(PAUSE)));

async function sheet() {
  const { page } = await draw(<Sheet />);
  return {
    types: (title: string) => type(page.querySelector('input'), title),
    publishes: () => press(named(page, 'Publier')),
    says: () => readable(page.querySelector('output')),
  };
}

test('why an idea was not published stays when the pause saves what is typed', async () => {
  saves();
  const { types, publishes, says } = await sheet();
  await types('Un titre');
  await publishes();
  expect(says()).toBe('saving text-missing');
  await pause();
  expect(network).toHaveBeenCalled();
  expect(says()).toBe('saved text-missing');
  await types('Un titre plus long');
  expect(says()).toBe('saving fine');
});

test('words that did not leave are not called being saved, typed on or refused meanwhile', async () => {
  network.mockRejectedValue(new TypeError('no network'));
  const { types, publishes, says } = await sheet();
  await types('Un titre');
  await pause();
  expect(says()).toBe('notSent offline');
  await types('Un titre plus');
  expect(says()).toBe('notSent offline');
  await publishes();
  expect(says()).toBe('notSent text-missing');
  saves();
  await pause();
  expect(says()).toBe('saved text-missing');
});

test('a refusal to save is said as such', async () => {
  refuses({ code: 'idea-state', state: 'published', act: 'save' });
  const { types, says } = await sheet();
  await types('Un titre');
  await pause();
  expect(says()).toMatch(/^notSent /);
});
