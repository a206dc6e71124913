import { expect, test } from 'vitest';
import { closingReminderDue, nextClosingReminder } from './closing-reminders.ts';

const closesAt = new Date('2026-10-30T16:00:00Z');
const due = (now: string, sent: readonly number[] = []) =>
  closingReminderDue({ closesAt, sent }, new Date(now));

test.each([
  ['2026-10-27T15:59:59Z', null],
  ['2026-10-27T16:00:00Z', 72],
  ['2026-10-29T16:00:00Z', 24],
  ['2026-10-30T14:00:00Z', 2],
  ['2026-10-30T16:00:00Z', null],
])('[NO10] at %s the reminder to send is that of %s hours before', (now, hours) => {
  expect(due(now)).toBe(hours);
});

test('[NO10] each is sent once, and a late one does not bring back those before it', () => {
  expect(due('2026-10-27T18:00:00Z', [72])).toBeNull();
  expect(due('2026-10-30T15:00:00Z', [72])).toBe(2);
  expect(due('2026-10-30T15:00:00Z', [2])).toBeNull();
});

test('[NO10] the next one is known, until none is left', () => {
  expect(nextClosingReminder(closesAt, new Date('2026-10-27T16:00:00Z'))).toEqual(
    new Date('2026-10-29T16:00:00Z'),
  );
  expect(nextClosingReminder(closesAt, new Date('2026-10-30T14:00:00Z'))).toBeNull();
});
