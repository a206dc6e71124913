/**
 * Gestures of two people recorded in a real browser (`npm run trial:gestures`), each labelled by whoever made it up with
 * whose words it leaves. What the provenance says of every letter, beside the label, in both directions.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AuthoredSpan } from '../server/replay-authors.ts';
import { provenanceOf } from './provenance.ts';

type Hand = 'first' | 'second';
type Pieces = readonly (readonly [Hand, string])[];
interface Recorded {
  readonly kind: string;
  readonly name: string;
  readonly leaves: Pieces;
  readonly title: Pieces;
  readonly rows: readonly (readonly [Hand, string])[];
}
interface Letter {
  readonly letter: string;
  readonly by: string | null;
}

const file = new URL('../../test/gestures/recorded.jsonl', import.meta.url);
const recorded = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const lettersOf = (pieces: readonly (readonly [string | null, string])[]): Letter[] =>
  pieces.flatMap(([by, words]) =>
    (words.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).map((letter) => ({ letter, by })),
  );
const ofSpans = (spans: readonly AuthoredSpan[]): Letter[] =>
  lettersOf(spans.map(({ person, text }) => [person, text]));

/** Rows: whose the letter is; columns: to whom it was credited. */
interface Confusion {
  readonly first: { first: number; second: number };
  readonly second: { first: number; second: number };
}

function confusionOf({ leaves, title, rows }: Recorded): Confusion {
  const log = rows.map(([person, bytes], at) => ({
    seq: at + 1,
    person,
    bytes: Buffer.from(bytes, 'base64'),
  }));
  const found = provenanceOf(log);
  const [truth, credited] = [
    [...lettersOf(title), ...lettersOf(leaves)],
    [...ofSpans(found.title), ...ofSpans(found.text)],
  ];
  expect(credited.map(({ letter }) => letter).join('')).toBe(truth.map(({ letter }) => letter).join(''));
  const counts: Confusion = { first: { first: 0, second: 0 }, second: { first: 0, second: 0 } };
  for (const [at, { by }] of truth.entries()) {
    const to = credited[at]?.by;
    if ((by === 'first' || by === 'second') && (to === 'first' || to === 'second')) counts[by][to] += 1;
    else throw new Error(`a letter of nobody: ${JSON.stringify([truth[at], credited[at]])}`);
  }
  return counts;
}

const total: Confusion = { first: { first: 0, second: 0 }, second: { first: 0, second: 0 } };

test.each(recorded)('$kind: $name: no letter is taken from whoever wrote it first', (gesture) => {
  const { first, second } = confusionOf(gesture);
  for (const to of ['first', 'second'] as const) {
    total.first[to] += first[to];
    total.second[to] += second[to];
  }
  expect(first.second).toBe(0);
});

test('sixty gestures and more: a real second writer keeps 99 letters of 100, whoever else wrote there', () => {
  console.table(total);
  expect(recorded.length).toBeGreaterThanOrEqual(60);
  expect(total.first.second).toBe(0);
  expect(total.second.first / (total.second.first + total.second.second)).toBeLessThanOrEqual(0.01);
});
