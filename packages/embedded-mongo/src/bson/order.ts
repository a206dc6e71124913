/**
 * Answers for MongoDB's order of values: canonical type first, then value; strings by UTF-8 bytes (or by a collator),
 * documents field by field in their own order (type, then name, then value).
 */
import { Binary, BSONRegExp, BSONSymbol, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compareNumbers } from './numbers.ts';
import { isNumber } from './value.ts';
import type { Doc, Maybe, Value } from './value.ts';

export type Collate = (left: string, right: string) => number;

/** The canonical type, in MongoDB's order; undefined stands for a missing value, below null. */
export function rank(value: Maybe): number {
  if (value === undefined) return 2;
  if (value === null) return 5;
  if (isNumber(value)) return 10;
  if (typeof value === 'string' || value instanceof BSONSymbol) return 15;
  if (value instanceof Map || value instanceof Uint8Array) return 20;
  if (Array.isArray(value)) return 25;
  if (value instanceof Binary) return 30;
  if (value instanceof ObjectId) return 35;
  if (typeof value === 'boolean') return 40;
  if (value instanceof Date) return 45;
  if (value instanceof Timestamp) return 47;
  if (value instanceof BSONRegExp) return 50;
  if (value instanceof Code) return 60;
  return value instanceof MinKey ? 1 : 127;
}

/** UTF-8 byte order; UTF-16 order differs only when a surrogate meets a unit above it. */
export function compareStrings(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    let a = left.charCodeAt(i);
    let b = right.charCodeAt(i);
    if (a === b) continue;
    if (a >= 0xd800 && b >= 0xd800) {
      a += a >= 0xe000 ? -0x800 : 0x2000;
      b += b >= 0xe000 ? -0x800 : 0x2000;
    }
    return a < b ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

function compareArrays(left: Value[], right: Value[], collate: Collate): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const order = compare(left[i], right[i], collate);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

function compareDocs(left: Doc, right: Doc, collate: Collate): number {
  const others = right.entries();
  for (const [name, value] of left) {
    const other = others.next();
    if (other.done) return 1;
    const [otherName, otherValue] = other.value;
    const order =
      Math.sign(rank(value) - rank(otherValue)) ||
      compareStrings(name, otherName) ||
      compare(value, otherValue, collate);
    if (order !== 0) return order;
  }
  return others.next().done ? 0 : -1;
}

function compareBinaries(left: Binary, right: Binary): number {
  if (left.position !== right.position) return Math.sign(left.position - right.position);
  if (left.sub_type !== right.sub_type) return Math.sign(left.sub_type - right.sub_type);
  return Buffer.compare(left.buffer.subarray(0, left.position), right.buffer.subarray(0, right.position));
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof BSONSymbol) return value.value;
  return value instanceof Code ? String(value.code) : '';
}

export function compare(left: Maybe, right: Maybe, collate: Collate = compareStrings): number {
  if (typeof left === 'string' && typeof right === 'string') return collate(left, right);
  const order = rank(left) - rank(right);
  if (order !== 0) return Math.sign(order);
  if (left === undefined || right === undefined || left === null || right === null) return 0;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (left instanceof Map && right instanceof Map) return compareDocs(left, right, collate);
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right, collate);
  if (left instanceof ObjectId && right instanceof ObjectId) return Buffer.compare(left.id, right.id);
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime());
  if (left instanceof Binary && right instanceof Binary) return compareBinaries(left, right);
  if (left instanceof Timestamp && right instanceof Timestamp) return left.compare(right);
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof BSONRegExp && right instanceof BSONRegExp)
    return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
  if (left instanceof MinKey || left instanceof MaxKey) return 0;
  return left instanceof Code
    ? compareStrings(textOf(left), textOf(right))
    : collate(textOf(left), textOf(right));
}

export function equal(left: Maybe, right: Maybe, collate: Collate = compareStrings): boolean {
  return compare(left, right, collate) === 0;
}
