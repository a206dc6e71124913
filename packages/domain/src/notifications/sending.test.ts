import { NOTICE_KINDS } from '@butinerie/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDay, PARIS } from '../time/calendar.ts';
import { toLocal } from '../time/local-time.ts';
import { isWorkingDay } from '../time/working-days.ts';
import { mailRhythmOf, nextReceiptsMail, nextWeeklyMail, TOPIC_OF } from './preferences.ts';
import { GOES_TO_MAIL, nextSendingTime, type SendingRules } from './sending.ts';

const rules: SendingRules = { purpose: 'notices', sentAt: [], closingDays: [], timeZone: PARIS };
const next = (now: string, changed: Partial<SendingRules> = {}): string =>
  toLocal(nextSendingTime(new Date(now), { ...rules, ...changed }), PARIS);

test('[NO1] what the person asked for leaves at once, at night and after another mail', () => {
  const night = new Date('2026-11-14T23:10:00Z');
  const sent = { ...rules, purpose: 'requested' as const, sentAt: [night] };
  expect(nextSendingTime(night, sent)).toBe(night);
});

test('[NO2] the second mail of a day waits for the next working morning', () => {
  const sentAt = [new Date('2026-11-13T09:00:00Z')];
  expect(next('2026-11-13T10:00:00Z', { sentAt })).toBe('2026-11-16T07:30');
  expect(next('2026-11-16T10:00:00Z', { sentAt })).toBe('2026-11-16T11:00');
});

test('[NO2] the day is that of Paris', () => {
  // 23:30 UTC on the 16th is half past midnight on the 17th in Paris, a closing day.
  const sentAt = [new Date('2026-11-16T23:30:00Z')];
  expect(next('2026-11-17T10:00:00Z', { sentAt, closingDays: ['2026-11-17'] })).toBe('2026-11-18T07:30');
});

test.each([
  ['2026-11-13T06:29:59Z', '2026-11-13T07:30'],
  ['2026-11-13T12:00:00Z', '2026-11-13T13:00'],
  ['2026-11-12T18:00:00Z', '2026-11-13T07:30'],
  ['2026-11-13T18:00:00Z', '2026-11-16T07:30'],
  ['2026-11-14T10:00:00Z', '2026-11-16T07:30'],
  ['2026-11-11T10:00:00Z', '2026-11-12T07:30'],
])('[NO3] what is ready at %s leaves at %s', (now, leaves) => {
  expect(next(now)).toBe(leaves);
});

test('[NO3] on a closing day mails leave at any hour', () => {
  expect(next('2026-10-30T20:00:00Z', { closingDays: ['2026-10-30'] })).toBe('2026-10-30T21:00');
  expect(next('2026-10-31T09:00:00Z', { closingDays: ['2026-10-31'] })).toBe('2026-10-31T10:00');
  expect(next('2026-10-30T20:00:00Z', { closingDays: ['2026-11-01'] })).toBe('2026-11-01T00:00');
});

test('[NO4] an invitation keeps to the hours and not to the count', () => {
  const invitation = { purpose: 'invitation' as const, sentAt: [new Date('2026-11-13T09:00:00Z')] };
  expect(next('2026-11-13T10:00:00Z', invitation)).toBe('2026-11-13T11:00');
  expect(next('2026-11-13T20:00:00Z', invitation)).toBe('2026-11-16T07:30');
});

test('[NO2] [NO3] whatever the moment, it leaves once, in the hours, on another day than the last one', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 0) / 1_000, max: Date.UTC(2028, 0) / 1_000 });
  fc.assert(
    fc.property(instants, fc.option(fc.integer({ min: -3 * 86_400, max: 3_600 })), (second, last) => {
      const now = new Date(second * 1_000);
      const lastSentAt = last === null ? null : new Date((second + last) * 1_000);
      const sentAt = lastSentAt === null ? [] : [lastSentAt];
      const at = nextSendingTime(now, { ...rules, sentAt });
      const local = toLocal(at, PARIS);
      expect(at >= now).toBe(true);
      expect(isWorkingDay(local.slice(0, 10))).toBe(true);
      expect(local.slice(11) >= '07:30' && local.slice(11) < '19:00').toBe(true);
      if (lastSentAt !== null) expect(local.slice(0, 10)).not.toBe(calendarDay(lastSentAt, PARIS));
      expect(nextSendingTime(at, { ...rules, sentAt })).toEqual(at);
    }),
  );
});

