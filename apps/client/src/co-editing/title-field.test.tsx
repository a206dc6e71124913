import { newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import { act } from 'react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draw, type } from '../testing/draw.tsx';
import { TitleField } from './title-field.tsx';

test('a word that a phone composes is written once, whatever others write in the title meanwhile', async () => {
  const [doc, other] = [newDocument(), newDocument()];
  titleOf(doc).insert(0, 'Écrire de loin');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const heard = async (words: string): Promise<void> => {
    const before = Y.encodeStateVector(other);
    titleOf(other).insert(0, words);
    await act(async () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, before)));
  };
  const { page } = await draw(<TitleField doc={doc} writable onEnter={() => undefined} />);
  const field = page.querySelector('textarea');
  const composition = (name: 'compositionstart' | 'compositionend'): Promise<void> =>
    act(async () => void field?.dispatchEvent(new CompositionEvent(name, { bubbles: true })));

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
