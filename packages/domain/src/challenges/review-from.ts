/** From when a challenge is in impact review: nobody says so and nothing is stored, it follows from what became of its ideas. */
import type { IdeaState } from '@butinerie/contracts';
import { addDays, calendarDay, endOfDay, type CalendarDate } from '../time/calendar.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { ANSWER_WORKING_DAYS, type ChallengeDates } from './phase-at.ts';

/** Days left after the last promise, for what is delivered on its last day to be said. */
export const REVIEW_AFTER_DAYS = 7;
/** Working days after which a selected idea that no directorate answered waits no longer. */
export const UNANSWERED_WORKING_DAYS = 20;

export interface Outcomes {
  /** `dueOn` as it stands: pauses have moved it. */
  readonly adopted: readonly { readonly state: IdeaState; readonly dueOn: CalendarDate }[];
  /** Selected, and neither adopted nor declined by the last directorate. */
  readonly waiting: number;
  /** The last day on which one of those was offered again, after another directorate had given it up. */
  readonly offeredAgainOn?: CalendarDate | null;
}

const UNDER_WAY: ReadonlySet<IdeaState> = new Set(['adopted', 'in_progress']);

/** Once what was adopted is delivered or abandoned; by the clock, the days above after the last day that is promised. */
export function reviewFrom(
  { resultsPublishedAt, timeZone }: Pick<ChallengeDates, 'resultsPublishedAt' | 'timeZone'>,
  { adopted, waiting, offeredAgainOn = null }: Outcomes,
): Date | null {
  if (resultsPublishedAt === null) return null;
  const promised = adopted.filter(({ state }) => UNDER_WAY.has(state)).map(({ dueOn }) => dueOn);
  if (adopted.length > 0 && promised.length === 0 && waiting === 0) return resultsPublishedAt;
  const days = waiting > 0 ? UNANSWERED_WORKING_DAYS : ANSWER_WORKING_DAYS;
  const asked = calendarDay(resultsPublishedAt, timeZone);
  const answered = addWorkingDays(
    offeredAgainOn !== null && offeredAgainOn > asked ? offeredAgainOn : asked,
    days,
  );
  const last = promised.reduce((latest, dueOn) => (dueOn > latest ? dueOn : latest), answered);
  return new Date(endOfDay(addDays(last, REVIEW_AFTER_DAYS), timeZone).getTime() + 1_000);
}
