/**
 * Answers for whether what the driver gave is what a test expects, by the rules of the unified test format: documents
 * at the root may have more fields than expected, nested ones may not, and `$$` operators stand for what is not fixed.
 */
import { Binary, ClientSession, Decimal128, Int32, Long, ObjectId, Timestamp } from 'mongodb';
import { isRecord, list, record, text } from './json.ts';
import type { Json } from './json.ts';

export type Entities = Map<string, unknown>;

export class Mismatch extends Error {}

function mismatch(path: string, why: string): never {
  throw new Mismatch(`${path}: ${why}`);
}

export function show(value: unknown): string {
  const seen = new Set<unknown>();
  const written = JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member === 'bigint') return `${member}n`;
    if (member instanceof Map) return Object.fromEntries(member);
    if (typeof member === 'object' && member !== null) {
      if (seen.has(member)) return '…';
      seen.add(member);
    }
    return member;
  });
  return (written ?? 'undefined').slice(0, 400);
}

const whole = (value: unknown): boolean =>
  typeof value === 'bigint' ||
  value instanceof Int32 ||
  value instanceof Long ||
  (typeof value === 'number' && Number.isInteger(value));

const TYPES: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  object: (value) => isRecord(value),
  array: (value) => Array.isArray(value),
  binData: (value) => value instanceof Binary,
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  int: whole,
  long: whole,
  decimal: (value) => value instanceof Decimal128,
  timestamp: (value) => value instanceof Timestamp,
};

function checkType(wanted: unknown, actual: unknown, path: string): void {
  const names = Array.isArray(wanted) ? wanted.map(text) : [text(wanted)];
  if (!names.some((name) => TYPES[name]?.(actual)))
    mismatch(path, `${show(actual)} is not of type ${names.join(' or ')}`);
}

function plain(value: unknown): unknown {
  if (value instanceof Long || value instanceof Int32) return Number(value.toString());
  if (typeof value === 'bigint') return Number(value);
  return value;
}

function sameScalar(expected: unknown, actual: unknown): boolean {
  const left = plain(expected);
  const right = plain(actual);
  if (Object.is(left, right) || left === right) return true;
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (left instanceof ObjectId) return right instanceof ObjectId && left.equals(right);
  if (left instanceof Timestamp) return right instanceof Timestamp && left.equals(right);
  if (left instanceof Binary || left instanceof Decimal128) return show(left) === show(right);
  return false;
}

const isScalar = (value: unknown): boolean =>
  !isRecord(value) || '_bsontype' in value || value instanceof Date;

interface Place {
  entities: Entities;
  path: string;
  root: boolean;
}

/** undefined: not one of the `$$` operators. */
function special(expected: Json, actual: unknown, place: Place): boolean {
  const [[name, argument] = ['', undefined], second] = Object.entries(expected);
  if (!name.startsWith('$$') || second) return false;
  const { entities, path } = place;
  const missing = actual === undefined || actual === null;
  switch (name) {
    case '$$exists':
      if (missing === argument) mismatch(path, `${missing ? 'missing' : 'unexpected'}: ${show(actual)}`);
      return true;
    case '$$type':
      checkType(argument, actual, path);
      return true;
    case '$$unsetOrMatches':
      if (!missing) match(argument, actual, place);
      return true;
    case '$$matchesEntity':
      match(entities.get(text(argument)), actual, place);
      return true;
    case '$$matchAsRoot':
      match(argument, actual, { ...place, root: true });
      return true;
    case '$$sessionLsid': {
      const session = entities.get(text(argument));
      const wanted: unknown =
        session instanceof ClientSession ? session.id : mismatch(path, 'no such session');
      match(wanted, actual, place);
      return true;
    }
    case '$$lte':
      if (!(Number(plain(actual)) <= Number(argument))) mismatch(path, `${show(actual)} is too much`);
      return true;
    default:
      return false;
  }
}

/** The driver bounds every commit by a time of its own; its own runner lets any further field pass. */
const DRIVERS_OWN = /\.writeConcern\.wtimeout$/;

function fieldOf(actual: unknown, name: string): unknown {
  if (actual instanceof Map) return actual.has(name) ? actual.get(name) : actual.get(Number(name));
  return record(actual)[name];
}

function matchDocument(expected: Json, actual: unknown, place: Place): void {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
    mismatch(place.path, `${show(actual)} is no document, expected ${show(expected)}`);
  for (const [name, wanted] of Object.entries(expected))
    match(wanted, fieldOf(actual, name), { ...place, path: `${place.path}.${name}`, root: false });
  if (place.root) return;
  const names = actual instanceof Map ? [...actual.keys()].map(String) : Object.keys(actual);
  for (const name of names)
    if (
      !(name in expected) &&
      fieldOf(actual, name) !== undefined &&
      !DRIVERS_OWN.test(`${place.path}.${name}`)
    )
      mismatch(place.path, `unexpected field ${name} in ${show(actual)}`);
}

export function match(expected: unknown, actual: unknown, place: Place): void {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      mismatch(place.path, `${show(actual)} instead of ${show(expected)}`);
    for (const [at, wanted] of expected.entries())
      match(wanted, list(actual)[at], { ...place, path: `${place.path}[${at}]` });
    return;
  }
  if (isRecord(expected) && special(expected, actual, place)) return;
  if (isScalar(expected)) {
    if (!sameScalar(expected, actual)) mismatch(place.path, `${show(actual)} instead of ${show(expected)}`);
    return;
  }
  matchDocument(record(expected), actual, place);
}
