/**
 * The dates proposed for a new challenge, by its format: working weeks that begin on a Monday morning and close on a
 * Friday afternoon, with time between the last new idea and the closing, so that it too can receive rebounds.
 */
import type { FormatTimes } from '@butinerie/contracts';
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
const shape = (ideasUntil: number, closes: number, decision: number): FormatTimes => {
  const evening = (days: number) => ({ days, time: '17:00' });
  return {
    opensAt: { days: 0, time: '09:00' },
    ideasUntil: evening(ideasUntil),
    closesAt: evening(closes),
    decisionDueAt: evening(decision),
  };
};
/** Days after the opening Monday: the last new idea, the closing, and the answers. */
const SHAPES: Readonly<Record<Format, FormatTimes>> = {
  threeWeeks: shape(11, 18, 32),
  flash: shape(2, 4, 11),
  oneDirectorate: shape(8, 11, 18),
};
/** Mondays tried before a date on a holiday is put off to the next working day. */
const MONDAYS = 9;

/** A format of the house brings its own times. */
export function defaultDates(
  now: Date,
  timeZone: string,
  format: Format | FormatTimes = 'threeWeeks',
): Record<TimeBoxField, string> {
  const times = typeof format === 'string' ? SHAPES[format] : format;
  let first = addDays(calendarDay(now, timeZone), AHEAD);
  while (weekday(first) !== MONDAY) first = addDays(first, 1);
  const mondays = Array.from({ length: MONDAYS }, (_, week) => addDays(first, 7 * week));
  const { opensAt, ideasUntil, closesAt } = times;
  const fits = (monday: string): boolean =>
    [opensAt, ideasUntil, closesAt].every(({ days }) => isWorkingDay(addDays(monday, days)));
  const monday = mondays.find(fits) ?? first;
  const at = ({ days, time }: FormatTimes['opensAt']): string => {
    const day = addDays(monday, days);
    return `${isWorkingDay(day) ? day : nextWorkingDay(day)}T${time}`;
  };
  return {
    opensAt: at(opensAt),
    ideasUntil: at(ideasUntil),
    closesAt: at(closesAt),
    decisionDueAt: at(times.decisionDueAt),
  };
}
