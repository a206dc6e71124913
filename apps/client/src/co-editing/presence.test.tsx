import type { IdeaSession } from '@butinerie/collaboration/client';
import { bodyOf, newDocument, writePlainText, writeTitle } from '@butinerie/collaboration/document';
import { mintId, type Presence as Present } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { Presence } from './presence.tsx';

afterEach(() => void vi.useRealTimers());

const me = mintId('person');
const come: Present = { person: mintId('person'), name: 'Côme Exemple' } as Present;
const dora: Present = { person: mintId('person'), name: 'Dora Exemple' } as Present;

/** What presence asks of a session: the text, and who has a caret where. */
function room() {
  const doc = newDocument();
  writeTitle(doc, 'Éteindre les écrans');
  writePlainText(doc, 'La nuit.\nLe soir aussi, aux Routes.');
  const states = new Map<number, unknown>();
  const listeners = new Set<() => void>();
  const awareness = {
    getStates: () => states,
    on: (_event: string, listener: () => void) => void listeners.add(listener),
    off: (_event: string, listener: () => void) => void listeners.delete(listener),
  };
  const second = bodyOf(doc).get(1);
  const place = second instanceof Y.XmlElement ? second.get(0) : undefined;
  const head = place instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(place, 2) : null;
  return {
    session: { doc, awareness } as unknown as IdeaSession,
    writes: (client: number, person: Present) =>
      act(async () => {
        states.set(client, { user: person, cursor: { head: Y.relativePositionToJSON(head ?? never()) } });
        for (const listener of listeners) listener();
      }),
    leaves: (client: number) =>
      act(async () => {
        states.delete(client);
        for (const listener of listeners) listener();
      }),
  };
}
function never(): never {
  throw new Error('the text has no second paragraph');
}
const passes = (milliseconds: number): Promise<void> =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

test('[S16] who writes is announced in one sentence, at most every ten seconds, and the focus stays where it is', async () => {
  vi.useFakeTimers();
  const { session, writes, leaves } = room();
  const { page } = await draw(
    <>
      <textarea aria-label="le texte" />
      <Presence session={session} present={3} me={me} away={false} />
    </>,
  );
  const field = page.querySelector('textarea');
  field?.focus();
  const announced = () => readable(page.querySelector('output.out-of-sight'));
  const heard: string[] = [];
  const listen = () => {
    if (heard.at(-1) !== announced()) heard.push(announced());
  };
  await writes(1, come);
  await passes(100);
  listen();
  expect(heard).toEqual(['Côme Exemple écrit avec vous.']);
  // People come and go every second: a screen reader hears none of it before ten seconds are over.
  for (let second = 0; second < 9; second++) {
    await (second % 2 === 0 ? writes(2, dora) : leaves(2));
    await passes(1_000);
    listen();
  }
  expect(heard.length).toBe(1);
  await passes(1_500);
  listen();
  expect(heard).toEqual([
    'Côme Exemple écrit avec vous.',
    'Côme Exemple et Dora Exemple écrivent avec vous.',
  ]);
  expect(document.activeElement).toBe(field);
});

test('[S16] « Qui écrit, où ? » answers when it is asked, with the place, and the focus stays on it', async () => {
  const { session, writes } = room();
  const { page } = await draw(<Presence session={session} present={3} me={me} away={false} />);
  const button = named(page, 'Qui écrit, où ?');
  button.focus();
  await press(button);
  expect(readable(page)).toContain('Personne d’autre n’écrit en ce moment.');
  expect(readable(page)).toContain('2 personnes lisent.');
  await writes(1, come);
  expect(readable(page)).toContain('1 personne lit.');
  expect(readable(page)).toContain('Côme Exemple écrit au paragraphe 2 : « Le soir aussi, aux Routes.');
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
});

test('[S13] with the connection cut, nobody is said to be writing, nor oneself to be alone', async () => {
  const { session, writes } = room();
  const { page, again } = await draw(<Presence session={session} present={3} me={me} away={false} />);
  await writes(1, come);
  await again(<Presence session={session} present={3} me={me} away />);
  await press(named(page, 'Qui écrit, où ?'));
  expect(readable(page)).toContain('Sans connexion, on ne voit pas qui d’autre écrit.');
  expect(readable(page)).not.toMatch(/Côme Exemple écrit|seul ou seule|personne lit/);
  await again(<Presence session={session} present={3} me={me} away={false} />);
  expect(readable(page)).toContain('Côme Exemple écrit');
});
