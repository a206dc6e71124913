/**
 * Answers for writing BSON with each value's own type. One growing buffer is reused: encoding is synchronous, so two
 * documents are never written at once.
 */
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MinKey, ObjectId, Timestamp } from 'bson';
import type { Doc, Value } from './value.ts';

const SMALL = 1 << 16;
let scratch = Buffer.allocUnsafe(SMALL);
let at = 0;

function room(count: number): number {
  if (at + count > scratch.length) {
    const bigger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + count));
    scratch.copy(bigger, 0, 0, at);
    scratch = bigger;
  }
  const from = at;
  at += count;
  return from;
}

function byte(value: number): void {
  const from = room(1);
  scratch[from] = value;
}

function int32(value: number): void {
  const from = room(4);
  scratch.writeInt32LE(value, from);
}

function int64(value: bigint): void {
  const from = room(8);
  scratch.writeBigInt64LE(value, from);
}

function bytes(value: Uint8Array): void {
  const from = room(value.length);
  scratch.set(value, from);
}

function cstring(value: string): void {
  const from = room(value.length * 3 + 1);
  at = from + scratch.write(value, from, 'utf8');
  scratch[at++] = 0;
}

function string(value: string): void {
  const from = room(4);
  cstring(value);
  scratch.writeInt32LE(at - from - 4, from);
}

function head(type: number, name: string): void {
  byte(type);
  cstring(name);
}

function binary(value: Binary): void {
  const data = value.buffer.subarray(0, value.position);
  const old = value.sub_type === Binary.SUBTYPE_BYTE_ARRAY;
  int32(data.length + (old ? 4 : 0));
  byte(value.sub_type);
  if (old) int32(data.length);
  bytes(data);
}

function element(name: string, value: Value): void {
  if (typeof value === 'string') {
    head(0x02, name);
    string(value);
  } else if (value instanceof Map) {
    head(0x03, name);
    document(value);
  } else if (Array.isArray(value)) {
    head(0x04, name);
    array(value);
  } else if (value instanceof Int32) {
    head(0x10, name);
    int32(value.value);
  } else if (typeof value === 'number') {
    head(0x01, name);
    const from = room(8);
    scratch.writeDoubleLE(value, from);
  } else if (typeof value === 'boolean') {
    head(0x08, name);
    byte(value ? 1 : 0);
  } else if (value === null) head(0x0a, name);
  else scalar(name, value);
}

function scalar(name: string, value: Exclude<Value, string | number | boolean | null | Doc | Value[]>): void {
  if (value instanceof ObjectId) {
    head(0x07, name);
    bytes(value.id);
  } else if (value instanceof Date) {
    head(0x09, name);
    int64(BigInt(value.getTime()));
  } else if (typeof value === 'bigint') {
    head(0x12, name);
    int64(value);
  } else if (value instanceof Uint8Array) {
    head(0x03, name);
    bytes(value);
  } else if (value instanceof Binary) {
    head(0x05, name);
    binary(value);
  } else if (value instanceof Decimal128) {
    head(0x13, name);
    bytes(value.bytes);
  } else if (value instanceof Timestamp) {
    head(0x11, name);
    int32(value.low);
    int32(value.high);
  } else if (value instanceof BSONRegExp) {
    head(0x0b, name);
    cstring(value.pattern);
    cstring(value.options);
  } else if (value instanceof Code) {
    head(0x0d, name);
    string(value.code);
  } else if (value instanceof BSONSymbol) {
    head(0x0e, name);
    string(value.value);
  } else head(value instanceof MinKey ? 0xff : 0x7f, name);
}

function close(from: number): void {
  byte(0);
  scratch.writeInt32LE(at - from, from);
}

function document(value: Doc): void {
  const from = room(4);
  for (const [name, member] of value) element(name, member);
  close(from);
}

function array(value: Value[]): void {
  const from = room(4);
  for (let index = 0; index < value.length; index++) element(String(index), value[index] ?? null);
  close(from);
}

export function encodeDoc(value: Doc): Buffer {
  at = 0;
  document(value);
  const made = Buffer.from(scratch.subarray(0, at));
  if (scratch.length > SMALL * 64) scratch = Buffer.allocUnsafe(SMALL);
  return made;
}
