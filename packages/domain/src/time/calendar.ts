/** Calendar dates of a place: days are counted on the calendar, never in milliseconds. */
import { DAY, readingsOf, toLocal } from './local-time.ts';

/** The zone of the houses this product is for. */
export const PARIS = 'Europe/Paris';

/** `YYYY-MM-DD`; compares as text. */
export type CalendarDate = string;

export function calendarDay(instant: Date, timeZone: string): CalendarDate {
  return toLocal(instant, timeZone).slice(0, 10);
}

const noonOf = (day: CalendarDate): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (epoch: number): CalendarDate => new Date(epoch).toISOString().slice(0, 10);

export function addDays(day: CalendarDate, count: number): CalendarDate {
  return dayOf(noonOf(day) + count * DAY);
}

/** How many dates lie between two: positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((noonOf(to) - noonOf(from)) / DAY);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekday(day: CalendarDate): number {
  return new Date(noonOf(day)).getUTCDay();
}

/** The instant of an hour of that day; where the hour does not exist, the first minute after the gap. */
export function instantAt(day: CalendarDate, hour: string, timeZone: string): Date {
  for (let minutes = 0; minutes <= 24 * 60; minutes += 1) {
    const local = new Date(Date.parse(`${day}T${hour}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
    const [first] = readingsOf(local, timeZone);
    if (first !== undefined) return first;
  }
  throw new Error(`no hour after ${day} ${hour} in ${timeZone}`);
}

/** The last second of that day. */
export function endOfDay(day: CalendarDate, timeZone: string): Date {
  return new Date(instantAt(addDays(day, 1), '00:00', timeZone).getTime() - 1_000);
}

export interface Term {
  /** The last day. */
  readonly dueOn: CalendarDate;
  /** Its last second. */
  readonly dueAt: Date;
}

/** Ninety calendar dates after the date of adoption; not three months, which vary from 89 to 92 days. */
export function ninetyDaysAfter(adoptedAt: Date, timeZone: string): Term {
  const dueOn = addDays(calendarDay(adoptedAt, timeZone), 90);
  return { dueOn, dueAt: endOfDay(dueOn, timeZone) };
}

/** Late from the first instant of the day after, not before. */
export function isPast(dueOn: CalendarDate, now: Date, timeZone: string): boolean {
  return calendarDay(now, timeZone) > dueOn;
}
