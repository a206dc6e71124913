/**
 * What a directorate promised by a date, when the clock stood still meanwhile: every date that was ahead goes later by the
 * working days that were lost, onto a working day, and never onto one that is over already.
 */
import { calendarDay, endOfDay, type CalendarDate, type Term } from '../time/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts';

export interface AdoptionTerms extends Term {
  readonly milestone: { readonly title: string; readonly dueOn: CalendarDate };
  readonly carrierOffer: {
    readonly offeredAt: Date;
    readonly answerBy: CalendarDate;
    /** Working days by which what follows from silence comes later than it would. */
    readonly later: number;
  };
  /** What was promised at first, once it has moved. */
  readonly firstDueOn: CalendarDate | null;
}

export interface StoodStill {
  readonly at: Date;
  readonly resumedAt: Date;
}

/** The same day where it was over already; otherwise later by the working days that were lost. */
export function dayAfterPause(
  day: CalendarDate,
  { at, resumedAt }: StoodStill,
  timeZone: string,
): CalendarDate {
  const [from, to] = [calendarDay(at, timeZone), calendarDay(resumedAt, timeZone)];
  if (day < from) return day;
  const later = addWorkingDays(day, workingDaysBetween(from, to));
  // A pause over a week-end loses no working day; a date within it is not over for that.
  return later >= to ? later : addWorkingDays(to, 1);
}

/** Null where nothing of it was ahead. */
export function termsAfterPause<T extends AdoptionTerms>(
  terms: T,
  { at, resumedAt }: StoodStill,
  timeZone: string,
): T | null {
  const [from, to] = [calendarDay(at, timeZone), calendarDay(resumedAt, timeZone)];
  const lost = workingDaysBetween(from, to);
  const isAhead = (day: CalendarDate): boolean => day >= from;
  const moved = (day: CalendarDate): CalendarDate => dayAfterPause(day, { at, resumedAt }, timeZone);
  const { dueOn, milestone, carrierOffer, firstDueOn } = terms;
  const all = [dueOn, milestone.dueOn, carrierOffer.answerBy];
  if (all.every((day) => moved(day) === day)) return null;
  const due = moved(dueOn);
  return {
    ...terms,
    dueOn: due,
    dueAt: endOfDay(due, timeZone),
    milestone: { ...milestone, dueOn: moved(milestone.dueOn) },
    carrierOffer: {
      ...carrierOffer,
      answerBy: moved(carrierOffer.answerBy),
      later: carrierOffer.later + (isAhead(carrierOffer.answerBy) ? lost : 0),
    },
    firstDueOn: due === dueOn ? firstDueOn : (firstDueOn ?? dueOn),
  };
}
