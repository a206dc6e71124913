import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toInstant, toLocal } from './local-time.ts';

const paris = (local: string, fold?: 'earlier' | 'later') =>
  toInstant({ local, timeZone: 'Europe/Paris', ...(fold === undefined ? {} : { fold }) });
const iso = (result: ReturnType<typeof toInstant>): string =>
  result.ok ? result.value.toISOString() : result.failure.code;

test.each([
  ['2026-10-12T09:00', '2026-10-12T07:00:00.000Z'],
  ['2026-10-30T17:00', '2026-10-30T16:00:00.000Z'],
  ['2027-03-15T09:00', '2027-03-15T08:00:00.000Z'],
  ['2027-04-02T17:00', '2027-04-02T15:00:00.000Z'],
])('[TI1] %s in Paris is %s', (local, instant) => {
  expect(iso(paris(local))).toBe(instant);
});

test('[TI1] a challenge over the end of summer time lasts 441 hours, one over its beginning 439', () => {
  const hours = (from: string, to: string): number =>
    (Date.parse(iso(paris(to))) - Date.parse(iso(paris(from)))) / 3_600_000;
  expect(hours('2026-10-12T09:00', '2026-10-30T17:00')).toBe(441);
  expect(hours('2027-03-15T09:00', '2027-04-02T17:00')).toBe(439);
});

test('[TI2] [S23] 28 March 2027 at 2:30 does not exist in Paris', () => {
  expect(paris('2027-03-28T02:30', 'later')).toEqual({
    ok: false,
    failure: { code: 'impossible-hour', local: '2027-03-28T02:30', timeZone: 'Europe/Paris' },
  });
  expect(iso(paris('2027-03-28T01:59'))).toBe('2027-03-28T00:59:00.000Z');
  expect(iso(paris('2027-03-28T03:00'))).toBe('2027-03-28T01:00:00.000Z');
});

test.each(['2026-02-29T10:00', '2026-13-01T10:00', '2026-10-12T24:01', '2026-10-12T10:60', 'soon'])(
  '[TI2] %s is in no calendar',
  (local) => {
    expect(iso(paris(local))).toBe('impossible-hour');
  },
);

test('[TI2] a day that a place skipped, or a zone that nobody knows, has no hour', () => {
  expect(iso(toInstant({ local: '2011-12-30T12:00', timeZone: 'Pacific/Apia' }))).toBe('impossible-hour');
  expect(iso(toInstant({ local: '2026-10-12T09:00', timeZone: 'Europe/Cergy' }))).toBe('impossible-hour');
});

test('[TI3] [S23] 25 October 2026 at 2:30 comes twice in Paris until it is said which', () => {
  expect(paris('2026-10-25T02:30')).toEqual({
    ok: false,
    failure: { code: 'ambiguous-hour', local: '2026-10-25T02:30', timeZone: 'Europe/Paris' },
  });
  expect(iso(paris('2026-10-25T02:30', 'earlier'))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(paris('2026-10-25T02:30', 'later'))).toBe('2026-10-25T01:30:00.000Z');
});

test('[TI3] saying which changes nothing for an hour that comes once', () => {
  expect(iso(paris('2026-10-30T17:00', 'later'))).toBe('2026-10-30T16:00:00.000Z');
});

const zones = [
  'Europe/Paris',
  'America/Cayenne',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Australia/Lord_Howe',
  'UTC',
];

test('[TI4] from an instant to the wall and back gives the same minute in any zone', () => {
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2099, 11) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, timeZone) => {
      const instant = new Date(minute * 60_000);
      const local = toLocal(instant, timeZone);
      const readings = (['earlier', 'later'] as const).map((fold) =>
        iso(toInstant({ local, timeZone, fold })),
      );
      expect(readings).toContain(instant.toISOString());
    }),
  );
});

test('[TI4] a reading that exists shows the very hour that was asked', () => {
  const field = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
  const locals = fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), field(13), field(32), field(24), field(60))
    .map(([year, month, day, hour, minute]) => `${year}-${month}-${day}T${hour}:${minute}`);
  fc.assert(
    fc.property(locals, fc.constantFrom(...zones), (local, timeZone) => {
      const read = toInstant({ local, timeZone, fold: 'earlier' });
      if (read.ok) expect(toLocal(read.value, timeZone)).toBe(local);
    }),
  );
});
