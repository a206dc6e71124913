import { act, useState } from 'react';
import { expect, test } from 'vitest';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { ToastProvider, useToast } from '../ui/toast.tsx';
import { useKeptFocus } from './kept-focus.ts';

function Requests({ gone = [] }: { readonly gone?: readonly string[] }) {
  useKeptFocus();
  const toast = useToast();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const left = ['Ana', 'Côme'].filter((name) => !answered.includes(name) && !gone.includes(name));
  return (
    <main>
      <h1>Une idée</h1>
      <p>Elle attend.</p>
      {left.length > 0 && (
        <section>
          <h2>Demandes</h2>
          <ul>
            {left.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => {
                    setAnswered((before) => [...before, name]);
                    toast({ text: name, undo: () => undefined });
                  }}
                >
                  Accepter {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>Les rebonds</h2>
      <button type="button">Rebondir</button>
    </main>
  );
}
const drawn = (gone?: readonly string[]) => (
  <ToastProvider>
    <Requests {...(gone && { gone })} />
  </ToastProvider>
);
const focused = (): string => readable(document.activeElement);

async function presses(page: Element, name: string): Promise<void> {
  const button = named(page, name);
  button.focus();
  await press(button);
}

test('a button that is gone once pressed leaves the focus on the heading above it', async () => {
  const { page } = await draw(drawn());
  await presses(page, 'Accepter Côme');
  await expect.poll(focused).toBe('Demandes');
});

test('with its section gone too, on the heading before that', async () => {
  const { page } = await draw(drawn());
  await presses(page, 'Accepter Ana');
  await presses(page, 'Accepter Côme');
  await expect.poll(focused).toBe('Une idée');
});

test('what is in nobody’s hands may go: the focus stays where it is', async () => {
  const { page, again } = await draw(drawn());
  named(page, 'Rebondir').focus();
  await again(drawn(['Ana', 'Côme']));
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
  expect(focused()).toBe('Rebondir');
});

test('« Annuler » that goes with its note gives the focus back to where one was in the page', async () => {
  const { page } = await draw(drawn());
  await presses(page, 'Accepter Côme');
  await expect.poll(focused).toBe('Demandes');
  await presses(page, 'Annuler');
  await expect.poll(focused).toBe('Demandes');
});
