/** How many days are left until a promised one, looked at again when it is over. */
import { calendarDay, daysBetween, endOfDay, PARIS } from '@butinerie/domain';
import { useNow } from './clock.ts';

/** Below nought it is late, by so many days; null where nothing is promised. */
export function useDaysLeft(dueOn: string | null): number | null {
  const over = dueOn === null ? null : endOfDay(dueOn, PARIS).getTime() + 1_000;
  const now = useNow(over);
  return dueOn === null ? null : daysBetween(calendarDay(new Date(now), PARIS), dueOn);
}
