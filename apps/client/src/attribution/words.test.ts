import { CHECK_REASONS, eventKinds, sayCheck, verifyReceipt, type Check } from '@butinerie/attribution';
import { describe, expect, test } from 'vitest';
import { sayEvent } from './say-event.ts';
import { certificateWords } from './certificate-words.ts';
import { keptWords } from './kept/words.ts';
import { words } from './words.ts';

const ana = { name: 'Ana Exemple' };
/** Every sentence of a catalogue, functions called with whatever they take. */
function sentences(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording];
  if (typeof wording === 'object' && wording !== null) return Object.values(wording).flatMap(sentences);
  return [];
}

describe('the words of proof', () => {
  test('every act that the register can hold has a sentence in both languages', () => {
    for (const say of [words.fr, words.en])
      for (const kind of eventKinds)
        for (const person of [ana, null])
          expect(sayEvent({ kind, by: person, person }, say)).toMatch(/^\p{Lu}.+\.$/u);
  });

  test('an act of a later version is said to be one', () => {
    expect(sayEvent({ kind: 'idea.copied', by: ana, person: null }, words.fr)).toBe(words.fr.unknownEvent);
  });

  test('nothing is promised that a proof cannot give', () => {
    const forbidden =
      /propriét(?!é intellectuelle)|brevet|exclusiv|antériorit|infalsifiable|incontestable|blockchain|impossible|unforgeable|tamper-proof|patent|ownership/i;
    const certified = {
      day: '',
      n: 1,
      act: null,
      title: 'x',
      name: 'y',
      directorate: 'z',
      size: 2,
      today: '',
    };
    const all = [words, certificateWords, keptWords].flatMap(({ fr, en }) => [fr, en]);
    const said = [certificateWords.fr, certificateWords.en].map(({ certifies }) => certifies(certified));
    expect([...all.flatMap(sentences), ...said].filter((text) => forbidden.test(text))).toEqual([]);
  });
});

describe('each check of a receipt', () => {
  const names: Check['name'][] = [
    'form',
    'event',
    'signature',
    'inclusion',
    'opening:who',
    'text',
    'extension',
  ];

  test('has words for each outcome, none of them the same as another', () => {
    for (const say of [words.fr.checks, words.en.checks]) {
      const said = names.flatMap((name) =>
        (['passed', 'failed', 'absent'] as const).map((outcome) => sayCheck({ name, outcome }, say).what),
      );
      expect(new Set(said).size).toBe(said.length);
      expect(said.join()).not.toContain('%');
    }
  });

  test('says why it failed, for every reason there is, and admits one it does not know', () => {
    for (const say of [words.fr.checks, words.en.checks]) {
      const why = (reason: string) => sayCheck({ name: 'signature', outcome: 'failed', reason }, say).why;
      expect(new Set(CHECK_REASONS.map(why)).size).toBe(CHECK_REASONS.length);
      expect(why('a-later-reason')).toBe(say.otherReason);
    }
  });

  test('names what a receipt opens', () => {
    expect(sayCheck({ name: 'opening:who', outcome: 'passed' }, words.fr.checks).what).toContain(
      'le nom de qui a agi',
    );
  });

  test('a file that is no receipt is said to be none, by the real verifier', () => {
    const verdict = verifyReceipt('Bonjour', { vkeys: [] });
    expect(verdict.checks.map((check) => sayCheck(check, words.fr.checks).what)).toEqual([
      'Ce fichier n’est pas un reçu, ou il a été modifié.',
    ]);
  });
});
