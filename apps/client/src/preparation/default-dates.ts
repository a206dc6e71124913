/**
 * The dates proposed for a new challenge: three working weeks that begin on a Monday morning and close on a Friday
 * afternoon, with a week between the last new idea and the closing, so that it too can receive rebounds.
 */
import {
  addDays,
  calendarDay,
  isWorkingDay,
  nextWorkingDay,
  weekday,
  type TimeBoxField,
} from '@butinerie/domain';

/** What is announced at least this many days ahead can be read before it opens. */
const AHEAD = 5;
const MONDAY = 1;
/** Days after the opening Monday: Friday of the second week, of the third, and of the fifth for the answers. */
const IDEAS_UNTIL = 11;
const CLOSES = 18;
const DECISION = 32;

export function defaultDates(now: Date, timeZone: string): Record<TimeBoxField, string> {
  let monday = addDays(calendarDay(now, timeZone), AHEAD);
  while (weekday(monday) !== MONDAY) monday = addDays(monday, 1);
  while (![0, IDEAS_UNTIL, CLOSES].every((day) => isWorkingDay(addDays(monday, day))))
    monday = addDays(monday, 7);
  const decision = addDays(monday, DECISION);
  return {
    opensAt: `${monday}T09:00`,
    ideasUntil: `${addDays(monday, IDEAS_UNTIL)}T17:00`,
    closesAt: `${addDays(monday, CLOSES)}T17:00`,
    decisionDueAt: `${isWorkingDay(decision) ? decision : nextWorkingDay(decision)}T17:00`,
  };
}
