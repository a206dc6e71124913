import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { usePersonalData } from './personal-data.tsx';

function Form({ text: start, publish }: { text: string; publish: (text: string) => void }) {
  const [text, setText] = useState(start);
  const guard = usePersonalData([{ text, change: setText }], () => publish(text));
  return (
    <>
      <textarea value={text} onChange={(event) => setText(event.target.value)} />
      {guard.notice}
      <button type="button" onClick={() => guard.passes() && publish(text)}>
        Publier
      </button>
    </>
  );
}

const TEXT = 'Demander à Mme X, 06 12 34 56 78, avant 2027.';

test('[S7] publishing names the two passages and sends nothing; masked, they are gone and it leaves', async () => {
  const publish = vi.fn<(text: string) => void>();
  const { page } = await draw(<Form text={TEXT} publish={publish} />);
  expect(readable(page)).not.toContain('passages');
  await press(named(page, 'Publier'));
  expect(publish).not.toHaveBeenCalled();
  expect([...page.querySelectorAll('q')].map(readable)).toEqual(['Mme X', '06 12 34 56 78']);
  expect(page.querySelector('[role=status]')).not.toBeNull();
  await press(named(page, 'Tout masquer'));
  expect(page.querySelector('textarea')?.value).toBe('Demander à Mme …, [téléphone], avant 2027.');
  expect(page.querySelector('q')).toBeNull();
  await press(named(page, 'Publier'));
  expect(publish).toHaveBeenCalledExactlyOnceWith('Demander à Mme …, [téléphone], avant 2027.');
});

test('one passage is masked, the other left as it is: asked again only for what is new', async () => {
  const publish = vi.fn<(text: string) => void>();
  const { page } = await draw(<Form text={TEXT} publish={publish} />);
  await press(named(page, 'Publier'));
  await press(named(page, 'Écrire « [téléphone] »'));
  expect([...page.querySelectorAll('q')].map(readable)).toEqual(['Mme X']);
  await press(named(page, 'Publier tel quel'));
  expect(publish).toHaveBeenCalledExactlyOnceWith('Demander à Mme X, [téléphone], avant 2027.');
  await press(named(page, 'Publier'));
  expect(publish).toHaveBeenCalledTimes(2);
  await type(page.querySelector('textarea'), 'Demander à Mme X, ou à M. Y');
  await press(named(page, 'Publier'));
  expect(publish).toHaveBeenCalledTimes(2);
  expect([...page.querySelectorAll('q')].map(readable)).toEqual(['Mme X', 'M. Y']);
});

test('a text that speaks of nobody leaves at once', async () => {
  const publish = vi.fn<(text: string) => void>();
  const { page } = await draw(
    <Form text="Mme la directrice générale, 45 000 € en 2027." publish={publish} />,
  );
  await press(named(page, 'Publier'));
  expect(publish).toHaveBeenCalledOnce();
});
