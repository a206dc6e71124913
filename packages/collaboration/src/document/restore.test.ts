/** Going back: a whole version, or one passage that somebody took out; and what two texts say differently. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { replayAuthors } from '../server/replay-authors.ts';
import { createRandom, type Random } from '../testing/random.ts';
import { block, letters, line, WritingDesk } from '../testing/writing-desk.ts';
import { becomeDocument } from './become-document.ts';
import { bringBack } from './bring-back.ts';
import { bodyOf, newDocument, readDocument, titleOf } from './index.ts';
import { saidDifferently } from './said-differently.ts';

const AUTHOR = 'ana';
const COLLEAGUE = 'bo';
const SENTENCE = 'Trois cents écrans restent allumés chaque nuit, week-ends compris, dans tous nos services.';

function written(): WritingDesk {
  const desk = new WritingDesk(AUTHOR, COLLEAGUE);
  desk.stroke(AUTHOR, (doc) => {
    titleOf(doc).insert(0, 'Éteindre');
    const line = new Y.XmlText(SENTENCE);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [line]);
    const heading = block('heading', 'Comment faire');
    heading.setAttribute('level', 2 as unknown as string);
    bodyOf(doc).insert(0, [paragraph, heading]);
    line.format(0, 5, { bold: true });
  });
  return desk;
}
const after = (desk: WritingDesk, rows: number): Y.Doc => {
  const doc = newDocument();
  for (const { bytes } of desk.rows.slice(0, rows)) Y.applyUpdate(doc, bytes);
  return doc;
};
const looks = (doc: Y.Doc): unknown => [readDocument(doc).title, bodyOf(doc).toJSON()];

test('[HS4] a version taken up again looks as it did, and its words are those of who wrote them first', () => {
  const desk = written();
  const version = desk.rows.length;
  desk.stroke(COLLEAGUE, (doc) => {
    bodyOf(doc).delete(0, 2);
    bodyOf(doc).insert(0, [block('paragraph', 'Tout autre chose.')]);
    titleOf(doc).insert(0, 'Ne pas ');
  });
  const before = after(desk, version);
  desk.stroke(COLLEAGUE, (doc) => becomeDocument(doc, before));
  expect(looks(desk.doc(AUTHOR))).toEqual(looks(before));
  expect(letters(desk.provenance(), COLLEAGUE)).toBe(0);
  expect(desk.provenance().removals.filter(({ gone }) => gone)).toMatchObject([
    { text: 'Ne pas ' },
    { text: 'Tout autre chose.' },
  ]);
});

test('[HS4] what somebody types beside a version that is taken up again stays', () => {
  const desk = written();
  const version = desk.rows.length;
  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(SENTENCE.length, ' Et le jour ?'));
  const doc = newDocument();
  for (const { bytes } of desk.rows) Y.applyUpdate(doc, bytes);
  doc.clientID = 900;
  const mine: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => void mine.push(bytes));
  line(doc, 1).insert(13, ' chez nous');
  desk.stroke(COLLEAGUE, (shared) => becomeDocument(shared, after(desk, version)));
  for (const bytes of mine) Y.applyUpdate(desk.doc(AUTHOR), bytes, 'heard');
  expect(readDocument(desk.doc(AUTHOR)).text).toBe(`${SENTENCE}\nComment faire chez nous`);
});

test('[HS4] any text becomes any other, marks and lists included, and again changes nothing', () => {
  const random = createRandom(15);
  for (let round = 0; round < 200; round++) {
    const [target, source] = [anything(random), anything(random)];
    becomeDocument(target, source);
    expect(looks(target)).toEqual(looks(source));
    const vector = Y.encodeStateVector(target);
    becomeDocument(target, source);
    expect(Y.encodeStateVector(target)).toEqual(vector);
  }
});

function anything(random: Random): Y.Doc {
  const doc = newDocument();
  const text = (): Y.XmlText => new Y.XmlText(random.pick(['un deux', 'trois 🐝 quatre', 'un cinq', 'six']));
  const paragraph = (): Y.XmlElement => {
    const made = new Y.XmlElement(random.pick(['paragraph', 'heading']));
    made.insert(0, [text()]);
    return made;
  };
  const list = (): Y.XmlElement => {
    const made = new Y.XmlElement('bulletList');
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph()]);
    made.insert(0, [item]);
    return made;
  };
  const many = random.integer(5);
  for (let at = 0; at < many; at++) {
    bodyOf(doc).insert(at, [random.integer(4) === 0 ? list() : paragraph()]);
    const made = bodyOf(doc).get(at);
    const run = made instanceof Y.XmlElement ? made.get(0) : null;
    if (run instanceof Y.XmlText && random.integer(2) === 0) run.format(0, 3, { bold: true });
  }
  return doc;
}

test('[T19] [HS5] a passage that somebody took out comes back where it stood, beside what was typed since', () => {
  const desk = written();
  desk.stroke(COLLEAGUE, (doc) => line(doc).delete(12, 60));
  const removal = desk.rows.length;
  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(0, 'Enfin. '));
  const [found] = desk.provenance().removals;
  expect(found).toMatchObject({ seq: removal, from: removal, person: COLLEAGUE, gone: true });
  expect(found?.of.map(({ person }) => person)).toEqual([AUTHOR]);
  const { deletions } = replayAuthors(desk.rows);
  desk.stroke(COLLEAGUE, (doc) =>
    bringBack(
      doc,
      deletions.filter(({ seq }) => seq === removal),
    ),
  );
  expect(readDocument(desk.doc(AUTHOR)).text).toBe(`Enfin. ${SENTENCE}\nComment faire`);
  expect(letters(desk.provenance(), COLLEAGUE)).toBe('Enfin'.length);
  expect(desk.provenance().removals.map(({ gone }) => gone)).toEqual([false]);
});

test('[HS5] whole paragraphs come back as they looked; what stood in one that is gone has no place', () => {
  const desk = written();
  const looked = looks(desk.doc(AUTHOR));
  desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, 12));
  const inside = desk.rows.length;
  desk.stroke(COLLEAGUE, (doc) => bodyOf(doc).delete(0, 2));
  const { deletions } = replayAuthors(desk.rows);
  const by = (row: number) => deletions.filter(({ seq }) => seq === row);
  desk.stroke(COLLEAGUE, (doc) => bringBack(doc, by(inside)));
  expect(readDocument(desk.doc(AUTHOR)).text).toBe('');
  desk.stroke(COLLEAGUE, (doc) => bringBack(doc, [...by(inside), ...by(inside + 1)]));
  expect(looks(desk.doc(AUTHOR))).toEqual(looked);
});

test('[HS6] two texts are told apart word by word, and each can be read whole', () => {
  const [before, now] = [
    'Un écran.\nLa nuit, tout reste allumé.\n',
    'Un écran.\nLa nuit, rien ne reste allumé.\nFin',
  ];
  const found = saidDifferently(before, now);
  const without = (kind: string): string =>
    found
      .filter((saying) => saying.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(now);
  expect(found.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['tout']);
});
