import { expect, test } from 'vitest';
import { enFormats as en, frFormats as fr } from './formats.ts';

const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const idea = { one: 'idée', many: 'd’idées', other: 'idées' };

test('a deadline says its day, its hour and whose hour it is', () => {
  const closing = { instant: '2026-10-30T16:00:00.000Z', timeZone: 'Europe/Paris' };
  expect(spaced(fr.moment(closing))).toBe('vendredi 30 octobre 2026, 17 h 00 (heure de Paris)');
  expect(en.moment(closing)).toBe('Friday 30 October 2026, 17:00 (Paris time)');
  expect(fr.moment(closing)).not.toMatch(/17 h/);
});

test('another place keeps its own hour and name', () => {
  const closing = { instant: '2026-10-30T16:00:00.000Z', timeZone: 'America/Cayenne' };
  expect(spaced(fr.moment(closing))).toBe('vendredi 30 octobre 2026, 13 h 00 (heure de Cayenne)');
});

test('the first of a month is « 1er », the eleventh and the year are not', () => {
  expect(spaced(fr.day('2026-05-01'))).toBe('vendredi 1er mai 2026');
  expect(spaced(fr.day('2026-05-11'))).toBe('lundi 11 mai 2026');
});

test('a calendar date is the same day everywhere', () => {
  expect(spaced(fr.day('2026-10-30', 'Pacific/Auckland'))).toBe('vendredi 30 octobre 2026');
});

test('French counts zero and one alike, and says « de » from a million on', () => {
  expect([0, 1, 2, 1_000_000].map((n) => spaced(fr.counted(n, idea)))).toEqual([
    '0 idée',
    '1 idée',
    '2 idées',
    '1 000 000 d’idées',
  ]);
  expect(en.plural(0, { one: 'idea', other: 'ideas' })).toBe('ideas');
});

test('a relative day follows the calendar of the place, not 24 hours', () => {
  const evening = '2026-10-27T22:30:00.000Z';
  expect(fr.relativeDay('2026-10-27T23:30:00.000Z', evening)).toBe('demain');
  expect(fr.relativeDay('2026-10-27T21:30:00.000Z', evening)).toBe('aujourd’hui');
  expect(spaced(fr.relativeDay('2026-10-24T10:00:00.000Z', evening))).toBe('il y a 3 jours');
});

test('across the change to winter time, the next day is still the next day', () => {
  expect(fr.relativeDay('2026-10-25T22:30:00.000Z', '2026-10-24T22:30:00.000Z')).toBe('aujourd’hui');
  expect(fr.relativeDay('2026-10-25T23:30:00.000Z', '2026-10-24T22:30:00.000Z')).toBe('demain');
});

test('what is left is said in its largest unit and never as nothing', () => {
  const now = Date.parse('2026-10-27T15:00:00.000Z');
  const after = (minutes: number): string => spaced(fr.remaining(now + minutes * 60_000, now));
  expect([after(3 * 1440), after(1500), after(150), after(90), after(0.2)]).toEqual([
    '3 jours',
    '25 heures',
    '2 heures',
    '90 minutes',
    '1 minute',
  ]);
});

test('a number and its noun stay on one line, in both languages', () => {
  const closing = '2026-10-30T16:00:00.000Z';
  expect(en.remaining(closing, '2026-10-21T08:00:00.000Z')).toBe('9\u00a0days');
  expect(en.counted(3, { one: 'idea', other: 'ideas' })).toBe('3\u00a0ideas');
  for (const said of [fr.remaining(closing, '2026-10-21T08:00:00.000Z'), fr.counted(3, idea)])
    expect(said).not.toContain(' ');
});
