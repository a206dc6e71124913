import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, titleOf } from '../document/new-document.ts';
import { block, letters, line, WritingDesk } from '../testing/writing-desk.ts';

const AUTHOR = 'ana';
const COLLEAGUE = 'bo';
const SENTENCE =
  'Trois cents écrans restent allumés chaque nuit, week-ends compris. Une minuterie les éteint.';

const ALL = SENTENCE.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const written = (): WritingDesk => {
  const desk = new WritingDesk(AUTHOR, COLLEAGUE);
  desk.stroke(AUTHOR, (doc) => bodyOf(doc).insert(0, [block('paragraph', '')]));
  desk.types(AUTHOR, 0, SENTENCE);
  return desk;
};

describe('[T20] [T22] a colleague who only rearranges or launders earns nothing', () => {
  test.each<[string, (desk: WritingDesk) => void]>([
    [
      'the paragraph becomes the title',
      (desk) =>
        desk.stroke(COLLEAGUE, (doc) => {
          bodyOf(doc).delete(0, 1);
          titleOf(doc).insert(0, SENTENCE);
        }),
    ],
    [
      'the paragraph becomes a quotation',
      (desk) =>
        desk.stroke(COLLEAGUE, (doc) => {
          const quote = new Y.XmlElement('blockquote');
          quote.insert(0, [block('paragraph', SENTENCE)]);
          bodyOf(doc).delete(0, 1);
          bodyOf(doc).insert(0, [quote]);
        }),
    ],
    [
      'a line end in the middle of a word',
      (desk) =>
        desk.stroke(COLLEAGUE, (doc) => {
          const text = line(doc);
          const tail = SENTENCE.slice(45);
          text.delete(45, tail.length);
          bodyOf(doc).insert(1, [block('paragraph', tail)]);
        }),
    ],
    [
      'a sentence cut, then pasted somewhere else',
      (desk) => {
        const cut = SENTENCE.slice(0, 67);
        desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, 67));
        desk.stroke(COLLEAGUE, (doc) => line(doc).insert(SENTENCE.length - 67, ` ${cut}`));
      },
    ],
    [
      'one word cut and pasted back where it was',
      (desk) => {
        desk.stroke(COLLEAGUE, (doc) => line(doc).delete(73, 9));
        desk.stroke(COLLEAGUE, (doc) => line(doc).insert(73, SENTENCE.slice(73, 82)));
      },
    ],
    [
      'everything erased, then pasted much later',
      (desk) => {
        desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, SENTENCE.length));
        desk.types(COLLEAGUE, 0, 'Voici :');
        desk.stroke(COLLEAGUE, (doc) => line(doc).insert(7, SENTENCE));
        desk.erases(COLLEAGUE, 0, 7);
      },
    ],
    [
      'everything erased letter by letter, and typed again letter by letter',
      (desk) => {
        desk.erases(COLLEAGUE, 0, SENTENCE.length);
        desk.types(COLLEAGUE, 0, SENTENCE);
      },
    ],
    [
      'typed again beside, then the first one removed',
      (desk) => {
        desk.types(COLLEAGUE, SENTENCE.length, SENTENCE);
        desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, SENTENCE.length));
      },
    ],
    [
      'bold, which writes no letter',
      (desk) => desk.stroke(COLLEAGUE, (doc) => line(doc).format(0, 20, { bold: {} })),
    ],
  ])('%s', (_gesture, act) => {
    const desk = written();
    act(desk);
    const provenance = desk.provenance();
    expect({ author: letters(provenance, AUTHOR), colleague: letters(provenance, COLLEAGUE) }).toEqual({
      author: ALL,
      colleague: 0,
    });
  });
});

describe('who writes is credited', () => {
  test('a sentence added is its writer’s, whole', () => {
    const desk = written();
    const added = ' Aux Routes, quinze euros par étage ont suffi.';
    desk.types(COLLEAGUE, SENTENCE.length, added);
    const provenance = desk.provenance();
    expect(letters(provenance, AUTHOR)).toBe(ALL);
    expect(letters(provenance, COLLEAGUE)).toBe(added.match(/[\p{L}\p{N}]/gu)?.length);
  });

  test('a word typed again by chance, alone, is not the one that vanished', () => {
    const desk = written();
    desk.erases(COLLEAGUE, 71, 13);
    desk.types(COLLEAGUE, 71, 'horloge et minuterie ');
    expect(letters(desk.provenance(), COLLEAGUE)).toBe('horlogeetminuterie'.length);
  });

  test('who removed a letter another had just typed is named, with the words', () => {
    const desk = written();
    desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, 12));
    const seq = desk.rows.length;
    expect(desk.provenance().removals).toEqual([
      {
        seq,
        from: seq,
        person: COLLEAGUE,
        text: 'Trois cents ',
        of: [{ person: AUTHOR, letters: 10 }],
        gone: true,
      },
    ]);
  });

  test('the text is the document’s, span by span', () => {
    const desk = written();
    desk.stroke(COLLEAGUE, (doc) => titleOf(doc).insert(0, 'La nuit'));
    const { title, text } = desk.provenance();
    expect(title).toEqual([{ text: 'La nuit', person: COLLEAGUE }]);
    expect(text).toEqual([{ text: SENTENCE, person: AUTHOR }]);
  });
});
