/** Hints about personal data where there is no publishing to ask before: in a living text. */
import { bodyOf, newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { followPersonalWords } from './personal-words.ts';
import { RecoveredText } from './recovered-draft.tsx';
import { usePersonalWords } from './use-personal-words.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MASKS = {
  phone: '[téléphone]',
  mail: '[courriel]',
  nir: '[NIR]',
  iban: '[IBAN]',
  address: '[adresse]',
};

function paragraph(doc: Y.Doc, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [text]);
  bodyOf(doc).push([block]);
  return text;
}
/** As what arrives from others. */
function fromOthers(doc: Y.Doc, write: (other: Y.Doc) => void): void {
  const other = newDocument();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  write(other);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
}

test('[PD4] what this page writes is named where it stands, not what stood there or what others write beside', () => {
  const doc = newDocument();
  paragraph(doc, 'Voir M. Petit.');
  const told = vi.fn<() => void>();
  const own = followPersonalWords(doc, told);
  const found = () => own.find().map(({ text }) => text);
  fromOthers(doc, (other) => void paragraph(other, 'Appelez le 06 12 34 56 78.'));
  expect([found(), told.mock.calls.length]).toEqual([[], 0]);
  const mine = paragraph(doc, 'Demander à Mme X,');
  mine.insert(mine.length, ' qui habite ');
  mine.insert(mine.length, '12 rue des Lilas', { bold: true });
  titleOf(doc).insert(0, 'Pour M. Petit et Mme Y');
  expect(found()).toEqual(['Mme Y', 'Mme X', '12 rue des Lilas']);
  expect(told).toHaveBeenCalled();
  own.leave(own.find().filter(({ text }) => text === 'Mme Y'));
  const asked = own.find();
  // Somebody writes before it meanwhile: the words are found again where they are now.
  fromOthers(doc, (other) => {
    const block = bodyOf(other).get(2);
    if (block instanceof Y.XmlElement) (block.get(0) as Y.XmlText).insert(0, 'Sinon : ');
  });
  own.mask(asked, MASKS);
  expect(readDocument(doc).text).toBe(
    'Voir M. Petit.\nAppelez le 06 12 34 56 78.\nSinon : Demander à Mme …, qui habite [adresse]',
  );
  expect(mine.toDelta()).toContainEqual({ insert: '[adresse]', attributes: { bold: true } });
  expect(found()).toEqual([]);
  // In a paragraph of hers too, what another hand writes is not hers.
  fromOthers(doc, (other) => {
    const block = bodyOf(other).get(2);
    if (block instanceof Y.XmlElement) (block.get(0) as Y.XmlText).insert(0, 'Ou le 06 98 76 54 3. ');
  });
  mine.insert(mine.length, ' Merci.');
  expect(found()).toEqual([]);
  mine.insert('Ou le 06 98 76 54 3'.length, '2');
  expect(found()).toEqual(['06 98 76 54 32']);
  own.stop();
});

function Writing({ doc, writable, done }: { doc: Y.Doc; writable: boolean; done: () => void }) {
  const guard = usePersonalWords(doc, writable);
  return (
    <>
      {guard.notice}
      <button type="button" onClick={() => guard.passes() && done()}>
        J’ai fini
      </button>
    </>
  );
}
const pause = (): Promise<void> => act(async () => void vi.advanceTimersByTime(1_000));

test('[PD4] named at the next pause and once when she stops; masked or left, they are gone; closed, they stay named', async () => {
  const doc = newDocument();
  const done = vi.fn<() => void>();
  const { page, again } = await draw(<Writing doc={doc} writable done={done} />);
  const mine = paragraph(doc, 'Appelez le 06 12 34 56 7');
  await pause();
  expect(page.querySelector('q')).toBeNull();
  mine.insert(mine.length, '8');
  await pause();
  expect(readable(page.querySelector('q'))).toBe('06 12 34 56 78');
  await press(named(page, 'Écrire « [téléphone] »'));
  expect(readDocument(doc).text).toBe('Appelez le [téléphone]');
  expect(page.querySelector('q')).toBeNull();
  // Pressed before any pause: asked then, and not a second time.
  mine.insert(mine.length, ' ou Mme X');
  await press(named(page, 'J’ai fini'));
  expect([readable(page.querySelector('q')), done.mock.calls.length]).toEqual(['Mme X', 0]);
  await press(named(page, 'J’ai fini'));
  expect(done).toHaveBeenCalledOnce();
  await press(named(page, 'Laisser ainsi'));
  await pause();
  expect(page.querySelector('q')).toBeNull();
  mine.insert(mine.length, ', M. Petit');
  await again(<Writing doc={doc} writable={false} done={done} />);
  expect(readable(page.querySelector('q'))).toBe('M. Petit');
  expect([...page.querySelectorAll('button')].map(readable)).toEqual(['J’ai fini']);
});

test('[PD4] words that go back into the text are looked at first', async () => {
  const back = vi.fn<(text: string) => boolean>().mockReturnValue(true);
  const draft = { title: 'Vélos', text: 'Voir Mme X.', at: 1_793_000_000_000 };
  const { page } = await draw(<RecoveredText draft={draft} onPutBack={back} onForget={() => undefined} />);
  await press(named(page, 'Remettre à la fin du texte'));
  expect(back).not.toHaveBeenCalled();
  await press(named(page, 'Écrire « Mme … »'));
  await press(named(page, 'Remettre à la fin du texte'));
  expect(back).toHaveBeenCalledExactlyOnceWith('Voir Mme ….');
});
