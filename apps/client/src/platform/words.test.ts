/** Every catalogue of the client, found where it lies. */
import { FAILURES, LANGUAGES, type Failure } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { failureText } from './failure-words.ts';
import { failureWordsEn } from './failure-words.en.ts';
import { failureWordsFr } from './failure-words.fr.ts';
import { catalogue } from './i18n.ts';

interface Found {
  readonly words?: { readonly fr: unknown; readonly en: unknown };
}
const catalogues = Object.entries(
  import.meta.glob<Found>('../**/{words,*-words}.ts', { eager: true }),
).flatMap(([path, { words }]) => (words ? [[path, words] as const] : []));

/** `key.inner: string` for each message, in order. */
function shapeOf(words: unknown, at = ''): string[] {
  if (typeof words !== 'object' || words === null) return [`${at}: ${typeof words}`];
  return Object.entries(words)
    .flatMap(([key, inner]) => shapeOf(inner, at ? `${at}.${key}` : key))
    .toSorted((a, b) => a.localeCompare(b));
}
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

test('there are catalogues to look at', () => {
  expect(catalogues.length).toBeGreaterThan(3);
});

test.each(catalogues)('%s says the same things in both languages', (_path, words) => {
  expect(shapeOf(words.en)).toEqual(shapeOf(words.fr));
});

test.each(catalogues)('%s leaves nothing empty and is typeset', (_path, words) => {
  for (const text of [...textsOf(words.fr), ...textsOf(words.en)]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
    expect(text).not.toContain('...');
  }
  for (const text of textsOf(words.fr)) expect(text).not.toMatch(/ [:;!?»]|« /);
});

test('a message made of facts is typeset too', () => {
  const words = catalogue({ left: (n: number) => `Encore ${n} jours !` }, { left: (n) => `${n} days!` });
  expect(words.fr.left(3)).toBe('Encore 3\u00a0jours\u202f!');
});

/** Facts of the right kinds for any code. */
const facts = {
  issues: [],
  fields: [],
  what: 'x',
  path: 'x',
  origin: 'x',
  act: 'x',
  why: 'x',
  incident: 'x',
  retryAfterSeconds: 1,
  limit: 90,
  size: 2_000,
  length: 96,
  minimum: 40,
  current: 2,
  epoch: 1,
  hours: 48,
  seconds: 10,
  triesLeft: 2,
  reason: 'x',
  instance: 'x',
  rows: [{ row: 1, reasons: [] }],
  person: 'x',
  phase: 'x',
  problems: [],
  field: 'x',
  local: '2026-10-25T02:30',
  timeZone: 'Europe/Paris',
  missing: ['x'],
  state: 'x',
  parent: 'x',
  idea: 'x',
  answer: 'x',
  id: 'x',
  name: 'x',
  sealedAt: '2026-10-30T16:00:00.000Z',
  rule: 'x',
  permanent: true,
  ideas: ['x'],
  proposedBy: 'x',
  challenge: 'x',
  directorate: 'x',
  originator: 'x',
  found: 'x',
  attempt: 'x',
  step: 'to_confirm',
  lastDay: '2027-01-25',
  type: 'x',
};

test.each(Object.keys(FAILURES))('%s says what happened and what to do, in both languages', (code) => {
  for (const language of LANGUAGES) {
    const { what, next } = failureText({ ...facts, code } as unknown as Failure, language);
    for (const sentence of [what, next]) expect(sentence).toMatch(/^.{10,}[.?]$/su);
    expect(`${what} ${next}`).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('no refusal is left without words', () => {
  const codes = [...Object.keys(FAILURES), 'offline'].toSorted();
  expect(Object.keys(failureWordsFr).toSorted()).toEqual(codes);
  expect(Object.keys(failureWordsEn).toSorted()).toEqual(codes);
});
