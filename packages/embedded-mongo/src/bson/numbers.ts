/**
 * Answers for MongoDB's numeric tower: comparing int32, int64, double and decimal128 exactly, and adding or
 * multiplying them with the result type MongoDB gives.
 */
import { Decimal128, Int32 } from 'bson';
import { divideRounded, formatDecimal, parseDecimal, ZERO } from './decimal.ts';
import type { Finite } from './decimal.ts';
import { fail } from '../failure.ts';
import { numberKey } from './number-key.ts';

export type Num = number | bigint | Int32 | Decimal128;

const INT32_MIN = -(2n ** 31n);
const INT32_MAX = 2n ** 31n - 1n;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** The nearest double, for places where an approximation is what MongoDB itself uses. */
export function toNumber(value: Num): number {
  if (value instanceof Int32) return value.value;
  return typeof value === 'number' ? value : Number(value.toString());
}

export function compareNumbers(left: Num, right: Num): number {
  const small = (value: Num): boolean => typeof value === 'number' || value instanceof Int32;
  if (small(left) && small(right)) return compareDoubles(toNumber(left), toNumber(right));
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : left > right ? 1 : 0;
  const a = numberKey(left);
  const b = numberKey(right);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareDoubles(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isNaNValue(value: Num): boolean {
  return Number.isNaN(toNumber(value));
}

/** Whole numbers by value (5, 5.0, Long 5, Decimal 5.0), else undefined. */
export function toWhole(value: Num): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  const parsed = parseDecimal(value);
  if (parsed.kind !== 'finite' || parsed.exponent > 40) return undefined;
  if (parsed.exponent >= 0) return parsed.coefficient * 10n ** BigInt(parsed.exponent);
  const scale = 10n ** BigInt(-parsed.exponent);
  return parsed.coefficient % scale === 0n ? parsed.coefficient / scale : undefined;
}

function finite(value: Num): Finite {
  if (value instanceof Decimal128) {
    const parsed = parseDecimal(value);
    return parsed.kind === 'finite' ? parsed : ZERO;
  }
  // A double becomes a decimal with 15 significant digits, as MongoDB converts it.
  const written = typeof value === 'number' ? value.toPrecision(15) : value.toString();
  const parsed = parseDecimal(Decimal128.fromString(written));
  return parsed.kind === 'finite' ? parsed : ZERO;
}

function decimalOf(
  left: Num,
  right: Num,
  exact: (a: Finite, b: Finite) => Finite,
  loose: number,
): Decimal128 {
  const huge = (value: Num): boolean => value instanceof Decimal128 && parseDecimal(value).kind === 'finite';
  const special = [left, right].some((value) => !Number.isFinite(toNumber(value)) && !huge(value));
  if (special) return Decimal128.fromString(Number.isNaN(loose) ? 'NaN' : String(loose));
  return formatDecimal(exact(finite(left), finite(right)));
}

/** An integer result: int32 when both were and it fits, int64 when it fits, else undefined. */
function integer(left: Num, right: Num, result: bigint): Num | undefined {
  const narrow = left instanceof Int32 && right instanceof Int32;
  if (narrow && result >= INT32_MIN && result <= INT32_MAX) return new Int32(Number(result));
  return result >= INT64_MIN && result <= INT64_MAX ? result : undefined;
}

function whole(value: Num): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return value instanceof Int32 ? BigInt(value.value) : undefined;
}

interface Operation {
  double: (a: number, b: number) => number;
  integer: (a: bigint, b: bigint) => bigint;
  decimal: (a: Finite, b: Finite) => Finite;
}

function apply(left: Num, right: Num, operation: Operation): Num | undefined {
  const loose = operation.double(toNumber(left), toNumber(right));
  if (left instanceof Decimal128 || right instanceof Decimal128)
    return decimalOf(left, right, operation.decimal, loose);
  const a = whole(left);
  const b = whole(right);
  return a === undefined || b === undefined ? loose : integer(left, right, operation.integer(a, b));
}

const ADD: Operation = {
  double: (a, b) => a + b,
  integer: (a, b) => a + b,
  decimal: (a, b) => {
    // Beyond 34 digits apart the smaller one cannot show; the shift stays bounded.
    const exponent = Math.max(Math.min(a.exponent, b.exponent), Math.max(a.exponent, b.exponent) - 80);
    const shift = (value: Finite): bigint =>
      value.exponent >= exponent
        ? value.coefficient * 10n ** BigInt(value.exponent - exponent)
        : value.coefficient / 10n ** BigInt(Math.min(exponent - value.exponent, 100));
    return { kind: 'finite', coefficient: shift(a) + shift(b), exponent };
  },
};

const MULTIPLY: Operation = {
  double: (a, b) => a * b,
  integer: (a, b) => a * b,
  decimal: (a, b) => ({
    kind: 'finite',
    coefficient: a.coefficient * b.coefficient,
    exponent: a.exponent + b.exponent,
  }),
};

/** undefined when int64 overflows: an update refuses that, an aggregation goes on as a double. */
export const add = (left: Num, right: Num): Num | undefined => apply(left, right, ADD);
export const multiply = (left: Num, right: Num): Num | undefined => apply(left, right, MULTIPLY);

export function addLoosely(left: Num, right: Num): Num {
  return add(left, right) ?? toNumber(left) + toNumber(right);
}

export function subtract(left: Num, right: Num): Num {
  return addLoosely(left, multiply(right, new Int32(-1)) ?? -toNumber(right));
}

export function multiplyLoosely(left: Num, right: Num): Num {
  return multiply(left, right) ?? toNumber(left) * toNumber(right);
}

export function divide(left: Num, right: Num): Num {
  if (!(left instanceof Decimal128) && !(right instanceof Decimal128)) {
    if (toNumber(right) === 0) fail(2, "can't $divide by zero");
    return toNumber(left) / toNumber(right);
  }
  if (finite(right).coefficient === 0n) fail(2, "can't $divide by zero");
  return decimalOf(left, right, divideRounded, toNumber(left) / toNumber(right));
}
