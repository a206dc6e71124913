import { expect, test } from 'vitest';
import { addDays, calendarDay, endOfDay, PARIS } from '../time/calendar.ts';
import { isWorkingDay, workingDaysBetween } from '../time/working-days.ts';
import { endOfPause } from '../challenges/pause-challenge.ts';
import { termsAfterPause, type AdoptionTerms } from './shift-terms.ts';

const terms = (dueOn: string, milestone: string, answerBy: string): AdoptionTerms => ({
  dueOn,
  dueAt: endOfDay(dueOn, PARIS),
  milestone: { title: 'Le premier étage', dueOn: milestone },
  carrierOffer: { offeredAt: new Date('2026-11-16T09:00:00Z'), answerBy, later: 0 },
  firstDueOn: null,
});

test('[AD10] two lost working days move what was ahead by two, and what was over stays', () => {
  // Monday 18 January 2027, ten o'clock, until Wednesday at ten.
  const pause = { at: new Date('2027-01-18T09:00:00Z'), resumedAt: new Date('2027-01-20T09:00:00Z') };
  const before = terms('2027-02-12', '2027-01-29', '2026-12-07');
  expect(termsAfterPause(before, pause, PARIS)).toEqual({
    ...before,
    dueOn: '2027-02-16',
    dueAt: new Date('2027-02-16T22:59:59.000Z'),
    milestone: { title: 'Le premier étage', dueOn: '2027-02-02' },
    firstDueOn: '2027-02-12',
  });
  // A second time: what was promised first is remembered.
  const again = termsAfterPause({ ...before, dueOn: '2027-02-16', firstDueOn: '2027-02-12' }, pause, PARIS);
  expect(again).toMatchObject({ dueOn: '2027-02-18', firstDueOn: '2027-02-12' });
  const over = terms('2027-01-15', '2026-12-18', '2026-12-07');
  expect(termsAfterPause(over, pause, PARIS)).toBeNull();
});

test('[AD10] an offer to carry waits as much longer, and its reminders with it', () => {
  const pause = { at: new Date('2026-11-18T09:00:00Z'), resumedAt: new Date('2026-11-20T09:00:00Z') };
  const moved = termsAfterPause(terms('2027-02-14', '2026-12-18', '2026-12-07'), pause, PARIS);
  expect(moved?.carrierOffer).toMatchObject({ answerBy: '2026-12-09', later: 2 });
});

/** Small, seeded, the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('[AD10] whatever the pause: nothing comes earlier, nothing that was ahead is over, the order stays, working days count', () => {
  const pick = random(20_261_122);
  for (let round = 0; round < 2_000; round += 1) {
    const adoptedOn = addDays('2026-06-01', pick(500));
    const milestone = addDays(adoptedOn, pick(91));
    const before = terms(addDays(adoptedOn, 90), milestone, addDays(adoptedOn, 21));
    const at = new Date(Date.parse(`${addDays(adoptedOn, pick(95))}T00:00:00Z`) + pick(24 * 60) * 60_000);
    const resumedAt = endOfPause(at, 1 + pick(10), PARIS);
    const [from, to] = [calendarDay(at, PARIS), calendarDay(resumedAt, PARIS)];
    const after = termsAfterPause(before, { at, resumedAt }, PARIS) ?? before;
    const pairs = [
      [before.dueOn, after.dueOn],
      [before.milestone.dueOn, after.milestone.dueOn],
      [before.carrierOffer.answerBy, after.carrierOffer.answerBy],
    ] as const;
    for (const [was, is] of pairs) {
      if (was < from) expect([round, is]).toEqual([round, was]);
      else {
        expect([round, is >= to, isWorkingDay(is)]).toEqual([round, true, true]);
        expect([round, workingDaysBetween(was, is)]).toEqual([round, workingDaysBetween(from, to)]);
      }
    }
    expect([round, after.milestone.dueOn <= after.dueOn]).toEqual([round, true]);
    expect(after.dueAt).toEqual(endOfDay(after.dueOn, PARIS));
  }
});
