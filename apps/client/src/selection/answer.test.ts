import { mintId, type Selection, type SelectionEntry } from '@butinerie/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { readKept, writeKept } from '../platform/kept.ts';
import {
  isOvertaken,
  keyOf,
  problemsOf,
  recallAnswer,
  storable,
  unsaved,
  type KeptAnswer,
} from './kept-answer.ts';
import { nextToAnswer } from './progress.ts';

const entry = (change: Partial<SelectionEntry> = {}): SelectionEntry => ({
  idea: mintId('idea'),
  title: 'Un banc',
  text: '',
  theme: null,
  answers: [],
  credits: { originators: [], coauthors: [], rebounders: [], carrier: null },
  rebounds: 0,
  supports: 0,
  answer: null,
  linked: false,
  ...change,
});
const answered = (at: string): SelectionEntry['answer'] => ({
  outcome: 'selected',
  motive: null,
  reason: '…',
  by: { id: mintId('person'), name: 'Malo', directorate: null },
  at,
});

describe('what is still to say before an answer can be saved', () => {
  const eighty = 'a'.repeat(80);
  test('an outcome first, then a reason of eighty signs that are not spaces', () => {
    expect(problemsOf({ outcome: null, motive: null, reason: eighty })).toEqual(['outcome']);
    expect(problemsOf({ outcome: 'selected', motive: null, reason: 'a'.repeat(79) })).toEqual(['reason']);
    expect(problemsOf({ outcome: 'selected', motive: null, reason: `${'a'.repeat(79)}     ` })).toEqual([
      'reason',
    ]);
    expect(problemsOf({ outcome: 'selected', motive: null, reason: eighty })).toEqual([]);
  });

  test('a sign is what people see: an emoji counts once', () => {
    expect(problemsOf({ outcome: 'selected', motive: null, reason: '🐝'.repeat(79) })).toEqual(['reason']);
    expect(problemsOf({ outcome: 'selected', motive: null, reason: '🐝'.repeat(80) })).toEqual([]);
  });

  test('a motive, for an idea that is not selected and for no other', () => {
    expect(problemsOf({ outcome: 'not_selected', motive: null, reason: 'court' })).toEqual([
      'motive',
      'reason',
    ]);
    expect(problemsOf({ outcome: 'out_of_scope', motive: null, reason: eighty })).toEqual([]);
  });
});

describe('an answer that is being typed', () => {
  const idea = entry();
  const typed: KeptAnswer = { outcome: null, motive: null, reason: 'Parce que', over: '' };
  const key = keyOf('p_1', idea.idea);
  beforeEach(() => localStorage.clear());

  test('is found again after a reload, chosen outcome or not', () => {
    writeKept(key, storable(typed));
    expect(readKept(key, recallAnswer)).toEqual(typed);
    const chosen: KeptAnswer = { ...typed, outcome: 'not_selected', motive: 'cost' };
    writeKept(key, storable(chosen));
    expect(readKept(key, recallAnswer)).toEqual(chosen);
  });

  test('belongs to whoever types it, on a device that several people use', () => {
    writeKept(key, storable(typed));
    expect(readKept(keyOf('p_2', idea.idea), recallAnswer)).toBeNull();
  });

  test('is not brought back from what another version kept', () => {
    localStorage.setItem(key, '{"reason":"Parce que"}');
    expect(readKept(key, recallAnswer)).toBeNull();
    localStorage.setItem(key, '{"rea');
    expect(readKept(key, recallAnswer)).toBeNull();
  });

  test('is overtaken by an answer that somebody else saved, and by nothing else', () => {
    const at = '2026-11-02T09:00:00.000Z';
    expect(isOvertaken(typed, idea)).toBe(false);
    expect(isOvertaken(typed, entry({ answer: answered(at) }))).toBe(true);
    expect(isOvertaken({ ...typed, over: at }, entry({ answer: answered(at) }))).toBe(false);
    expect(isOvertaken(null, entry({ answer: answered(at) }))).toBe(false);
  });
});

test('an answer whose receipt was lost on the way is no draft any more, and overtakes nobody', () => {
  const saved = entry({ answer: { ...answered('2026-11-02T09:00:00.000Z')!, reason: 'Parce que' } });
  const typed: KeptAnswer = { outcome: 'selected', motive: 'cost', reason: 'Parce que ', over: '' };
  expect(unsaved(typed, saved)).toBeNull();
  expect(unsaved({ ...typed, reason: 'Parce que non' }, saved)).not.toBeNull();
});

test('the next idea is the next one without an answer, round the list, past those one has a link with', () => {
  const [a, b, c, d] = [
    entry(),
    entry({ linked: true }),
    entry({ answer: answered('2026-11-02T09:00:00.000Z') }),
    entry(),
  ];
  const board = { entries: [a, b, c, d], missing: [a.idea, b.idea, d.idea] } as unknown as Selection;
  expect(nextToAnswer(board, a.idea)).toBe(d);
  expect(nextToAnswer(board, d.idea)).toBe(a);
  expect(nextToAnswer({ ...board, missing: [a.idea, b.idea] }, a.idea)).toBeNull();
});
