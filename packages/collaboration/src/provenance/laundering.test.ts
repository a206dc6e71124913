/** Attacks on whose words they are, by number: what replaying the log answers to each. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, newDocument, readDocument, titleOf } from '../document/index.ts';
import { block, letters, line, WritingDesk } from '../testing/writing-desk.ts';
import { provenanceOf } from './provenance.ts';
import { sharedRuns } from './shared-runs.ts';

const AUTHOR = 'ana';
const COLLEAGUE = 'bo';
const SENTENCE =
  'Trois cents écrans restent allumés chaque nuit, week-ends compris. Une minuterie les éteint à vingt heures, sauf demande d’un service.';
const count = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function written(...others: string[]): WritingDesk {
  const desk = new WritingDesk(AUTHOR, COLLEAGUE, ...others);
  desk.stroke(AUTHOR, (doc) => bodyOf(doc).insert(0, [block('paragraph', '')]));
  desk.types(AUTHOR, 0, SENTENCE);
  return desk;
}

test('[T19] a silent mass deletion names its author, keeps every word, and pasting it back credits nobody else', () => {
  const desk = written();
  const cut = Math.floor(SENTENCE.length * 0.8);
  const rowsBefore = desk.rows.length;
  desk.stroke(COLLEAGUE, (doc) => line(doc).delete(0, cut));
  const { removals } = desk.provenance();
  expect(removals).toMatchObject([
    { seq: rowsBefore + 1, person: COLLEAGUE, text: SENTENCE.slice(0, cut), gone: true },
  ]);
  expect(removals[0]?.of).toEqual([{ person: AUTHOR, letters: count(SENTENCE.slice(0, cut)) }]);
  // The log before her stroke is still the whole text.
  const before = newDocument();
  for (const { bytes } of desk.rows.slice(0, rowsBefore)) Y.applyUpdate(before, bytes);
  expect(readDocument(before).text).toBe(SENTENCE);

  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(0, SENTENCE.slice(0, cut)));
  expect(letters(desk.provenance(), AUTHOR)).toBe(count(SENTENCE));
  expect(desk.provenance().removals.map(({ gone }) => gone)).toEqual([false]);
});

test('[T21] words of another idea are found with the idea they come from, and the guard log still names the paster', () => {
  const desk = written();
  const other = {
    of: 'id_other',
    text: 'À la cantine, un panneau dit chaque midi combien de kilos de pain ont été jetés la veille par nous tous.',
  };
  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(SENTENCE.length, ` ${other.text}`));
  const text = readDocument(desk.doc(AUTHOR)).text;
  const [run, ...more] = sharedRuns(text, [other]);
  expect(more).toEqual([]);
  expect(run?.of).toBe('id_other');
  expect(count(text.slice(run?.start, run?.end))).toBeGreaterThanOrEqual(60);
  // The author of this idea gained nothing by it.
  expect(letters(desk.provenance(), AUTHOR)).toBe(count(SENTENCE));
});

test('[T23] blanks, punctuation and a paraphrase beside leave the first writer every letter she wrote', () => {
  const desk = written();
  desk.types(COLLEAGUE, SENTENCE.length, ' … — !!! \u00a0\u00a0 …'.repeat(20));
  expect(letters(desk.provenance(), COLLEAGUE)).toBe(0);
  const paraphrase = ' Couper la veille de nos moniteurs le soir économiserait du courant.';
  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(line(doc).length, paraphrase));
  expect(letters(desk.provenance(), AUTHOR)).toBe(count(SENTENCE));
  expect(letters(desk.provenance(), COLLEAGUE)).toBe(count(paraphrase));
});

test('[T23b] prose dumped first and deleted earns its dumper next to nothing of what others then write', () => {
  const others = ['cleo', 'dan', 'eve'];
  const desk = written(...others);
  const dump = Array.from(
    { length: 40 },
    (_, n) =>
      `Le conseil départemental gère les routes, les collèges et la restauration numéro ${n} de chacun.`,
  ).join(' ');
  desk.stroke(COLLEAGUE, (doc) => line(doc).insert(SENTENCE.length, ` ${dump}`));
  desk.stroke(COLLEAGUE, (doc) => line(doc).delete(SENTENCE.length, dump.length + 1));
  const texts = [
    ' Dans les collèges, les néons des couloirs brûlent jusqu’au matin faute de détecteur.',
    ' Les agents des routes savent poser un interrupteur en dix minutes avec trois outils.',
    ' La restauration laisse ses fours tièdes entre deux services sans que personne y pense.',
  ];
  for (const [at, person] of others.entries())
    desk.types(person, line(desk.doc(person)).length, texts[at] ?? '');
  const provenance = desk.provenance();
  const all = count(readDocument(desk.doc(AUTHOR)).text);
  expect(letters(provenance, COLLEAGUE) / all).toBeLessThan(0.005);
  for (const [at, person] of others.entries())
    expect(letters(provenance, person)).toBeGreaterThanOrEqual(count(texts[at] ?? '') - 5);
  // Across ideas only whole quotations count, and a draft that was deleted is no text to quote.
  expect(sharedRuns(readDocument(desk.doc(AUTHOR)).text, [{ of: 'id_dump', text: '' }])).toEqual([]);
});

test('[T22] a colleague who makes the title of the author’s words, or a list of them, leaves them hers', () => {
  const desk = written();
  desk.stroke(COLLEAGUE, (doc) => {
    titleOf(doc).insert(0, SENTENCE.slice(0, 46));
    line(doc).delete(0, 46);
    const item = new Y.XmlElement('listItem');
    item.insert(0, [block('paragraph', SENTENCE.slice(46))]);
    const list = new Y.XmlElement('bulletList');
    list.insert(0, [item]);
    bodyOf(doc).delete(0, 1);
    bodyOf(doc).insert(0, [list]);
  });
  const { title, text } = provenanceOf(desk.rows);
  const authors = [...title, ...text].filter(({ text: words }) => count(words) > 0);
  expect(new Set(authors.map(({ person }) => person))).toEqual(new Set([AUTHOR]));
});
