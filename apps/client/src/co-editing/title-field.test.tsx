import { newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import { act } from 'react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draw, type } from '../testing/draw.tsx';
import { TitleField } from './title-field.tsx';

async function scene() {
  const [doc, other] = [newDocument(), newDocument()];
  titleOf(doc).insert(0, 'Écrire de loin');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const heard = async (words: string): Promise<void> => {
    const before = Y.encodeStateVector(other);
    titleOf(other).insert(0, words);
    await act(async () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, before)));
  };
  const { page, again } = await draw(<TitleField doc={doc} writable onEnter={() => undefined} />);
  const field = page.querySelector('textarea');
  const composition = (name: 'compositionstart' | 'compositionend'): Promise<void> =>
    act(async () => void field?.dispatchEvent(new CompositionEvent(name, { bubbles: true })));
  const drawn = (writable: boolean) => <TitleField doc={doc} writable={writable} onEnter={() => undefined} />;
  return {
    doc,
    field,
    heard,
    composition,
    become: (writable: boolean) => again(drawn(writable)),
    leave: () => again(null),
  };
}

test('a word that a phone composes is written once, whatever others write in the title meanwhile', async () => {
  const { doc, field, heard, composition } = await scene();
  await composition('compositionstart');
  await type(field, 'Écrire de loin mi');
  await heard('AB ');
  expect(field?.value, 'the keyboard goes on in what it had').toBe('Écrire de loin mi');
  await type(field, 'Écrire de loin miel');
  expect(field?.value).toBe('Écrire de loin miel');
  await composition('compositionend');
  expect([field?.value, readDocument(doc).title]).toEqual([
    'AB Écrire de loin miel',
    'AB Écrire de loin miel',
  ]);

  await heard('CD ');
  expect(field?.value, 'nothing is held back any more').toBe('CD AB Écrire de loin miel');
});

test('a word in the middle of which the page goes, the field is taken away or the text is closed is in the text', async () => {
  const composing = async () => {
    const all = await scene();
    await all.composition('compositionstart');
    await all.heard('AB ');
    await type(all.field, 'Écrire de loin miel');
    expect(readDocument(all.doc).title).toBe('AB Écrire de loin');
    return all;
  };
  const whole = 'AB Écrire de loin miel';
  const gone = await composing();
  let closing = '';
  const closes = (): void => void (closing = readDocument(gone.doc).title);
  addEventListener('pagehide', closes);
  await act(async () => void dispatchEvent(new Event('pagehide')));
  removeEventListener('pagehide', closes);
  expect(closing).toBe(whole);

  const left = await composing();
  await left.leave();
  expect(readDocument(left.doc).title).toBe(whole);

  const closed = await composing();
  await closed.become(false);
  await closed.composition('compositionend');
  expect([closed.field?.value, readDocument(closed.doc).title]).toEqual([whole, whole]);
});