test('[NO5] what stays in the inbox, and nothing else', () => {
  expect(NOTICE_KINDS.filter((kind) => !GOES_TO_MAIL[kind])).toEqual([
    'invited',
    'report-answered',
    'rebound-declined',
    'suggestion-declined',
    'coauthor-declined',
    'note-declined',
  ]);
});

test('[NO6] after five mails in seven days the sixth waits until one of them is a week old', () => {
  // Monday to Friday; the Saturday and the Sunday are closing days, on which mails may leave.
  const sentAt = [9, 10, 12, 13, 14].map(
    (day) => new Date(`2026-11-${String(day).padStart(2, '0')}T09:00:00Z`),
  );
  const closingDays = ['2026-11-14', '2026-11-15'];
  expect(next('2026-11-15T10:00:00Z', { sentAt, closingDays })).toBe('2026-11-16T07:30');
  expect(next('2026-11-15T10:00:00Z', { sentAt: sentAt.slice(1), closingDays })).toBe('2026-11-15T11:00');
});

test('[NO6] whatever the days, no seven of them hold more than five mails', () => {
  const everyDay = Array.from({ length: 40 }, (_, index) => addDays('2026-11-01', index));
  const sentAt: Date[] = [];
  let now = new Date('2026-11-01T08:00:00Z');
  while (sentAt.length < 20) {
    now = nextSendingTime(now, { ...rules, sentAt, closingDays: everyDay });
    sentAt.push(now);
  }
  const days = sentAt.map((at) => calendarDay(at, PARIS));
  for (const day of days)
    expect(days.filter((other) => other >= day && other < addDays(day, 7)).length).toBeLessThanOrEqual(5);
  expect(new Set(days).size).toBe(20);
});

test('[NO7] what concerns her own ideas and acts is mailed daily; the three topics as she prefers', () => {
  const never = { conversation: 'never', followed: 'never', reminders: 'never', receipts: 'never' } as const;
  for (const kind of NOTICE_KINDS) {
    const topic = TOPIC_OF[kind];
    expect(mailRhythmOf(kind, never)).toBe(topic === undefined && GOES_TO_MAIL[kind] ? 'daily' : 'never');
  }
  expect(mailRhythmOf('idea-rebounded', { ...never, conversation: 'weekly' })).toBe('weekly');
  for (const kind of ['idea-answered', 'idea-hidden', 'idea-sealed', 'challenge-cancelled'] as const)
    expect(mailRhythmOf(kind, never)).toBe('daily');
});

test('[NO7] the weekly mail is that of Monday morning', () => {
  const from = (now: string): string => toLocal(nextWeeklyMail(new Date(now), PARIS), PARIS);
  expect(from('2026-11-13T10:00:00Z')).toBe('2026-11-16T07:30');
  expect(from('2026-11-16T06:00:00Z')).toBe('2026-11-16T07:30');
  expect(from('2026-11-16T10:00:00Z')).toBe('2026-11-23T07:30');
});

test('[NO11] receipts leave in the afternoon of a working day, today while that is ahead', () => {
  const due = (now: string) => nextReceiptsMail(new Date(now), PARIS).toISOString();
  expect(due('2026-10-06T08:00:00Z')).toBe('2026-10-06T15:30:00.000Z');
  expect(due('2026-10-06T15:30:00Z')).toBe('2026-10-07T15:30:00.000Z');
  // After a Friday afternoon, Monday; Armistice day is no working day, and the clocks have changed.
  expect(due('2026-10-09T16:00:00Z')).toBe('2026-10-12T15:30:00.000Z');
  expect(due('2026-11-10T18:00:00Z')).toBe('2026-11-12T16:30:00.000Z');
});
