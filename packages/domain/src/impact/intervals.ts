/**
 * How large an effect is and how surely: an estimate with its 95 % interval, each by a published method. Nothing here
 * knows of ideas. A change is always after minus before, or after over before.
 */
import { betaQuantile, studentQuantile } from './beta.ts';

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}
export interface Sample {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
export interface Rate {
  readonly count: number;
  /** How long, or how much, was watched: without it a count cannot be compared. */
  readonly exposure: number;
}

/** The normal quantile that leaves 2.5 % above it. */
const Z = 1.959963984540054;

/**
 * Sums and differences of means. Each mean has the variance sd²/n; degrees of freedom after Welch, « The generalization of
 * Student's problem when several different population variances are involved », Biometrika 34 (1947), and Satterthwaite (1946).
 */
function contrast(parts: readonly { readonly sign: 1 | -1; readonly of: Sample }[]): Interval {
  const estimate = parts.reduce((sum, { sign, of }) => sum + sign * of.mean, 0);
  const variances = parts.map(({ of }) => of.sd ** 2 / of.n);
  const variance = variances.reduce((sum, each) => sum + each, 0);
  if (variance === 0) return { estimate, low: estimate, high: estimate };
  const weight = variances.reduce((sum, each, at) => sum + each ** 2 / ((parts[at]?.of.n ?? 2) - 1), 0);
  const margin = studentQuantile(variance ** 2 / weight) * Math.sqrt(variance);
  return { estimate, low: estimate - margin, high: estimate + margin };
}

/** The difference of two means, by Welch's interval. Both have two cases or more. */
export function meanDifference(before: Sample, after: Sample): Interval {
  return contrast([
    { sign: 1, of: after },
    { sign: -1, of: before },
  ]);
}

/** (A₁ − A₀) − (B₁ − B₀): the variance is the sum of the four. */
export function meanDifferenceInDifferences(
  here: { readonly before: Sample; readonly after: Sample },
  elsewhere: { readonly before: Sample; readonly after: Sample },
): Interval {
  return contrast([
    { sign: 1, of: here.after },
    { sign: -1, of: here.before },
    { sign: -1, of: elsewhere.after },
    { sign: 1, of: elsewhere.before },
  ]);
}

/** One proportion: Wilson's score interval, « Probable inference », JASA 22 (1927). */
export function proportion({ numerator, denominator }: Share): Interval {
  const estimate = numerator / denominator;
  const middle = numerator + Z ** 2 / 2;
  const spread = Z * Math.sqrt(numerator * (1 - estimate) + Z ** 2 / 4);
  const whole = denominator + Z ** 2;
  return {
    estimate,
    low: numerator === 0 ? 0 : (middle - spread) / whole,
    high: numerator === denominator ? 1 : (middle + spread) / whole,
  };
}

/**
 * Sums and differences of proportions: the distances from each to the limit on its side are squared and added. For two it is
 * method 10 of Newcombe, « Interval estimation for the difference between independent proportions », Statistics in Medicine
 * 17 (1998); for more, Zou and Donner, Statistics in Medicine 27 (2008).
 */
function squareAndAdd(parts: readonly { readonly sign: 1 | -1; readonly of: Share }[]): Interval {
  const each = parts.map(({ sign, of }) => ({ sign, ...proportion(of) }));
  const estimate = each.reduce((sum, part) => sum + part.sign * part.estimate, 0);
  const down = each.map((part) => part.estimate - (part.sign === 1 ? part.low : part.high));
  const up = each.map((part) => part.estimate - (part.sign === 1 ? part.high : part.low));
  return { estimate, low: estimate - Math.hypot(...down), high: estimate + Math.hypot(...up) };
}

/** The difference of two proportions. */
export function proportionDifference(before: Share, after: Share): Interval {
  return squareAndAdd([
    { sign: 1, of: after },
    { sign: -1, of: before },
  ]);
}

export function proportionDifferenceInDifferences(
  here: { readonly before: Share; readonly after: Share },
  elsewhere: { readonly before: Share; readonly after: Share },
): Interval {
  return squareAndAdd([
    { sign: 1, of: here.after },
    { sign: -1, of: here.before },
    { sign: -1, of: elsewhere.after },
    { sign: 1, of: elsewhere.before },
  ]);
}

/**
 * The ratio of two rates of Poisson counts: given their sum, the later count is binomial (Przyborowski and Wilenski,
 * Biometrika 31, 1940), and its share has the exact limits of Clopper and Pearson (Biometrika 26, 1934). Null where
 * nothing was counted before: there is no ratio to nothing.
 */
export function rateRatio(before: Rate, after: Rate): Interval | null {
  if (before.count === 0) return null;
  const asRatio = (share: number): number => ((share / (1 - share)) * before.exposure) / after.exposure;
  const low = after.count === 0 ? 0 : betaQuantile(0.025, after.count, before.count + 1);
  const high = betaQuantile(0.975, after.count + 1, before.count);
  const estimate = after.count / after.exposure / (before.count / before.exposure);
  return { estimate, low: asRatio(low), high: asRatio(high) };
}

/** Whether the interval leaves room for no effect at all: 0 of a difference, 1 of a ratio. */
export const leavesRoomFor = ({ low, high }: Interval, nothing: number): boolean =>
  low <= nothing && nothing <= high;
