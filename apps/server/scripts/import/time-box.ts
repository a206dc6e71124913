/** The dates an import gets: three weeks as the product counts them, from the day given or from now. */
import type { TimeBox } from '@butinerie/contracts';
import { addDays, calendarDay, PARIS, toLocal, weekday, type CalendarDate } from '@butinerie/domain';

/** Ideas until the second Friday, rebounds until the third, the decision two weeks later; always at 17:00. */
export function timeBoxFrom(now: Date, opensOn?: CalendarDate): TimeBox {
  const day = opensOn ?? calendarDay(now, PARIS);
  const monday = addDays(day, WEEKDAY_TO_MONDAY[weekday(day)] ?? 0);
  const at = (local: string) => ({ local, timeZone: PARIS });
  const friday = (count: number) => at(`${addDays(monday, count)}T17:00`);
  return {
    opensAt: at(opensOn === undefined ? toLocal(now, PARIS).slice(0, 16) : `${opensOn}T09:00`),
    ideasUntil: friday(11),
    closesAt: friday(18),
    decisionDueAt: friday(32),
  };
}

/** From Sunday and Saturday forward to the Monday that comes, from a working day back to its Monday. */
const WEEKDAY_TO_MONDAY: Readonly<Record<number, number>> = { 0: 1, 1: 0, 2: -1, 3: -2, 4: -3, 5: -4, 6: 2 };
