/** When the effects of an idea are looked at, and how many ideas of a challenge came how far. */
import type { IdeaState } from '@butinerie/contracts';
import { addDays, calendarDay, PARIS, type CalendarDate } from '../time/calendar.ts';
import { isAfter, holding, type ImpactState } from './entries.ts';

/** Days after the adoption: whether it works, then whether it holds. */
export const LOOK_AFTER_DAYS = [90, 180] as const;

export interface Look {
  readonly day: (typeof LOOK_AFTER_DAYS)[number];
  readonly on: CalendarDate;
  readonly measured: boolean;
}

/** The first look is any measure afterwards; the second, one that was collected from that day on. */
export function looksAt(impact: Pick<ImpactState, 'indicators'>, adoptedAt: Date): readonly Look[] {
  const collected = holding(impact)
    .filter(({ definition }) => definition.role === 'main')
    .flatMap(({ measures }) => measures.filter(({ measurement }) => isAfter(measurement)))
    .map(({ measurement }) => measurement.collectedOn);
  return LOOK_AFTER_DAYS.map((day) => {
    const on = addDays(calendarDay(adoptedAt, PARIS), day);
    return { day, on, measured: collected.some((each) => day === 90 || each >= on) };
  });
}

const ADOPTED: readonly IdeaState[] = ['adopted', 'in_progress', 'delivered', 'measured', 'abandoned'];
const SELECTED: readonly IdeaState[] = ['selected', 'declined', ...ADOPTED];
const DELIVERED: readonly IdeaState[] = ['delivered', 'measured'];

export interface Funnel {
  readonly ideas: number;
  readonly selected: number;
  readonly adopted: number;
  readonly delivered: number;
  readonly measured: number;
}

/** Each number with the one it is out of just before it. */
export function funnelOf(ideas: readonly { readonly state: IdeaState }[]): Funnel {
  const among = (states: readonly IdeaState[]): number =>
    ideas.filter(({ state }) => states.includes(state)).length;
  return {
    ideas: ideas.length,
    selected: among(SELECTED),
    adopted: among(ADOPTED),
    delivered: among(DELIVERED),
    measured: among(['measured']),
  };
}
