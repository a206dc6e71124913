/** The four dates of a challenge: read from the wall, put in order, ahead of us when it is scheduled. */
import { ok, refuse, type Failure, type LocalTime, type Result, type TimeBox } from '@butinerie/contracts';
import { toInstant } from '../time/local-time.ts';

export const TIME_BOX_FIELDS = ['opensAt', 'ideasUntil', 'closesAt', 'decisionDueAt'] as const;
export type TimeBoxField = (typeof TIME_BOX_FIELDS)[number];
export type TimeBoxInstants = Readonly<Record<TimeBoxField, Date>>;

/** Why a date does not hold, beside the field it is about; the screen translates it. */
export const DATE_PROBLEMS = [
  'not-after-opening',
  'before-ideas-until',
  'not-after-closing',
  'in-the-past',
] as const;
export type DateProblem = (typeof DATE_PROBLEMS)[number];

/** An opening at most this old is "now": hours are typed by the minute and a form takes a while to fill in. */
export const OPENING_TOLERANCE_MS = 15 * 60_000;

export function readHour(
  field: string,
  time: LocalTime,
): Result<Date, Failure<'impossible-hour' | 'ambiguous-hour'>> {
  const read = toInstant(time);
  if (read.ok) return read;
  const { code, local, timeZone } = read.failure;
  return refuse(code, { field, local, timeZone });
}

export function readTimeBox(
  box: TimeBox,
): Result<TimeBoxInstants, Failure<'impossible-hour' | 'ambiguous-hour'>> {
  const opensAt = readHour('opensAt', box.opensAt);
  if (!opensAt.ok) return opensAt;
  const ideasUntil = readHour('ideasUntil', box.ideasUntil);
  if (!ideasUntil.ok) return ideasUntil;
  const closesAt = readHour('closesAt', box.closesAt);
  if (!closesAt.ok) return closesAt;
  const decisionDueAt = readHour('decisionDueAt', box.decisionDueAt);
  if (!decisionDueAt.ok) return decisionDueAt;
  return ok({
    opensAt: opensAt.value,
    ideasUntil: ideasUntil.value,
    closesAt: closesAt.value,
    decisionDueAt: decisionDueAt.value,
  });
}

type Problem = { field: TimeBoxField; problem: DateProblem };

function problemsOf({ opensAt, ideasUntil, closesAt, decisionDueAt }: TimeBoxInstants): Problem[] {
  const problems: Problem[] = [];
  if (ideasUntil <= opensAt) problems.push({ field: 'ideasUntil', problem: 'not-after-opening' });
  if (closesAt < ideasUntil) problems.push({ field: 'closesAt', problem: 'before-ideas-until' });
  if (decisionDueAt <= closesAt) problems.push({ field: 'decisionDueAt', problem: 'not-after-closing' });
  return problems;
}

function held(box: TimeBoxInstants, problems: Problem[]): Result<TimeBoxInstants, Failure<'invalid-dates'>> {
  return problems.length === 0 ? ok(box) : refuse('invalid-dates', { problems });
}

/** The order alone: a draft, or a challenge that is imported with its past. */
export function checkTimeBox(box: TimeBoxInstants): Result<TimeBoxInstants, Failure<'invalid-dates'>> {
  return held(box, problemsOf(box));
}

/** The order, and ahead of us: what scheduling asks. */
export function checkTimeBoxAhead(
  box: TimeBoxInstants,
  now: Date,
): Result<TimeBoxInstants, Failure<'invalid-dates'>> {
  const problems = problemsOf(box);
  if (now.getTime() - box.opensAt.getTime() > OPENING_TOLERANCE_MS) {
    problems.push({ field: 'opensAt', problem: 'in-the-past' });
  }
  return held(box, problems);
}
