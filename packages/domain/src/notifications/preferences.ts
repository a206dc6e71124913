/** How often a kind of notice is mailed to a person: as she prefers, where it is not about her own ideas and acts. */
import type { MailPreferences, MailRhythm, MailTopic, NoticeKind } from '@butinerie/contracts';
import { addDays, calendarDay, instantAt, weekday } from '../time/calendar.ts';
import { isWorkingDay } from '../time/working-days.ts';
import { GOES_TO_MAIL, MORNING } from './sending.ts';

export const TOPIC_OF: Readonly<Partial<Record<NoticeKind, MailTopic>>> = {
  'idea-rebounded': 'conversation',
  'change-suggested': 'conversation',
  'idea-commented': 'conversation',
  'comment-answered': 'conversation',
  mentioned: 'conversation',
  thanked: 'conversation',
  'idea-welcomed': 'conversation',
  'note-commented': 'conversation',
  'note-thanked': 'conversation',
  'practice-taken-up': 'conversation',
  'followed-idea': 'followed',
  'followed-note': 'followed',
  'challenge-opened': 'followed',
  'closing-soon': 'reminders',
  'carrier-reminded': 'reminders',
};

export const PREFERRED_UNLESS_SAID: MailPreferences = {
  conversation: 'daily',
  followed: 'daily',
  reminders: 'daily',
  receipts: 'daily',
};
/** What the link in a mail's header does with one click. */
export const UNSUBSCRIBED: MailPreferences = {
  conversation: 'never',
  followed: 'never',
  reminders: 'never',
  receipts: 'never',
};

export function mailRhythmOf(kind: NoticeKind, preferences: MailPreferences): MailRhythm {
  if (!GOES_TO_MAIL[kind]) return 'never';
  const topic = TOPIC_OF[kind];
  return topic === undefined ? 'daily' : preferences[topic];
}

const MONDAY = 1;
/** Late in the day, so that its news leaves first and takes the receipts along: both fit into the one mail of the day. */
const AFTERNOON = '17:30';

/** When receipts given now leave at the latest, unless a mail of news goes before. */
export function nextReceiptsMail(now: Date, timeZone: string): Date {
  for (let day = calendarDay(now, timeZone); ; day = addDays(day, 1)) {
    const afternoon = instantAt(day, AFTERNOON, timeZone);
    if (afternoon > now && isWorkingDay(day)) return afternoon;
  }
}

/** The next Monday morning, today's while it is ahead. */
export function nextWeeklyMail(now: Date, timeZone: string): Date {
  for (let day = calendarDay(now, timeZone); ; day = addDays(day, 1)) {
    const morning = instantAt(day, MORNING, timeZone);
    if (weekday(day) === MONDAY && morning > now) return morning;
  }
}
