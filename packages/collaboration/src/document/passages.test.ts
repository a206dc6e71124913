import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { block, letters, line, WritingDesk } from '../testing/writing-desk.ts';
import { bodyOf, newDocument, passagesOf, readDocument, replacePassage } from './index.ts';

function written(): Y.Doc {
  const doc = newDocument();
  const item = new Y.XmlElement('listItem');
  item.insert(0, [block('paragraph', 'Une minuterie par étage.')]);
  const list = new Y.XmlElement('bulletList');
  list.insert(0, [item]);
  bodyOf(doc).insert(0, [
    block('heading', 'La nuit'),
    block('paragraph', 'Trois cents écrans restent allumés.'),
    block('paragraph', ''),
    list,
  ]);
  return doc;
}

test('[RB7] passages are paragraphs, headings and entries of lists, without their bullets', () => {
  expect(passagesOf(written())).toEqual([
    'La nuit',
    'Trois cents écrans restent allumés.',
    'Une minuterie par étage.',
  ]);
});

test('[RB8] a passage is changed where it stands, and its other words keep their writer', () => {
  const desk = new WritingDesk('ana', 'bo');
  desk.stroke('ana', (doc) =>
    bodyOf(doc).insert(0, [block('paragraph', 'Trois cents écrans restent allumés.')]),
  );
  const bold = line(desk.doc('ana'));
  desk.stroke('ana', () => bold.format(0, 5, { bold: true }));
  desk.stroke('bo', (doc) => {
    const text = 'Trois cents écrans restent souvent allumés.\nMême le week-end.';
    expect(replacePassage(doc, 'Trois cents écrans restent allumés.', text)).toBe(true);
  });
  expect(readDocument(desk.doc('ana')).text).toBe(
    'Trois cents écrans restent souvent allumés.\nMême le week-end.',
  );
  expect(letters(desk.provenance(), 'bo')).toBe('souventMêmeleweekend'.length);
  expect(line(desk.doc('ana')).toDelta()[0]).toEqual({ insert: 'Trois', attributes: { bold: true } });
});

test('[RB8] an entry of a list stays one, a passage with a line break is rewritten, one that is not there is not', () => {
  const doc = written();
  expect(replacePassage(doc, 'Une minuterie par étage.', 'Une minuterie par bâtiment.')).toBe(true);
  const broken = new Y.XmlElement('paragraph');
  broken.insert(0, [new Y.XmlText('Le soir,'), new Y.XmlElement('hardBreak'), new Y.XmlText('tout reste.')]);
  bodyOf(doc).insert(0, [broken]);
  expect(replacePassage(doc, 'Le soir,\ntout reste.', 'Le soir, rien.')).toBe(true);
  const before = readDocument(doc).text;
  expect(before).toBe(
    'Le soir, rien.\nLa nuit\nTrois cents écrans restent allumés.\n\n- Une minuterie par bâtiment.',
  );
  expect(replacePassage(doc, 'Trois cents écrans', 'Deux cents')).toBe(false);
  expect(readDocument(doc).text).toBe(before);
});
