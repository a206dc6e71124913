/** Where the deadlines of a challenge go when it lasts longer than was agreed. Always to the same hour on the wall. */
import type { LocalTime, TimeBox } from '@butinerie/contracts';
import { addDays, calendarDay, instantAt, type CalendarDate } from '../time/calendar.ts';
import { toInstant } from '../time/local-time.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts';
import { TIME_BOX_FIELDS } from './time-box.ts';

const dayOf = ({ local }: LocalTime): CalendarDate => local.slice(0, 10);
const hourOf = ({ local }: LocalTime): string => local.slice(11);

/** The same hour on another day. Of an hour that comes twice that day, the first. */
function onDay(time: LocalTime, day: CalendarDate): LocalTime {
  const { timeZone } = time;
  const moved = { local: `${day}T${hourOf(time)}`, timeZone };
  const read = toInstant(moved);
  return !read.ok && read.failure.code === 'ambiguous-hour' ? { ...moved, fold: 'earlier' } : moved;
}

const instantOf = (time: LocalTime): Date => instantAt(dayOf(time), hourOf(time), time.timeZone);

/**
 * Every deadline that was ahead when the pause began moves by the working days it lasted, and by as many more as it
 * takes for none of them to be over already when work goes on.
 */
export function deadlinesAfterPause(
  timeBox: TimeBox,
  pause: { readonly at: Date; readonly resumedAt: Date },
): TimeBox {
  const { timeZone } = timeBox.closesAt;
  const from = calendarDay(pause.at, timeZone);
  const ahead = TIME_BOX_FIELDS.filter((field) => instantOf(timeBox[field]) > pause.at);
  const movedBy = (days: number): TimeBox => ({
    ...timeBox,
    ...Object.fromEntries(
      ahead.map((field) => {
        const time = timeBox[field];
        return [field, days === 0 ? time : onDay(time, addWorkingDays(dayOf(time), days))];
      }),
    ),
  });
  for (let days = workingDaysBetween(from, calendarDay(pause.resumedAt, timeZone)); ; days += 1) {
    const moved = movedBy(days);
    if (ahead.every((field) => instantOf(moved[field]) > pause.resumedAt)) return moved;
  }
}

/** Closing and what follows it, so many calendar days later; the end of new ideas only where it is the closing itself. */
export function deadlinesAfterExtension(timeBox: TimeBox, days: number): TimeBox {
  const { ideasUntil, closesAt, decisionDueAt } = timeBox;
  const later = (time: LocalTime): LocalTime => onDay(time, addDays(dayOf(time), days));
  const together = ideasUntil.local === closesAt.local;
  return {
    ...timeBox,
    ideasUntil: together ? later(ideasUntil) : ideasUntil,
    closesAt: later(closesAt),
    decisionDueAt: later(decisionDueAt),
  };
}
