/**
 * Answers for writing any number as bytes that sort like the numbers do, exactly, whatever their types: the largest
 * double not above the value, then, only when that double is not the value itself, its decimal digits.
 */
import { Int32 } from 'bson';
import type { Decimal128 } from 'bson';
import { parseDecimal } from './decimal.ts';
import type { Finite } from './decimal.ts';

const EXACT = '\x00';
const eight = Buffer.alloc(8);
const NAN_KEY = '\x00'.repeat(8) + EXACT;

function doubleKey(value: number): string {
  eight.writeDoubleBE(value === 0 ? 0 : value);
  if ((eight[0] ?? 0) & 0x80) for (let i = 0; i < 8; i++) eight[i] = ~(eight[i] ?? 0) & 0xff;
  else eight[0] = (eight[0] ?? 0) | 0x80;
  return eight.toString('latin1');
}

function below(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return Number.MAX_VALUE;
  if (value === 0) return -Number.MIN_VALUE;
  eight.writeDoubleBE(value);
  const bits = eight.readBigInt64BE();
  eight.writeBigInt64BE(value > 0 ? bits - 1n : bits + 1n);
  return eight.readDoubleBE();
}

/** A double as an exact fraction: whole × 2^power. */
function fraction(value: number): { whole: bigint; power: number } {
  eight.writeDoubleBE(value);
  const bits = eight.readBigUInt64BE();
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const low = bits & 0xfffffffffffffn;
  const whole = exponent === 0 ? low : low | (1n << 52n);
  return { whole: bits >> 63n ? -whole : whole, power: (exponent === 0 ? 1 : exponent) - 1075 };
}

/** Sign of (decimal − double), by cross-multiplication. */
function against(decimal: Finite, double: number): number {
  if (!Number.isFinite(double)) return double > 0 ? -1 : 1;
  const { whole, power } = fraction(double);
  let left = decimal.coefficient;
  let right = whole;
  if (decimal.exponent >= 0) left *= 10n ** BigInt(decimal.exponent);
  else right *= 10n ** BigInt(-decimal.exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
}

function finiteKey(value: Finite): string {
  let double = Number(`${value.coefficient}e${value.exponent}`);
  if (against(value, double) < 0) double = below(double);
  if (against(value, double) === 0) return doubleKey(double) + EXACT;
  const negative = value.coefficient < 0n;
  const digits = (negative ? -value.coefficient : value.coefficient).toString();
  const adjusted = digits.length - 1 + value.exponent + 0x4000;
  const rest = String.fromCharCode(adjusted >> 8, adjusted & 0xff) + digits.replace(/0+$/, '') + '\x00';
  return doubleKey(double) + '\x01' + (negative ? invert(rest) : rest);
}

export function invert(bytes: string): string {
  let made = '';
  for (let i = 0; i < bytes.length; i++) made += String.fromCharCode(255 - bytes.charCodeAt(i));
  return made;
}

export function numberKey(value: number | bigint | Int32 | Decimal128): string {
  if (value instanceof Int32) return doubleKey(value.value) + EXACT;
  if (typeof value === 'number') return Number.isNaN(value) ? NAN_KEY : doubleKey(value) + EXACT;
  if (typeof value === 'bigint') {
    const safe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
    return safe
      ? doubleKey(Number(value)) + EXACT
      : finiteKey({ kind: 'finite', coefficient: value, exponent: 0 });
  }
  const parsed = parseDecimal(value);
  if (parsed.kind === 'nan') return NAN_KEY;
  if (parsed.kind === 'infinity') return doubleKey(parsed.negative ? -Infinity : Infinity) + EXACT;
  return finiteKey(parsed);
}
