/**
 * Answers for reading BSON: every length is checked before it is believed, every string is checked as UTF-8, nesting is
 * bounded, and deprecated types nobody sends are refused rather than half understood.
 */
import { isUtf8 } from 'node:buffer';
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId } from 'bson';
import { fail } from '../failure.ts';
import { timestamp } from './value.ts';
import type { Doc, Value } from './value.ts';

const DEEPEST = 200;

interface Reader {
  bytes: Buffer;
  at: number;
  end: number;
}

function need(reader: Reader, count: number): number {
  const from = reader.at;
  if (count < 0 || from + count > reader.end) fail(22, 'BSON element runs past its document');
  reader.at = from + count;
  return from;
}

function text(reader: Reader, from: number, to: number): string {
  const found = reader.bytes.toString('utf8', from, to);
  // What is not UTF-8 is read as this sign, which may also be written: only then the bytes must say which it was.
  if (found.includes('\ufffd') && !isUtf8(reader.bytes.subarray(from, to)))
    fail(22, 'BSON string is not valid UTF-8');
  return found;
}

function cstring(reader: Reader): string {
  let end = reader.at;
  while (end < reader.end && reader.bytes[end] !== 0) end++;
  if (end >= reader.end) fail(22, 'BSON name without end');
  const found = text(reader, reader.at, end);
  reader.at = end + 1;
  return found;
}

function string(reader: Reader): string {
  const length = reader.bytes.readInt32LE(need(reader, 4));
  if (length < 1) fail(22, 'BSON string with a bad length');
  const from = need(reader, length);
  if (reader.bytes[from + length - 1] !== 0) fail(22, 'BSON string without its final zero');
  return text(reader, from, from + length - 1);
}

function binary(reader: Reader): Binary {
  const length = reader.bytes.readInt32LE(need(reader, 4));
  const subtype = reader.bytes[need(reader, 1)] ?? 0;
  const from = need(reader, length);
  if (subtype !== 2) return new Binary(Buffer.from(reader.bytes.subarray(from, from + length)), subtype);
  if (length < 4 || reader.bytes.readInt32LE(from) !== length - 4) fail(22, 'BSON old binary, bad length');
  return new Binary(Buffer.from(reader.bytes.subarray(from + 4, from + length)), subtype);
}

function date(reader: Reader): Date {
  const found = new Date(Number(reader.bytes.readBigInt64LE(need(reader, 8))));
  if (Number.isNaN(found.getTime())) fail(22, 'a date outside the range of years this server keeps');
  return found;
}

function bool(reader: Reader): boolean {
  const byte = reader.bytes[need(reader, 1)];
  if (byte !== 0 && byte !== 1) fail(22, 'BSON boolean that is neither 0 nor 1');
  return byte === 1;
}

function value(reader: Reader, type: number, depth: number): Value {
  switch (type) {
    case 0x01:
      return reader.bytes.readDoubleLE(need(reader, 8));
    case 0x02:
      return string(reader);
    case 0x03:
      return document(reader, depth + 1);
    case 0x04:
      return array(reader, depth + 1);
    case 0x05:
      return binary(reader);
    case 0x07: {
      const from = need(reader, 12);
      return new ObjectId(Buffer.from(reader.bytes.subarray(from, from + 12)));
    }
    case 0x08:
      return bool(reader);
    case 0x09:
      return date(reader);
    case 0x0a:
      return null;
    case 0x0b:
      return new BSONRegExp(cstring(reader), cstring(reader));
    case 0x0d:
      return new Code(string(reader));
    case 0x0e:
      return new BSONSymbol(string(reader));
    case 0x10:
      return new Int32(reader.bytes.readInt32LE(need(reader, 4)));
    case 0x11: {
      const from = need(reader, 8);
      return timestamp(reader.bytes.readInt32LE(from + 4), reader.bytes.readInt32LE(from));
    }
    case 0x12:
      return reader.bytes.readBigInt64LE(need(reader, 8));
    case 0x13: {
      const from = need(reader, 16);
      return new Decimal128(Buffer.from(reader.bytes.subarray(from, from + 16)));
    }
    case 0xff:
      return new MinKey();
    case 0x7f:
      return new MaxKey();
    default:
      return fail(22, `BSON type 0x${type.toString(16)} is not kept by this server`);
  }
}

function open(reader: Reader, depth: number): number {
  if (depth > DEEPEST) fail(15, `BSON nested deeper than ${DEEPEST} levels`);
  const start = reader.at;
  const length = reader.bytes.readInt32LE(need(reader, 4));
  if (length < 5 || start + length > reader.end) fail(22, 'BSON document with a bad length');
  if (reader.bytes[start + length - 1] !== 0) fail(22, 'BSON document without its final zero');
  const outer = reader.end;
  reader.end = start + length - 1;
  return outer;
}

function document(reader: Reader, depth: number): Doc {
  const outer = open(reader, depth);
  const found: Doc = new Map();
  while (reader.at < reader.end) {
    const type = reader.bytes[reader.at++] ?? 0;
    const name = cstring(reader);
    found.set(name, value(reader, type, depth));
  }
  reader.at = reader.end + 1;
  reader.end = outer;
  return found;
}

function array(reader: Reader, depth: number): Value[] {
  return [...document(reader, depth).values()];
}

/** Reads the one document that fills `bytes`. */
export function decodeDoc(bytes: Uint8Array): Doc {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const reader: Reader = { bytes: buffer, at: 0, end: buffer.length };
  const found = document(reader, 0);
  if (reader.at !== buffer.length) fail(22, 'bytes after the end of a BSON document');
  return found;
}
