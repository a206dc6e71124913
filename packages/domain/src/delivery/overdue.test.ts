import { IDEA_STATES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { isPast, PARIS } from '../time/calendar.ts';
import { lateSteps, nextLateStep, stillDueOn, type Promised } from './overdue.ts';

const dueOn = '2027-04-15';
const promised: Promised = { state: 'in_progress', dueOn, delivery: { proposed: null } };
const at = (text: string): Date => new Date(text);

test('[S36] [DL10] late from the first instant of day 91, in Paris, and not a millisecond before', () => {
  expect(isPast(dueOn, at('2027-04-15T21:59:59.999Z'), PARIS)).toBe(false);
  expect(isPast(dueOn, at('2027-04-15T22:00:00.000Z'), PARIS)).toBe(true);
});

test('[DL10] only what is under way is due; what was said to be done in time is not late for waiting', () => {
  const due = IDEA_STATES.filter((state) => stillDueOn({ ...promised, state }, PARIS) !== null);
  expect(due).toEqual(['adopted', 'in_progress']);
  const said = (day: string): Promised => {
    const proposed = { by: 'p_x' as never, at: at(day), words: 'Fait.', until: '2027-04-22' };
    return { ...promised, delivery: { proposed } };
  };
  expect(stillDueOn(said('2027-04-15T21:59:00Z'), PARIS)).toBeNull();
  expect(stillDueOn(said('2027-04-15T22:00:00Z'), PARIS)).toBe(dueOn);
});

test('[S36] [DL11] whoever promised it hears on the day after, the general direction on the fifteenth', () => {
  const steps = (now: string) => lateSteps(dueOn, at(now), PARIS);
  expect(steps('2027-04-15T21:59:59.999Z')).toEqual([]);
  expect(steps('2027-04-15T22:00:00Z')).toEqual(['sponsor']);
  expect(steps('2027-04-29T21:59:59Z')).toEqual(['sponsor']);
  expect(steps('2027-04-29T22:00:00Z')).toEqual(['sponsor', 'direction']);
  expect(nextLateStep(dueOn, at('2027-04-01T10:00:00Z'), PARIS)).toEqual(at('2027-04-15T22:00:00Z'));
  expect(nextLateStep(dueOn, at('2027-04-15T22:00:00Z'), PARIS)).toEqual(at('2027-04-29T22:00:00Z'));
  expect(nextLateStep(dueOn, at('2027-04-29T22:00:00Z'), PARIS)).toBeNull();
});
