/** Late is no state: it follows from the day that was promised, from the first instant of the day after. */
import type { IdeaState } from '@butinerie/contracts';
import { addDays, calendarDay, instantAt, type CalendarDate } from '../time/calendar.ts';
import type { DeliveryState } from './delivery-state.ts';

const UNDER_WAY: ReadonlySet<IdeaState> = new Set(['adopted', 'in_progress']);

export interface Promised {
  readonly state: IdeaState;
  readonly dueOn: CalendarDate;
  readonly delivery: Pick<DeliveryState, 'proposed'>;
}

/**
 * The day by which what has changed is still to be told; null where nothing is. What was said to be done in time is
 * not late for waiting to be confirmed.
 */
export function stillDueOn({ state, dueOn, delivery }: Promised, timeZone: string): CalendarDate | null {
  if (!UNDER_WAY.has(state)) return null;
  const { proposed } = delivery;
  return proposed !== null && calendarDay(proposed.at, timeZone) <= dueOn ? null : dueOn;
}

/** Days after the promised one on which it is told higher: to whoever promised it, then to the general direction. */
export const LATE_STEPS = { sponsor: 1, direction: 15 } as const;
export type LateStep = keyof typeof LATE_STEPS;
// The keys of the object just above.
const STEPS = Object.keys(LATE_STEPS) as readonly LateStep[];

/** Every step that was reached: each is somebody else's to hear of. */
export function lateSteps(dueOn: CalendarDate, now: Date, timeZone: string): readonly LateStep[] {
  const today = calendarDay(now, timeZone);
  return STEPS.filter((step) => addDays(dueOn, LATE_STEPS[step]) <= today);
}

/** The first instant of the next step. */
export function nextLateStep(dueOn: CalendarDate, now: Date, timeZone: string): Date | null {
  const days = STEPS.map((step) => instantAt(addDays(dueOn, LATE_STEPS[step]), '00:00', timeZone));
  return days.find((at) => at > now) ?? null;
}
