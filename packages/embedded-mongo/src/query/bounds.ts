/**
 * Answers for which stretch of an index a filter can reach. Every stretch may be wider than the filter (the filter is
 * always applied afterwards), never narrower.
 */
import { BSONRegExp } from 'bson';
import { invert } from '../bson/number-key.ts';
import { LONGEST_KEY, valueKey } from '../bson/key.ts';
import { rank } from '../bson/order.ts';
import { isNumber } from '../bson/value.ts';
import { isNaNValue } from '../bson/numbers.ts';
import type { Doc, Value } from '../bson/value.ts';
import { isDoc } from '../bson/value.ts';
import { isOperatorDoc } from './matcher.ts';

/** Keys k of one component with from <= k < to; `point` when all of them are one value. */
export interface Interval {
  from: string;
  to: string;
  point: boolean;
}

export interface Condition {
  path: string;
  operator: string;
  argument: Value;
}

/** The conditions that every matching document must fulfil, taken apart. */
export function conjuncts(filter: Doc): Condition[] {
  const found: Condition[] = [];
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isDoc(branch)) found.push(...conjuncts(branch));
    } else if (name.startsWith('$')) continue;
    else if (isOperatorDoc(condition))
      for (const [operator, argument] of condition) found.push({ path: name, operator, argument });
    else found.push({ path: name, operator: '$eq', argument: condition });
  }
  return found;
}

/** The least string above everything that starts with `prefix`. */
function successor(prefix: string): string {
  for (let end = prefix.length; end > 0; end--) {
    const last = prefix.charCodeAt(end - 1);
    if (last < 255) return prefix.slice(0, end - 1) + String.fromCharCode(last + 1);
  }
  return '\xff'.repeat(prefix.length + 16);
}

function point(value: Value): Interval {
  const key = valueKey(value);
  return { from: key, to: successor(key), point: true };
}

function prefixOf(pattern: BSONRegExp): Interval[] | undefined {
  if (pattern.options !== '') return undefined;
  const literal = /^\^([A-Za-z0-9 _@/:-]+)(.?)/s.exec(pattern.pattern);
  if (!literal || pattern.pattern.includes('|')) return undefined;
  const next = literal[2] ?? '';
  const kept = '*?{'.includes(next) && next !== '' ? (literal[1] ?? '').slice(0, -1) : (literal[1] ?? '');
  if (kept === '') return undefined;
  const from = valueKey(kept).slice(0, -2);
  return [{ from, to: successor(from), point: false }, point(pattern)];
}

function equality(value: Value): Interval[] | undefined {
  if (Array.isArray(value)) return undefined;
  return value instanceof BSONRegExp ? prefixOf(value) : [point(value)];
}

/** undefined: this condition says nothing an index can use. */
export function intervals({ operator, argument }: Condition): Interval[] | undefined {
  if (operator === '$eq') return equality(argument);
  if (operator === '$regex' && typeof argument === 'string') return prefixOf(new BSONRegExp(argument));
  if (operator === '$in' && Array.isArray(argument)) {
    const found: Interval[] = [];
    for (const value of argument) {
      const one = equality(value);
      if (!one) return undefined;
      found.push(...one);
    }
    const distinct = new Map(found.map((interval) => [interval.from, interval]));
    return [...distinct.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
  if (!['$gt', '$gte', '$lt', '$lte'].includes(operator)) return undefined;
  const type = rank(argument);
  if (type <= 5 || type === 127 || Array.isArray(argument) || argument instanceof BSONRegExp)
    return undefined;
  if (isNumber(argument) && isNaNValue(argument)) return undefined;
  const key = valueKey(argument);
  const floor = String.fromCharCode(type);
  if (operator === '$gt') return [{ from: successor(key), to: successor(floor), point: false }];
  if (operator === '$gte') return [{ from: key, to: successor(floor), point: false }];
  return [{ from: floor, to: operator === '$lt' ? key : successor(key), point: false }];
}

export function intersect(left: Interval[], right: Interval[]): Interval[] {
  const found: Interval[] = [];
  for (const a of left)
    for (const b of right) {
      const from = a.from > b.from ? a.from : b.from;
      const to = a.to < b.to ? a.to : b.to;
      if (from < to) found.push({ from, to, point: a.point || b.point });
    }
  return found;
}

export function directedInterval(interval: Interval, direction: 1 | -1): Interval {
  if (direction === 1) return interval;
  return { ...interval, from: invert(interval.to), to: successor(invert(interval.from)) };
}

/** Stored keys longer than the limit keep a prefix only, so bounds beyond it are widened to that prefix. */
export function clip(from: string, to: string): { from: string; to: string } {
  return {
    from: from.slice(0, LONGEST_KEY),
    to: to.length > LONGEST_KEY ? successor(to.slice(0, LONGEST_KEY)) : to,
  };
}
