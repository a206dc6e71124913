/**
 * The regularised incomplete beta function and its inverse: from it come the quantiles of Student's t and the limits of
 * a proportion. Series and fraction after the NIST Digital Library of Mathematical Functions, §5.11 and §8.17.
 */

/** Coefficients of Stirling's series, DLMF 5.11.1: B(2k) / (2k (2k − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/** The logarithm of the gamma function for x > 0, to about fourteen figures. */
function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  // The series is exact enough from ten on: Γ(x) = Γ(x + 1) / x brings every other there.
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const series = STIRLING.reduce((sum, each, k) => sum + each / shifted ** (2 * k + 1), 0);
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
  );
}

/** The continued fraction of DLMF 8.17.22, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let value = d;
  for (let m = 1; m <= 1_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

/** I_x(a, b): the chance that a beta variable is at most x. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side; the other is its mirror, DLMF 8.17.4.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(front) * fraction(a, b, x)) / a;
}

/** The x of which I_x(a, b) = p, by halving: slow and certain. */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The quantile of Student's t that leaves 2.5 % above it, for any degrees of freedom (DLMF 8.17 with Abramowitz & Stegun 26.7.1). */
export function studentQuantile(freedom: number): number {
  const x = betaQuantile(0.05, freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}
