/** Days of a challenge as hours on the wall in Paris: J1 is the Monday it opens. */
import type { LocalTime } from '@butinerie/contracts';
import { addDays, calendarDay, instantAt, PARIS, weekday, type CalendarDate } from '@butinerie/domain';

/** The instant of an hour on the n-th day; 1 is `monday`. */
export function onDay(monday: CalendarDate, day: number, hour: string): Date {
  return instantAt(addDays(monday, day - 1), hour, PARIS);
}

export function wallTime(monday: CalendarDate, day: number, hour: string): LocalTime {
  return { local: `${addDays(monday, day - 1)}T${hour}`, timeZone: PARIS };
}

/** The Monday of the week that lies this many days back. */
export function mondayBefore(now: Date, days: number): CalendarDate {
  const day = addDays(calendarDay(now, PARIS), -days);
  return addDays(day, -((weekday(day) + 6) % 7));
}

/** A moment between two days, in working hours: `part` from 0 to 1 of the way. Weekends are skipped. */
export function workingMoment(
  monday: CalendarDate,
  { from, to }: { from: number; to: number },
  part: number,
): Date {
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((day) => {
    const name = weekday(addDays(monday, day - 1));
    return name !== 0 && name !== 6;
  });
  const place = Math.min(part, 0.999) * days.length;
  const day = days[Math.floor(place)] ?? from;
  // From half past nine to half past four.
  const minutes = 9 * 60 + 30 + Math.floor((place % 1) * 7 * 60);
  const two = (count: number): string => String(count).padStart(2, '0');
  return onDay(monday, day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
}
