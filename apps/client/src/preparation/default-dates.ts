/**
 * The dates proposed for a new challenge, by its format: working weeks that begin on a Monday morning and close on a
 * Friday afternoon, with time between the last new idea and the closing, so that it too can receive rebounds.
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
export const FORMATS = ['threeWeeks', 'flash', 'oneDirectorate'] as const;
export type Format = (typeof FORMATS)[number];
/** Days after the opening Monday: the last new idea, the closing, and the answers. */
const DAYS: Readonly<Record<Format, readonly [ideasUntil: number, closes: number, decision: number]>> = {
  threeWeeks: [11, 18, 32],
  flash: [2, 4, 11],
  oneDirectorate: [8, 11, 18],
};

export function defaultDates(
  now: Date,
  timeZone: string,
  format: Format = 'threeWeeks',
): Record<TimeBoxField, string> {
  const [ideasUntil, closes, decisionDue] = DAYS[format];
  let monday = addDays(calendarDay(now, timeZone), AHEAD);
  while (weekday(monday) !== MONDAY) monday = addDays(monday, 1);
  while (![0, ideasUntil, closes].every((day) => isWorkingDay(addDays(monday, day))))
    monday = addDays(monday, 7);
  const decision = addDays(monday, decisionDue);
  return {
    opensAt: `${monday}T09:00`,
    ideasUntil: `${addDays(monday, ideasUntil)}T17:00`,
    closesAt: `${addDays(monday, closes)}T17:00`,
    decisionDueAt: `${isWorkingDay(decision) ? decision : nextWorkingDay(decision)}T17:00`,
  };
}
