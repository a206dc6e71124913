/** How far an indicator can be believed: a rule, not an opinion. A hand may lower what the rule gives, never raise it. */
import type { Caveat, EffectInterval, EvidenceLevel, Measurement } from '@butinerie/contracts';
import { daysBetween } from '../time/calendar.ts';
import {
  compareFigures,
  compareWithElsewhere,
  noEffectOn,
  sizeOf,
  valueOf,
  type Compared,
} from './compare-figures.ts';
import { isAfter, isBefore, type IndicatorState, type MeasureState } from './entries.ts';
import { leavesRoomFor } from './intervals.ts';

export type EffectVerdict = 'unknown' | 'no_effect' | 'better' | 'worse';

export interface Assessed {
  readonly byRule: EvidenceLevel;
  readonly level: EvidenceLevel;
  readonly baseline: MeasureState | null;
  readonly latest: MeasureState | null;
  readonly interval: EffectInterval | null;
  readonly verdict: EffectVerdict;
  /** The change as a share of the baseline, where it may be said. */
  readonly relative: number | null;
  readonly caveats: readonly Caveat[];
}

/** Answers below which a satisfaction is told in counts only. */
export const ANSWERS_AT_LEAST = 30;
/** Days of measure from which a year may be spoken of: eight weeks. */
export const DAYS_TO_EXTRAPOLATE = 56;
/** Points before the start from which one could see whether two places moved alike. */
const BEFORE_POINTS = 3;
const UNITS_PER_GROUP = 5;

/** Calendar days of its period, the last one included. */
export const daysOf = ({ from, to }: Pick<Measurement, 'from' | 'to'>): number => daysBetween(from, to) + 1;

const samePeriod = (one: MeasureState, other: MeasureState): boolean =>
  one.measurement.from === other.measurement.from && one.measurement.to === other.measurement.to;

/** What it was before and after in the other place, at the very dates of here. */
function elsewhereOf(
  measures: readonly MeasureState[],
  { baseline, latest }: { readonly baseline: MeasureState; readonly latest: MeasureState },
): { readonly before: MeasureState; readonly after: MeasureState } | null {
  const there = measures.filter(({ measurement }) => measurement.place === 'elsewhere');
  const sameWay = ({ measurement }: MeasureState): boolean =>
    measurement.method === latest.measurement.method && measurement.method !== 'estimate';
  const before = there.findLast(
    (each) =>
      each.measurement.moment === 'before' && each.locked && samePeriod(each, baseline) && sameWay(each),
  );
  const after = there.findLast(
    (each) =>
      each.measurement.moment === 'after' &&
      each.measurement.sameAsBaseline &&
      samePeriod(each, latest) &&
      sameWay(each),
  );
  return before && after ? { before, after } : null;
}

interface Rule {
  readonly byRule: EvidenceLevel;
  readonly compared: Compared | null;
  readonly caveats: readonly Caveat[];
}

function ruleOf(
  { definition, measures }: IndicatorState,
  pair: Partial<Record<'b' | 'a', MeasureState>>,
): Rule {
  const { b: baseline, a: latest } = pair;
  if (latest === undefined) return { byRule: 0, compared: null, caveats: [] };
  if (latest.measurement.method === 'estimate') return { byRule: 0, compared: null, caveats: ['estimated'] };
  const short: Caveat[] = daysOf(latest.measurement) < DAYS_TO_EXTRAPOLATE ? ['short_period'] : [];
  const measured = (...because: Caveat[]): Rule => ({
    byRule: 1,
    compared: null,
    caveats: [...because, ...short],
  });
  if (baseline === undefined) return measured('no_baseline');
  const figures = { before: baseline.measurement.figure, after: latest.measurement.figure };
  if (
    definition.kind === 'satisfaction' &&
    Math.min(sizeOf(figures.before), sizeOf(figures.after)) < ANSWERS_AT_LEAST
  )
    return measured('few_answers');
  if (!baseline.locked) return measured('baseline_reconstructed');
  if (baseline.measurement.method === 'estimate') return measured('estimated');
  if (!latest.measurement.sameAsBaseline || latest.measurement.method !== baseline.measurement.method)
    return measured('other_source');
  const compared = compareFigures(figures);
  if (!compared.ok) return measured(compared.because);
  const there = definition.plan === 'before_after' ? null : elsewhereOf(measures, { baseline, latest });
  if (there === null) return { byRule: 2, compared, caveats: ['other_causes', ...short] };
  const beside = { before: there.before.measurement.figure, after: there.after.measurement.figure };
  const both = compareWithElsewhere(figures, beside);
  if (!both.ok) return { byRule: 2, compared, caveats: [both.because, 'other_causes', ...short] };
  const points = measures.filter(({ measurement, locked }) => isBefore(measurement) && locked).length;
  const sizes = [figures.before, figures.after, beside.before, beside.after].map(sizeOf);
  return {
    byRule: definition.plan === 'random' ? 4 : 3,
    compared: both,
    caveats: [
      ...(points < BEFORE_POINTS ? (['few_before_points'] as const) : []),
      ...(Math.min(...sizes) < UNITS_PER_GROUP ? (['few_units'] as const) : []),
      ...short,
    ],
  };
}

export function assessIndicator(indicator: IndicatorState): Assessed {
  const { definition, measures, lowered } = indicator;
  const before = measures.filter(({ measurement }) => isBefore(measurement));
  // What was fixed by the start stands before anything that was put together afterwards.
  const baseline = before.findLast(({ locked }) => locked) ?? before.at(-1);
  const latest = measures.findLast(({ measurement }) => isAfter(measurement));
  const { byRule, compared, caveats } = ruleOf(indicator, {
    ...(baseline && { b: baseline }),
    ...(latest && { a: latest }),
  });
  const level = lowered === null || lowered.to > byRule ? byRule : lowered.to;
  const interval = level >= 2 && compared?.ok ? compared.interval : null;
  const verdict = verdictOf(interval, definition.direction);
  const shows = interval !== null && baseline !== undefined && (verdict === 'better' || verdict === 'worse');
  return {
    byRule,
    level,
    baseline: baseline ?? null,
    latest: latest ?? null,
    interval,
    verdict,
    relative: shows ? relativeOf(interval, valueOf(baseline.measurement.figure)) : null,
    caveats,
  };
}

function verdictOf(
  interval: EffectInterval | null,
  direction: IndicatorState['definition']['direction'],
): EffectVerdict {
  if (interval === null) return 'unknown';
  const nothing = noEffectOn(interval.scale);
  if (leavesRoomFor(interval, nothing)) return 'no_effect';
  const rises = interval.estimate > nothing;
  // What was to stay as it is and did not.
  if (direction === 'keep') return 'worse';
  return rises === (direction === 'increase') ? 'better' : 'worse';
}

function relativeOf({ scale, estimate }: EffectInterval, before: number): number | null {
  if (scale === 'ratio') return estimate - 1;
  return before === 0 ? null : estimate / Math.abs(before);
}
