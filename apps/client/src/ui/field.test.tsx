import { useState } from 'react';
import { expect, test } from 'vitest';
import { draw, readable, type } from '../testing/draw.tsx';
import { TextArea, TextField } from './field.tsx';

function Title({ error = null }: { error?: string | null }) {
  const [title, setTitle] = useState('');
  return (
    <TextField
      label="Titre"
      hint="Quelques mots"
      limit={10}
      value={title}
      onChange={setTitle}
      error={error}
    />
  );
}

test('a text beyond the limit is kept whole, counted, and told in words', async () => {
  const { page } = await draw(<Title />);
  const field = page.querySelector('input');
  expect(field?.hasAttribute('maxlength')).toBe(false);
  await type(field, 'Treize signes');
  expect(field?.value).toBe('Treize signes');
  expect(readable(page)).toContain('13 / 10');
  expect(readable(page.querySelector('output'))).toBe(
    '3 signes de trop pour publier. Tout votre texte est gardé.',
  );
});

test('within the limit nothing is said aloud', async () => {
  const { page } = await draw(<Title />);
  await type(page.querySelector('input'), 'Dix signes');
  expect(readable(page.querySelector('output'))).toBe('');
  expect(readable(page)).toContain('10 / 10');
});

test('an emoji costs one sign', async () => {
  const { page } = await draw(<Title />);
  await type(page.querySelector('input'), '🐝🐝');
  expect(readable(page)).toContain('2 / 10');
});

test('label, hint, error and count are tied to the control', async () => {
  const { page } = await draw(<Title error="Il manque un titre." />);
  const field = page.querySelector('input');
  const described = (field?.getAttribute('aria-describedby') ?? '').split(' ');
  expect(page.querySelector('label')?.htmlFor).toBe(field?.id);
  expect(described.map((id) => readable(document.getElementById(id)))).toEqual([
    'Quelques mots',
    'Il manque un titre.',
    '0 / 10',
  ]);
  expect(field?.getAttribute('aria-invalid')).toBe('true');
});

test('a minimum says how many signs are still to write', async () => {
  const { page } = await draw(
    <TextArea label="Raison" minimum={40} value="  Trop court " onChange={() => undefined} />,
  );
  expect(readable(page)).toContain('Encore 30 signes, sur 40 au moins.');
});
