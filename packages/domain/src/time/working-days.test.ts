import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import {
  addWorkingDays,
  easterSunday,
  isWorkingDay,
  nextWorkingDay,
  publicHolidays,
} from './working-days.ts';

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('[TI6] Easter of %i falls on %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('[TI6] the eleven public holidays of 2027', () => {
  expect(publicHolidays(2027)).toEqual([
    '2027-01-01',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-08',
    '2027-05-17',
    '2027-07-14',
    '2027-08-15',
    '2027-11-01',
    '2027-11-11',
    '2027-12-25',
  ]);
});

test('[TI7] week-ends and holidays are no working days', () => {
  expect(['2026-11-10', '2026-11-11', '2026-11-14', '2026-11-15'].map(isWorkingDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(nextWorkingDay('2026-12-24')).toBe('2026-12-28');
});

test('[TI7] fifteen working days step over a holiday and week-ends, forwards and back', () => {
  expect(addWorkingDays('2026-11-06', 15)).toBe('2026-11-30');
  expect(addWorkingDays('2026-11-30', -15)).toBe('2026-11-06');
  expect(addWorkingDays('2026-11-14', 0)).toBe('2026-11-14');
});

test('[TI7] working days added are exactly the working days passed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const from = addDays('2020-01-01', offset);
      const to = addWorkingDays(from, count);
      expect(isWorkingDay(to)).toBe(true);
      let passed = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) passed += isWorkingDay(day) ? 1 : 0;
      expect(passed).toBe(count);
    }),
  );
});
