/**
 * Answers for how a BSON value looks in memory. A document is a Map, so that key order survives (even of keys that
 * look like numbers) and a key named `__proto__` is only a key; a double is a number, an int64 a bigint, an int32 an
 * Int32, so that no value loses its type on the way through.
 */
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Int32,
  Long,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import type { MaxKey } from 'bson';

export interface Doc extends Map<string, Value> {}

/** The Uint8Array is a document already encoded; it only occurs in replies, to spare decoding what is passed on. */
export type Value =
  | Doc
  | Value[]
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Int32
  | Decimal128
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Code
  | Timestamp
  | MinKey
  | MaxKey
  | Uint8Array;

export type Maybe = Value | undefined;

export function isDoc(value: Maybe): value is Doc {
  return value instanceof Map;
}

export function doc(entries: Record<string, Maybe>): Doc {
  const made: Doc = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) made.set(key, value);
  return made;
}

export function int(value: number): Int32 {
  return new Int32(value);
}

export function timestamp(high: number, low: number): Timestamp {
  return new Timestamp(new Long(low, high, true));
}

export function isNumber(value: Maybe): value is number | bigint | Int32 | Decimal128 {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Int32 ||
    value instanceof Decimal128
  );
}

/** MongoDB's name and number of a value's type, as `$type` and error messages use them. */
export function typeOf(value: Value): { name: string; number: number } {
  const found = (name: string, number: number): { name: string; number: number } => ({ name, number });
  if (typeof value === 'number') return found('double', 1);
  if (typeof value === 'string') return found('string', 2);
  if (value instanceof Map || value instanceof Uint8Array) return found('object', 3);
  if (Array.isArray(value)) return found('array', 4);
  if (value instanceof Binary) return found('binData', 5);
  if (value instanceof ObjectId) return found('objectId', 7);
  if (typeof value === 'boolean') return found('bool', 8);
  if (value instanceof Date) return found('date', 9);
  if (value === null) return found('null', 10);
  if (value instanceof BSONRegExp) return found('regex', 11);
  if (value instanceof Code) return found('javascript', 13);
  if (value instanceof BSONSymbol) return found('symbol', 14);
  if (value instanceof Int32) return found('int', 16);
  if (value instanceof Timestamp) return found('timestamp', 17);
  if (typeof value === 'bigint') return found('long', 18);
  if (value instanceof Decimal128) return found('decimal', 19);
  if (value instanceof MinKey) return found('minKey', -1);
  return found('maxKey', 127);
}

/** The names of the numbers from 1 on. */
const NAMES =
  'double string object array binData undefined objectId bool date null regex dbPointer javascript symbol javascriptWithScope int timestamp long decimal';

export const TYPE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NAMES.split(' ').map((name, at) => [name, at + 1] as const),
  ['minKey', -1],
  ['maxKey', 127],
]);

export function copy(value: Value): Value {
  if (value instanceof Map) return copyDoc(value);
  return Array.isArray(value) ? value.map(copy) : value;
}

export function copyDoc(from: Doc): Doc {
  const made: Doc = new Map();
  for (const [key, value] of from) made.set(key, copy(value));
  return made;
}

/** MongoDB's rule for what counts as true in an option or an expression. */
export function truthy(value: Maybe): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'bigint') return value !== 0n;
  if (value instanceof Int32) return value.value !== 0;
  if (value instanceof Decimal128) return !/^-?0(\.0*)?(E.*)?$/.test(value.toString());
  return true;
}
