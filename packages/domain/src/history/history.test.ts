import { PHASES } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { asked, author, coauthor, codeOf, colleague } from '../testing/cast.ts';
import { published } from '../testing/ideas.ts';
import { historyFrom, lostMuch, restoreText } from './restore-text.ts';
import { versionsOf, type WrittenRow } from './versions.ts';

const row = (seq: number, at: string, more: Partial<WrittenRow> = {}): WrittenRow => ({
  seq,
  at: new Date(at),
  person: author,
  restores: false,
  ...more,
});
const versions = (
  rows: readonly WrittenRow[],
  removals: readonly number[] = [],
  publishedAt: Date | null = null,
) => versionsOf(rows, { timeZone: 'Europe/Paris', publishedAt, removals: new Set(removals) });

describe('versions', () => {
  const rows = [
    row(1, '2026-10-12T08:00:00Z'),
    row(2, '2026-10-12T21:59:59Z', { person: coauthor }),
    row(3, '2026-10-12T22:00:00Z'),
    row(4, '2026-10-13T09:00:00Z', { person: coauthor }),
    row(5, '2026-10-13T10:00:00Z', { restores: true }),
    row(6, '2026-10-13T11:00:00Z', { person: null }),
  ];

  test('[HS1] are the ends of days, by the clock of the house, and what stood before something was put back', () => {
    expect(versions(rows)).toEqual([
      { version: 2, day: '2026-10-12', people: [author, coauthor], restored: false, endedBy: 'day' },
      { version: 4, day: '2026-10-13', people: [author, coauthor], restored: false, endedBy: 'restoring' },
      { version: 6, day: '2026-10-13', people: [author], restored: true, endedBy: 'now' },
    ]);
  });

  test('[HS1] are cut before a large removal, and tell of no hour', () => {
    const found = versions(rows, [4]);
    expect(found.map(({ version, endedBy }) => [version, endedBy])).toEqual([
      [2, 'day'],
      [3, 'removal'],
      [4, 'restoring'],
      [6, 'now'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/\d\d:\d\d/);
    expect(versions([])).toEqual([]);
  });

  test('[HS1] what was published is one, whatever was written on the same day', () => {
    const found = versions(rows, [], new Date('2026-10-12T09:00:00Z'));
    expect(found.map(({ version, endedBy }) => [version, endedBy])).toEqual([
      [1, 'publication'],
      [2, 'day'],
      [4, 'restoring'],
      [6, 'now'],
    ]);
  });
});

test('[HS2] what stood before publication is read by originators, what came after by whoever writes or moderates', () => {
  const publishedAt = new Date('2026-10-13T08:00:00Z');
  const idea = { ...published, publishedAt };
  expect(historyFrom(idea, { person: author, moderates: false })).toEqual(new Date(0));
  expect(historyFrom(idea, { person: coauthor, moderates: false })).toEqual(publishedAt);
  expect(historyFrom(idea, { person: colleague, moderates: true })).toEqual(publishedAt);
  expect(historyFrom(idea, { person: colleague, moderates: false })).toBeNull();
  expect(historyFrom({ ...idea, publishedAt: null }, { person: coauthor, moderates: true })).toBeNull();
});

test('[HS3] whoever writes puts back, while the text is written; the others hear of it', () => {
  const open = PHASES.filter((phase) => restoreText(published, asked(phase, coauthor)).ok);
  expect(open).toEqual(['ideation', 'rebound']);
  expect(restoreText(published, asked('ideation', coauthor))).toMatchObject({ value: { tell: [author] } });
  expect(codeOf(restoreText(published, asked('ideation', colleague)))).toBe('not-allowed');
  expect(codeOf(restoreText(published, asked('paused', author)))).toBe('challenge-phase');
  expect(codeOf(restoreText({ ...published, state: 'draft' }, asked('ideation', author)))).toBe('idea-state');
});

test.each([
  [300, 200, true],
  [300, 201, false],
  [90, 31, false],
  [90, 30, true],
  [2_000, 1_900, false],
  [100, 400, false],
])('[HS7] of %i characters %i are left: much is gone: %s', (longest, length, much) => {
  expect(lostMuch(longest, length)).toBe(much);
});
