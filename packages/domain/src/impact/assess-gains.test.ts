import type { Gain, Measurement, ProjectCost } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { sponsor } from '../testing/cast.ts';
import { afterIt, beforeIt, delay, entryOf, start, story } from '../testing/impact.ts';
import { assessGains, incompleteOf, totalOf } from './assess-gains.ts';
import { impactOf } from './entries.ts';

const cost: ProjectCost = { oneOff: 9_000, yearly: 500, agentHours: 12, amortisedOver: 3 };
type Unbound =
  Omit<Extract<Gain, { kind: 'budget' }>, 'indicator'> | Omit<Extract<Gain, { kind: 'time' }>, 'indicator'>;
const saved: Unbound = { kind: 'budget', amount: 5_600, budgetLine: 'fournitures' };
const freed: Unbound = { kind: 'time', hours: 112, rate: 30, rateSource: 'grille publiée' };

/** 56 days of measure unless said: a year is 365 / 56 of them. */
function gainsOf(
  gains: readonly Unbound[],
  { after = afterIt, known = true, valid = true, locked = true } = {},
) {
  const measures = locked ? [beforeIt, start, after] : [start, beforeIt, after];
  const { id, entries } = story(delay, ...measures);
  const impact = impactOf([
    ...entries,
    ...(known ? [entryOf({ type: 'cost', cost })] : []),
    ...gains.map((gain) => entryOf({ type: 'gain', gain: { ...gain, indicator: id } as Gain })),
    ...(valid ? [entryOf({ type: 'validation', indicator: id, note: '' }, { by: sponsor })] : []),
  ]);
  return assessGains(impact);
}

test('[EF11] a budget is told net of what the project costs, time at its published rate, and the two never meet', () => {
  const gains = gainsOf([saved, freed]);
  expect(gains.map(({ weeks, seen }) => [weeks, seen])).toEqual([
    [8, 5_600],
    [8, 112],
  ]);
  expect(gains[0]?.yearlyEuros).toBeCloseTo((5_600 * 365) / 56 - 9_000 / 3 - 500, 6);
  expect(gains[1]?.yearly).toBeCloseTo((112 * 365) / 56, 6);
  expect(gains[1]?.yearlyEuros).toBeCloseTo(((112 * 365) / 56) * 30, 6);
  expect(totalOf('budget', gains)).toMatchObject([{ level: 2, ideas: 1, euros: gains[0]?.yearlyEuros }]);
  expect(totalOf('time', gains)).toMatchObject([{ level: 2, ideas: 1, euros: gains[1]?.yearlyEuros }]);
});

test('[EF11] of less than eight weeks no year is made', () => {
  const after: Measurement = { ...afterIt, to: '2026-09-24' };
  expect(gainsOf([freed], { after })).toMatchObject([
    { weeks: 7, yearly: null, yearlyEuros: null, counts: false },
  ]);
});

test('[EF11] without a known cost a budget has no net gain; without a budget the cost is nobody’s time', () => {
  const [budget, time] = gainsOf([saved, freed], { known: false });
  expect(budget).toMatchObject({ yearlyEuros: null, counts: false });
  expect(time?.counts).toBe(true);
});

test('[EF12] nothing below before and after is added up, nor what no evaluator validated, nor no effect', () => {
  expect(gainsOf([freed]).map(({ counts }) => counts)).toEqual([true]);
  expect(gainsOf([freed], { locked: false })).toMatchObject([{ level: 1, counts: false }]);
  expect(gainsOf([freed], { valid: false })).toMatchObject([{ level: 2, counts: false }]);
  const slight: Measurement = { ...afterIt, figure: { form: 'mean', mean: 12, sd: 4, n: 42 } };
  expect(gainsOf([freed], { after: slight })).toMatchObject([{ level: 2, counts: false }]);
  expect(totalOf('time', gainsOf([freed], { locked: false }))).toEqual([]);
});

test('[EF12] of one kind the last word counts, once; the one before stays readable', () => {
  const gains = gainsOf([freed, { ...freed, hours: 56 }]);
  expect(gains.map(({ seen, superseded, counts }) => [seen, superseded, counts])).toEqual([
    [112, true, false],
    [56, false, true],
  ]);
});

test('[EF13] a review without a guardrail measured afterwards, or without its cost, is incomplete', () => {
  const guardrail = { ...delay, role: 'guardrail', direction: 'keep' } as const;
  const { entries, impact } = story(guardrail, beforeIt, start);
  expect(incompleteOf(impact)).toEqual(['guardrail', 'cost']);
  const watched = story(guardrail, beforeIt, start, afterIt);
  expect(incompleteOf(watched.impact)).toEqual(['cost']);
  expect(incompleteOf(impactOf([...watched.entries, entryOf({ type: 'cost', cost })]))).toEqual([]);
  expect(incompleteOf(impactOf([...entries, entryOf({ type: 'cost', cost })]))).toEqual(['guardrail']);
});
