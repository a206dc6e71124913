/** Working days of metropolitan France: Monday to Friday, public holidays excepted (Code du travail, L3133-1). */
import { addDays, weekday, type CalendarDate } from './calendar.ts';

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return dateOf(year, month, day);
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The eleven public holidays of a year, in order. */
export function publicHolidays(year: number): readonly CalendarDate[] {
  const easter = easterSunday(year);
  return [
    dateOf(year, 1, 1),
    addDays(easter, 1),
    dateOf(year, 5, 1),
    dateOf(year, 5, 8),
    addDays(easter, 39),
    addDays(easter, 50),
    dateOf(year, 7, 14),
    dateOf(year, 8, 15),
    dateOf(year, 11, 1),
    dateOf(year, 11, 11),
    dateOf(year, 12, 25),
  ].toSorted();
}

export function isWorkingDay(day: CalendarDate): boolean {
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !publicHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The first working day after this one. */
export function nextWorkingDay(day: CalendarDate): CalendarDate {
  return addWorkingDays(day, 1);
}

/** The day itself is not counted; a negative count goes back. */
export function addWorkingDays(day: CalendarDate, count: number): CalendarDate {
  const step = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Working days after that day, up to and with the other. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
