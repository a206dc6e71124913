/** Reads the four dates as they are typed: what they are in words, what does not hold, and what deserves a second look. */
import {
  calendarDay,
  checkTimeBoxAhead,
  daysBetween,
  isWorkingDay,
  readHour,
  TIME_BOX_FIELDS,
  weekday,
  type DateProblem,
  type TimeBoxField,
  type TimeBoxInstants,
} from '@butinerie/domain';
import { localTimeOf, type Form } from './form.ts';

export const DATE_NOTES = ['holiday', 'weekend', 'friday-evening', 'out-of-hours'] as const;
export type DateNote = (typeof DATE_NOTES)[number];

export interface ReadDate {
  readonly instant: Date | null;
  readonly problem: 'empty' | 'impossible' | 'ambiguous' | DateProblem | null;
  /** The hour comes twice that day: which one is asked, and stays asked once it is said. */
  readonly twice: boolean;
  readonly notes: readonly DateNote[];
}
export type ReadDates = Readonly<Record<TimeBoxField, ReadDate>>;

const SATURDAY = 6;
const FRIDAY = 5;

/** Hours that nobody is forbidden to choose, and few people mean. */
export function notesOn(local: string): DateNote[] {
  const [day = '', hour = ''] = local.split('T');
  if (weekday(day) === 0 || weekday(day) === SATURDAY) return ['weekend'];
  const notes: DateNote[] = isWorkingDay(day) ? [] : ['holiday'];
  if (weekday(day) === FRIDAY && hour > '17:00') notes.push('friday-evening');
  else if (hour < '08:00' || hour > '18:00') notes.push('out-of-hours');
  return notes;
}

function readDate(form: Form, field: TimeBoxField): ReadDate {
  const nothing = { instant: null, twice: false, notes: [] };
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(form[field])) return { ...nothing, problem: 'empty' };
  const plain = readHour(field, { local: form[field], timeZone: form.timeZone });
  const read = readHour(field, localTimeOf(form, field));
  const twice = !plain.ok && plain.failure.code === 'ambiguous-hour';
  if (!read.ok) return { ...nothing, twice, problem: twice ? 'ambiguous' : 'impossible' };
  return { instant: read.value, twice, problem: null, notes: notesOn(form[field]) };
}

const instantsOf = ({ opensAt, ideasUntil, closesAt, decisionDueAt }: ReadDates): TimeBoxInstants | null =>
  opensAt.instant && ideasUntil.instant && closesAt.instant && decisionDueAt.instant
    ? {
        opensAt: opensAt.instant,
        ideasUntil: ideasUntil.instant,
        closesAt: closesAt.instant,
        decisionDueAt: decisionDueAt.instant,
      }
    : null;

export function readDates(form: Form, now: Date): ReadDates {
  const read: Record<TimeBoxField, ReadDate> = {
    opensAt: readDate(form, 'opensAt'),
    ideasUntil: readDate(form, 'ideasUntil'),
    closesAt: readDate(form, 'closesAt'),
    decisionDueAt: readDate(form, 'decisionDueAt'),
  };
  const instants = instantsOf(read);
  const checked = instants && checkTimeBoxAhead(instants, now);
  if (!checked || checked.ok) return read;
  for (const { field, problem } of checked.failure.problems) {
    const known = TIME_BOX_FIELDS.find((each) => each === field);
    // The rules wrote these words: the failure of the catalogue carries them as plain text.
    if (known && read[known].problem === null)
      read[known] = { ...read[known], problem: problem as DateProblem };
  }
  return read;
}

/** A draft may be kept with an opening that has passed; it is only scheduling that cannot. */
export const canSave = (dates: ReadDates): boolean =>
  TIME_BOX_FIELDS.every((field) => [null, 'in-the-past'].includes(dates[field].problem));
export const isAhead = (dates: ReadDates): boolean =>
  TIME_BOX_FIELDS.every((field) => dates[field].problem === null);

export interface Durations {
  readonly toPropose: number;
  readonly toRebound: number;
  readonly toAnswer: number;
}
/** Calendar days, as people count them: the first day of proposing counts. */
export function durationsOf(dates: ReadDates, timeZone: string): Durations | null {
  const instants = instantsOf(dates);
  if (!instants || !canSave(dates)) return null;
  const day = (field: TimeBoxField): string => calendarDay(instants[field], timeZone);
  return {
    toPropose: daysBetween(day('opensAt'), day('ideasUntil')) + 1,
    toRebound: daysBetween(day('ideasUntil'), day('closesAt')),
    toAnswer: daysBetween(day('closesAt'), day('decisionDueAt')),
  };
}
