/** What an idea gave in money and in time: two lines that are never added, and a year of neither before eight weeks. */
import type { EvidenceLevel } from '@butinerie/contracts';
import { assessIndicator, daysOf, DAYS_TO_EXTRAPOLATE, type Assessed } from './assess-indicator.ts';
import { isAfter, holding, type GainState, type ImpactState } from './entries.ts';

export interface GainAssessed {
  readonly gain: GainState;
  readonly level: EvidenceLevel;
  /** Another was said since: this one stays readable and holds no more. */
  readonly superseded: boolean;
  /** Whole weeks of measure that it was seen over. */
  readonly weeks: number;
  /** Euros of a budget, hours of time. */
  readonly seen: number;
  readonly yearly: number | null;
  readonly yearlyEuros: number | null;
  readonly counts: boolean;
}

const YEAR = 365;

export function assessGains(impact: ImpactState): readonly GainAssessed[] {
  const assessed = new Map(holding(impact).map((each) => [each.id, each]));
  const cost = impact.costs.at(-1)?.cost ?? null;
  return impact.gains.map((state): GainAssessed => {
    const { gain, measure } = state;
    const indicator = assessed.get(gain.indicator);
    const found: Assessed | null = indicator === undefined ? null : assessIndicator(indicator);
    const days = measure === null ? 0 : daysOf(measure.measurement);
    const seen = gain.kind === 'budget' ? gain.amount : gain.hours;
    const yearly = days >= DAYS_TO_EXTRAPOLATE ? (seen * YEAR) / days : null;
    const superseded = impact.gains.findLast((each) => each.gain.kind === gain.kind)?.id !== state.id;
    const yearlyEuros = yearly === null ? null : eurosOf(state, yearly, cost);
    const level = found?.level ?? 0;
    return {
      gain: state,
      level,
      superseded,
      weeks: Math.floor(days / 7),
      seen,
      yearly,
      yearlyEuros,
      counts:
        !superseded &&
        level >= 2 &&
        found?.verdict === 'better' &&
        indicator?.validated != null &&
        yearlyEuros !== null,
    };
  });
}

/** Of a budget, what is left once the project is paid for: unknown where its cost is. Of time, the hours at their rate. */
function eurosOf(
  { gain }: GainState,
  yearly: number,
  cost: ImpactState['costs'][number]['cost'] | null,
): number | null {
  if (gain.kind === 'time') return yearly * gain.rate;
  return cost && yearly - cost.oneOff / cost.amortisedOver - cost.yearly;
}

/** What a review lacks to be whole: something watched that was not to get worse, and what it cost. */
export function incompleteOf(impact: ImpactState): readonly ('guardrail' | 'cost')[] {
  const watched = holding(impact).some(
    ({ definition, measures }) =>
      definition.role === 'guardrail' && measures.some(({ measurement }) => isAfter(measurement)),
  );
  return [
    ...(watched ? [] : (['guardrail'] as const)),
    ...(impact.costs.length > 0 ? [] : (['cost'] as const)),
  ];
}

export interface GainTotal {
  readonly level: EvidenceLevel;
  readonly ideas: number;
  readonly yearly: number;
  readonly euros: number;
}

/** Of one kind, each level in a column of its own; nothing below level 2 is in any. */
export function totalOf(kind: 'budget' | 'time', gains: readonly GainAssessed[]): readonly GainTotal[] {
  const counted = gains.filter((each) => each.counts && each.gain.gain.kind === kind);
  return ([2, 3, 4] as const).flatMap((level) => {
    const here = counted.filter((each) => each.level === level);
    return here.length === 0
      ? []
      : [
          {
            level,
            ideas: here.length,
            yearly: here.reduce((sum, each) => sum + (each.yearly ?? 0), 0),
            euros: here.reduce((sum, each) => sum + (each.yearlyEuros ?? 0), 0),
          },
        ];
  });
}
