import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  calendarDay,
  daysBetween,
  endOfDay,
  instantAt,
  isPast,
  ninetyDaysAfter,
  PARIS,
} from './calendar.ts';

test('[TI5] the day is the one of the place, not of the server', () => {
  const instant = new Date('2026-10-30T23:30:00Z');
  expect(calendarDay(instant, PARIS)).toBe('2026-10-31');
  expect(calendarDay(instant, 'America/Cayenne')).toBe('2026-10-30');
});

test('[TI5] the day of 25 hours and the day of 23 hours are one day each', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  const hours = (day: string): number =>
    (instantAt(addDays(day, 1), '00:00', PARIS).getTime() - instantAt(day, '00:00', PARIS).getTime()) /
    3_600_000;
  expect(['2026-10-25', '2027-03-28', '2026-10-26'].map(hours)).toEqual([25, 23, 24]);
});

test('[TI5] days added and counted agree', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (date, count) => {
      const day = date.toISOString().slice(0, 10);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

test('[TI5] where midnight is skipped the day begins with its first hour', () => {
  expect(instantAt('2026-04-24', '00:00', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
});

test.each([
  ['2027-01-15T10:00:00Z', '2027-04-15', '2027-04-15T21:59:59.000Z'],
  ['2026-11-16T10:00:00Z', '2027-02-14', '2027-02-14T22:59:59.000Z'],
  // Eleven at night in Paris is still that day; half past midnight is the next.
  ['2027-01-15T22:00:00Z', '2027-04-15', '2027-04-15T21:59:59.000Z'],
  ['2027-01-15T23:30:00Z', '2027-04-16', '2027-04-16T21:59:59.000Z'],
])('[TI8] adopted at %s, due on %s until %s', (adoptedAt, dueOn, dueAt) => {
  const term = ninetyDaysAfter(new Date(adoptedAt), PARIS);
  expect({ dueOn: term.dueOn, dueAt: term.dueAt.toISOString() }).toEqual({ dueOn, dueAt });
  expect(endOfDay(dueOn, PARIS)).toEqual(term.dueAt);
});

test('[TI8] late begins with the first instant of the day after', () => {
  expect(isPast('2027-04-15', new Date('2027-04-15T21:59:59.999Z'), PARIS)).toBe(false);
  expect(isPast('2027-04-15', new Date('2027-04-15T22:00:00.000Z'), PARIS)).toBe(true);
});
