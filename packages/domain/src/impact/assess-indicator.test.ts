import type { Figure, IndicatorDefinition, Measurement } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { afterIt, beforeIt, delay, entryOf, start, story } from '../testing/impact.ts';
import { assessIndicator, type Assessed } from './assess-indicator.ts';
import { impactOf, type ImpactSaid } from './entries.ts';

function assessed(definition: IndicatorDefinition, ...said: readonly (Measurement | ImpactSaid)[]): Assessed {
  const [indicator] = story(definition, ...said).impact.indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return assessIndicator(indicator);
}
const as = (measure: Measurement, figure: Figure): Measurement => ({ ...measure, figure });

test('[EF5] what nobody measured, or only estimated, is an estimation', () => {
  expect(assessed(delay, beforeIt, start)).toMatchObject({ level: 0, verdict: 'unknown' });
  expect(assessed(delay, beforeIt, start, { ...afterIt, method: 'estimate' })).toMatchObject({
    level: 0,
    caveats: ['estimated'],
  });
});

test('[EF5] a measure without a baseline, or with one put together afterwards, is measured and no more', () => {
  expect(assessed(delay, start, afterIt)).toMatchObject({ level: 1, caveats: ['no_baseline'] });
  expect(assessed(delay, start, beforeIt, afterIt)).toMatchObject({
    level: 1,
    caveats: ['baseline_reconstructed'],
  });
});

test('[EF5] a baseline that the start fixed, with the same source and way, gives before and after with an interval', () => {
  const found = assessed(delay, beforeIt, start, afterIt);
  expect(found).toMatchObject({ level: 2, verdict: 'better', relative: -0.5, caveats: ['other_causes'] });
  expect(found.interval).toMatchObject({ scale: 'difference', estimate: -6, compared: false });
  // By hand: 4 · √(1/40 + 1/42) · 1.990 with 80 degrees of freedom.
  expect(found.interval?.high).toBeCloseTo(-6 + 1.758, 2);
});

test.each<[string, Partial<Measurement>]>([
  ['another way of counting', { method: 'survey' }],
  ['another source', { sameAsBaseline: false }],
])('[EF5] %s is no before and after', (_, other) => {
  expect(assessed(delay, beforeIt, start, { ...afterIt, ...other })).toMatchObject({
    level: 1,
    caveats: ['other_source'],
  });
});

test('[EF5] an estimated baseline is no starting point', () => {
  const guessed = { ...beforeIt, method: 'estimate' } as const;
  expect(assessed(delay, guessed, start, { ...afterIt, method: 'estimate' }).level).toBe(0);
  expect(assessed(delay, guessed, start, afterIt)).toMatchObject({ level: 1, caveats: ['estimated'] });
});

const compared = { ...delay, plan: 'comparison', elsewhere: 'le territoire voisin' } as const;
const there = (measure: Measurement, mean: number): Measurement => ({
  ...as(measure, { form: 'mean', mean, sd: 4, n: 40 }),
  place: 'elsewhere',
});

test('[EF6] another place measured at the same dates makes it compared; drawn by lot before the start, an experiment', () => {
  const measures = [beforeIt, there(beforeIt, 12), start, afterIt, there(afterIt, 11)];
  const found = assessed(compared, ...measures);
  expect(found).toMatchObject({ level: 3, verdict: 'better', caveats: ['few_before_points'] });
  expect(found.interval).toMatchObject({ estimate: -5, compared: true });
  expect(assessed({ ...compared, plan: 'random' }, ...measures).level).toBe(4);
  // Said in the plan and not done, or done without having been planned.
  expect(assessed({ ...compared, plan: 'random' }, beforeIt, start, afterIt).level).toBe(2);
  expect(assessed(delay, ...measures).level).toBe(2);
});

test('[EF6] another place at other dates, or with a baseline put together afterwards, compares nothing', () => {
  const late = { ...there(afterIt, 11), to: '2026-09-30' };
  expect(assessed(compared, beforeIt, there(beforeIt, 12), start, afterIt, late).level).toBe(2);
  expect(assessed(compared, beforeIt, start, there(beforeIt, 12), afterIt, there(afterIt, 11)).level).toBe(2);
});

test('[EF6] fewer than five units a group are said with the figure', () => {
  const few = (measure: Measurement) => as(measure, { form: 'mean', mean: 5, sd: 1, n: 4 });
  const measures = [few(beforeIt), there(beforeIt, 12), start, few(afterIt), there(afterIt, 11)];
  expect(assessed(compared, ...measures).caveats).toContain('few_units');
});

