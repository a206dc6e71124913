/**
 * Answers for the conditions that look at one value at a time. Comparisons stay within one canonical type, null meets
 * missing, and NaN is equal to itself only.
 */
import { BSONRegExp, BSONSymbol, MaxKey, MinKey } from 'bson';
import { fail } from '../failure.ts';
import { isNaNValue, toWhole } from '../bson/numbers.ts';
import type { Collate } from '../bson/order.ts';
import { compare, compareStrings, equal, rank } from '../bson/order.ts';
import { isNumber, TYPE_NUMBERS, typeOf } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { regexOf } from './regex.ts';

/** `element`: the value is a member of the array the path leads to, not what stands there itself. */
export type ValueTest = (value: Maybe, element: boolean) => boolean;

function equals(wanted: Value, collate: Collate): ValueTest {
  if (wanted === null) return (value) => value === null || value === undefined;
  if (wanted instanceof BSONRegExp) {
    const pattern = regexOf(wanted);
    return (value) => {
      if (typeof value === 'string') return pattern.test(value);
      if (value instanceof BSONSymbol) return pattern.test(value.value);
      return value instanceof BSONRegExp && equal(value, wanted);
    };
  }
  return (value) => value !== undefined && equal(value, wanted, collate);
}

function ordered(name: string, wanted: Value, collate: Collate): ValueTest {
  if (wanted instanceof BSONRegExp) fail(2, `Can't have RegEx as arg to predicate over field`);
  const accepts = (order: number): boolean => {
    if (name === '$gt') return order > 0;
    if (name === '$gte') return order >= 0;
    return name === '$lt' ? order < 0 : order <= 0;
  };
  const orEqual = name === '$gte' || name === '$lte';
  if (wanted === null) return (value) => orEqual && (value === null || value === undefined);
  const wide = wanted instanceof MinKey || wanted instanceof MaxKey;
  const notANumber = isNumber(wanted) && isNaNValue(wanted);
  return (value) => {
    if (value === undefined) return false;
    if (wide) return accepts(compare(value, wanted, collate));
    if (rank(value) !== rank(wanted)) return false;
    if (isNumber(value) && (notANumber || isNaNValue(value))) return orEqual && compare(value, wanted) === 0;
    return accepts(compare(value, wanted, collate));
  };
}

function oneOf(argument: Value, collate: Collate): ValueTest {
  if (!Array.isArray(argument)) return fail(2, '$in needs an array');
  for (const wanted of argument)
    if (wanted instanceof Map && [...wanted.keys()][0]?.startsWith('$') && !wanted.has('$ref'))
      fail(2, 'cannot nest $ under $in');
  const tests = argument
    .filter((wanted) => typeof wanted !== 'string')
    .map((wanted) => equals(wanted, collate));
  const texts = argument.filter((wanted) => typeof wanted === 'string');
  const exact = new Set(texts);
  const loose = collate === compareStrings ? [] : texts;
  return (value, element) => {
    if (typeof value !== 'string') return tests.some((test) => test(value, element));
    if (exact.has(value) || loose.some((text) => collate(text, value) === 0)) return true;
    return tests.some((test) => test(value, element));
  };
}

function typed(argument: Value): ValueTest {
  const wanted = new Set<number>();
  let anyNumber = false;
  for (const one of Array.isArray(argument) ? argument : [argument]) {
    if (one === 'number') anyNumber = true;
    else if (typeof one === 'string') {
      wanted.add(TYPE_NUMBERS.get(one) ?? fail(2, `Unknown type name alias: ${one}`));
    } else {
      const number = isNumber(one) ? toWhole(one) : undefined;
      if (number === undefined || ![...TYPE_NUMBERS.values()].includes(Number(number)))
        fail(2, 'Invalid numerical type code');
      wanted.add(Number(number));
    }
  }
  if (Array.isArray(argument) && argument.length === 0) fail(9, 'type must match at least one type');
  return (value) =>
    value !== undefined && ((anyNumber && isNumber(value)) || wanted.has(typeOf(value).number));
}

function wholeNumber(argument: Maybe, name: string): bigint {
  const number = isNumber(argument) ? toWhole(argument) : undefined;
  return number ?? fail(9, `Failed to parse ${name}. Expected an integer`);
}

function modulo(argument: Value): ValueTest {
  if (!Array.isArray(argument) || argument.length !== 2) return fail(2, 'malformed mod, needs two elements');
  const truncated = argument.map((part) =>
    typeof part === 'number' && Number.isFinite(part) ? Math.trunc(part) : part,
  );
  const divisor = wholeNumber(truncated[0], '$mod');
  const remainder = wholeNumber(truncated[1], '$mod');
  if (divisor === 0n) fail(2, 'divisor cannot be 0');
  return (value) => {
    if (!isNumber(value)) return false;
    const whole =
      typeof value === 'number'
        ? Number.isFinite(value)
          ? BigInt(Math.trunc(value))
          : undefined
        : toWhole(value);
    return whole !== undefined && whole % divisor === remainder;
  };
}

export function valueTest(name: string, argument: Value, collate: Collate): ValueTest {
  switch (name) {
    case '$eq':
      return equals(argument, collate);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return ordered(name, argument, collate);
    case '$in':
      return oneOf(argument, collate);
    case '$exists':
      return (value) => value !== undefined;
    case '$type':
      return typed(argument);
    case '$size': {
      const size = wholeNumber(argument, '$size');
      if (size < 0n) fail(2, 'Failed to parse $size. Expected a non-negative number');
      return (value, element) => !element && Array.isArray(value) && value.length === Number(size);
    }
    case '$mod':
      return modulo(argument);
    default:
      return fail(2, `unknown operator: ${name}`);
  }
}
