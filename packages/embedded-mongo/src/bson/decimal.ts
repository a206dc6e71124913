/**
 * Answers for Decimal128 as coefficient and exponent: reading, rounding half to even at 34 digits, writing.
 */
import { Decimal128 } from 'bson';

export interface Finite {
  kind: 'finite';
  coefficient: bigint;
  exponent: number;
}

export type Parsed = Finite | { kind: 'nan' } | { kind: 'infinity'; negative: boolean };

export const ZERO: Finite = { kind: 'finite', coefficient: 0n, exponent: 0 };
const DIGITS = 34;

export function parseDecimal(value: Decimal128): Parsed {
  const written = value.toString();
  if (written === 'NaN') return { kind: 'nan' };
  if (written.includes('Infinity')) return { kind: 'infinity', negative: written.startsWith('-') };
  const [mantissa = '0', power = '0'] = written.split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { kind: 'finite', coefficient: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

export function formatDecimal(value: Finite): Decimal128 {
  let { coefficient, exponent } = value;
  const negative = coefficient < 0n;
  if (negative) coefficient = -coefficient;
  const over = coefficient.toString().length - DIGITS;
  if (over > 0) {
    const scale = 10n ** BigInt(over);
    const rest = coefficient % scale;
    coefficient /= scale;
    exponent += over;
    const twice = rest * 2n;
    if (twice > scale || (twice === scale && coefficient % 2n === 1n)) coefficient += 1n;
  }
  const written = `${negative ? '-' : ''}${coefficient}E${exponent >= 0 ? '+' : ''}${exponent}`;
  return Decimal128.fromStringWithRounding(written);
}

export function divideRounded(left: Finite, right: Finite): Finite {
  const lift = 2 * DIGITS + 2;
  const quotient = (left.coefficient * 10n ** BigInt(lift)) / right.coefficient;
  let made: Finite = {
    kind: 'finite',
    coefficient: quotient,
    exponent: left.exponent - right.exponent - lift,
  };
  // An exact quotient keeps no needless zeros: 10 / 4 is 2.5.
  while (made.exponent < 0 && made.coefficient % 10n === 0n && made.coefficient !== 0n)
    made = { kind: 'finite', coefficient: made.coefficient / 10n, exponent: made.exponent + 1 };
  return made;
}