test('[EF7] an interval that holds no effect is told as no effect shown, without a percentage', () => {
  const slight = as(afterIt, { form: 'mean', mean: 11, sd: 4, n: 42 });
  const found = assessed(delay, beforeIt, start, slight);
  expect(found).toMatchObject({ level: 2, verdict: 'no_effect', relative: null });
});

test('[EF7] below before and after there is neither verdict nor percentage, however large the change', () => {
  const found = assessed(delay, start, beforeIt, afterIt);
  expect(found).toMatchObject({ level: 1, verdict: 'unknown', relative: null, interval: null });
});

test('[EF7] what gets worse is told as worse, and so is what was to stay and did not', () => {
  const up = as(afterIt, { form: 'mean', mean: 18, sd: 4, n: 42 });
  expect(assessed(delay, beforeIt, start, up).verdict).toBe('worse');
  expect(assessed({ ...delay, direction: 'keep' }, beforeIt, start, afterIt).verdict).toBe('worse');
  expect(assessed({ ...delay, direction: 'increase' }, beforeIt, start, up).verdict).toBe('better');
});

test('[EF7] a rate is held against a ratio of one, and nothing counted before has none', () => {
  const counted = { ...delay, form: 'count' } as const;
  const of = (measure: Measurement, count: number) => as(measure, { form: 'count', count, exposure: 8 });
  const found = assessed(counted, of(beforeIt, 80), start, of(afterIt, 40));
  expect(found).toMatchObject({ level: 2, verdict: 'better', relative: -0.5 });
  expect(found.interval).toMatchObject({ scale: 'ratio', estimate: 0.5 });
  expect(assessed(counted, of(beforeIt, 0), start, of(afterIt, 40))).toMatchObject({
    level: 1,
    caveats: ['nothing_counted_before'],
  });
});

test('[EF8] a median has quartiles and no interval, a mean without its spread neither', () => {
  const median = { ...delay, form: 'median' } as const;
  const of = (measure: Measurement) => as(measure, { form: 'median', median: 9, q1: 5, q3: 15, n: 40 });
  expect(assessed(median, of(beforeIt), start, of(afterIt))).toMatchObject({
    level: 1,
    caveats: ['median_without_interval'],
  });
  const bare = as(afterIt, { form: 'mean', mean: 6, sd: null, n: 42 });
  expect(assessed(delay, beforeIt, start, bare)).toMatchObject({ level: 1, caveats: ['spread_missing'] });
  const still = (measure: Measurement) => as(measure, { form: 'mean', mean: 6, sd: 0, n: 40 });
  expect(assessed(delay, still(beforeIt), start, still(afterIt)).caveats).toEqual(['spread_missing']);
});

test('[EF8] fewer than thirty answers on satisfaction are counts', () => {
  const asked = { ...delay, kind: 'satisfaction', form: 'proportion', direction: 'increase' } as const;
  const of = (measure: Measurement, numerator: number, denominator: number) =>
    as(measure, { form: 'proportion', numerator, denominator });
  expect(assessed(asked, of(beforeIt, 5, 29), start, of(afterIt, 28, 30))).toMatchObject({
    level: 1,
    caveats: ['few_answers'],
  });
  expect(assessed(asked, of(beforeIt, 5, 30), start, of(afterIt, 28, 30))).toMatchObject({
    level: 2,
    verdict: 'better',
  });
});

test('[EF9] a hand lowers a level and never raises it', () => {
  const { id, entries } = story(delay, beforeIt, start, afterIt);
  const lowered = (to: 0 | 1 | 4) => {
    const said = { type: 'lowering', indicator: id, to, reason: 'les dossiers ont changé' } as const;
    const [indicator] = impactOf([...entries, entryOf(said)]).indicators;
    return indicator && assessIndicator(indicator);
  };
  expect(lowered(1)).toMatchObject({
    byRule: 2,
    level: 1,
    interval: null,
    verdict: 'unknown',
    relative: null,
  });
  expect(lowered(4)).toMatchObject({ byRule: 2, level: 2, verdict: 'better' });
  // Measuring once more is no way around it.
  const again = { ...afterIt, from: '2026-09-26', to: '2026-10-18' };
  const [indicator] = impactOf([
    ...entries,
    entryOf({ type: 'lowering', indicator: id, to: 1, reason: '…' }),
    entryOf({ type: 'measurement', indicator: id, measurement: again }),
  ]).indicators;
  expect(indicator && assessIndicator(indicator).level).toBe(1);
});

test('[EF10] what the start fixed stays the baseline, whatever is put together afterwards', () => {
  const other = as(beforeIt, { form: 'mean', mean: 30, sd: 1, n: 40 });
  expect(assessed(delay, beforeIt, start, other, afterIt).interval?.estimate).toBe(-6);
});
