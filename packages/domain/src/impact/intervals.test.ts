/** Known answers: each was printed by somebody else before this was written. */
import { expect, test } from 'vitest';
import { studentQuantile } from './beta.ts';
import {
  leavesRoomFor,
  meanDifference,
  meanDifferenceInDifferences,
  proportion,
  proportionDifference,
  proportionDifferenceInDifferences,
  rateRatio,
  type Sample,
} from './intervals.ts';

function sampleOf(values: readonly number[]): Sample {
  const n = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (n - 1)), n };
}
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

test.each([
  [1, 12.706],
  [2, 4.303],
  [5, 2.571],
  [10, 2.228],
  [30, 2.042],
  [120, 1.98],
])('[EF1] the quantiles of Student’s t are those of the printed tables: %d degrees', (freedom, printed) => {
  expect(studentQuantile(freedom)).toBeCloseTo(printed, 3);
});

test('[EF1] a difference of means is that of Student’s soporifics, as R prints its Welch test', () => {
  const before = sampleOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  const after = sampleOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const { estimate, low, high } = meanDifference(before, after);
  expect(estimate).toBeCloseTo(-1.58, 6);
  expect(low).toBeCloseTo(-3.3654832, 6);
  expect(high).toBeCloseTo(0.2054832, 6);
  expect(leavesRoomFor({ estimate, low, high }, 0)).toBe(true);
});

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('[EF2] a proportion is that of Newcombe 1998: %d of %d', (numerator, denominator, low, high) => {
  const found = proportion(share(numerator, denominator));
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])(
  '[EF2] a difference of proportions is that of Newcombe 1998: %d/%d and %d/%d',
  (k1, n1, k0, n0, low, high) => {
    const found = proportionDifference(share(k0, n0), share(k1, n1));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  },
);

test('[EF3] a ratio of rates is that of the example in R’s poisson.test', () => {
  const found = rateRatio({ count: 6 + 8 + 7, exposure: 1083 + 1050 + 878 }, { count: 11, exposure: 800 });
  expect(found?.estimate).toBeCloseTo(1.971488, 6);
  expect(found?.low).toBeCloseTo(0.8584264, 6);
  expect(found?.high).toBeCloseTo(4.277266, 6);
});

test('[EF3] nothing counted afterwards has an upper limit; nothing counted before has no ratio', () => {
  const found = rateRatio({ count: 4, exposure: 1 }, { count: 0, exposure: 1 });
  expect(found).toMatchObject({ estimate: 0, low: 0 });
  // 1 − 0.025^(1/4): the exact limit of none in four, as odds.
  const limit = 1 - 0.025 ** (1 / 4);
  expect(found?.high).toBeCloseTo(limit / (1 - limit), 8);
  expect(rateRatio({ count: 0, exposure: 1 }, { count: 4, exposure: 1 })).toBeNull();
});

test('[EF4] a difference in differences has the estimate of Card and Krueger 1994, table 3', () => {
  // Printed as mean and standard error: here as one case whose deviation is that error times the root of n.
  const of = (mean: number, error: number, n: number): Sample => ({ mean, sd: error * Math.sqrt(n), n });
  const jersey = { before: of(20.44, 0.51, 321), after: of(21.03, 0.52, 319) };
  const pennsylvania = { before: of(23.33, 1.35, 77), after: of(21.17, 0.94, 77) };
  const found = meanDifferenceInDifferences(jersey, pennsylvania);
  expect(found.estimate).toBeCloseTo(2.75, 6);
  // The four variances added: they followed the same restaurants and could be surer.
  const error = Math.sqrt(0.51 ** 2 + 0.52 ** 2 + 1.35 ** 2 + 0.94 ** 2);
  expect((found.high - found.low) / 2 / error).toBeGreaterThan(1.96);
  expect((found.high - found.low) / 2 / error).toBeLessThan(2);
});

test('[EF4] where elsewhere did not move, its own uncertainty still widens the interval', () => {
  const here = { before: share(48, 80), after: share(56, 70) };
  const alone = proportionDifference(here.before, here.after);
  const compared = proportionDifferenceInDifferences(here, { before: share(30, 60), after: share(30, 60) });
  expect(compared.estimate).toBeCloseTo(alone.estimate, 10);
  expect(compared.low).toBeLessThan(alone.low);
  expect(compared.high).toBeGreaterThan(alone.high);
});
