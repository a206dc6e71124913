/**
 * Answers for index keys: any value as bytes whose order is the order of values, self-delimiting so that parts can be
 * joined. Keys are strings of one character per byte: they compare, hash and join faster in JavaScript than buffers.
 */
import { createHash } from 'node:crypto';
import { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { invert, numberKey } from './number-key.ts';
import { rank } from './order.ts';
import { isNumber } from './value.ts';
import type { Maybe, Value } from './value.ts';

/** lmdb takes keys up to 1 978 bytes; longer ones keep a prefix and a digest of the whole. */
export const LONGEST_KEY = 1500;

const END = '\x00';
const PLAIN = /^[\x01-\x7f]*$/;

function terminated(text: string): string {
  if (PLAIN.test(text)) return text + '\x00\x00';
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return (bytes.includes('\x00') ? bytes.replaceAll('\x00', '\x00\xff') : bytes) + '\x00\x00';
}

export function u32(value: number): string {
  return String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

export function u48(value: number): string {
  return (
    String.fromCharCode(Math.floor(value / 2 ** 40) & 255, Math.floor(value / 2 ** 32) & 255) + u32(value)
  );
}

export function readU48(bytes: string): number {
  let value = 0;
  for (let i = 0; i < 6; i++) value = value * 256 + bytes.charCodeAt(i);
  return value;
}

function dateKey(value: Date): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value.getTime()));
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes.toString('latin1');
}

function payload(value: Value): string {
  if (typeof value === 'string') return terminated(value);
  if (isNumber(value)) return numberKey(value);
  if (value instanceof Map) {
    let made = '';
    for (const [name, member] of value)
      made += String.fromCharCode(rank(member)) + terminated(name) + payload(member);
    return made + END;
  }
  if (Array.isArray(value)) return value.map(valueKey).join('') + END;
  if (value instanceof ObjectId) return Buffer.from(value.id).toString('latin1');
  if (value instanceof Date) return dateKey(value);
  if (typeof value === 'boolean') return value ? '\x01' : '\x00';
  if (value instanceof BSONSymbol) return terminated(value.value);
  if (value instanceof Binary) {
    const bytes = Buffer.from(value.buffer.subarray(0, value.position)).toString('latin1');
    return u32(bytes.length) + String.fromCharCode(value.sub_type) + bytes;
  }
  if (value instanceof Timestamp) return u32(value.high) + u32(value.low);
  if (value instanceof BSONRegExp) return terminated(value.pattern) + terminated(value.options);
  return value instanceof Code ? terminated(String(value.code)) : '';
}

/** undefined stands for the key of an empty array, which MongoDB sorts below null. */
export function valueKey(value: Maybe): string {
  return String.fromCharCode(rank(value)) + (value === undefined ? '' : payload(value));
}

export function directed(key: string, direction: 1 | -1): string {
  return direction === 1 ? key : invert(key);
}

export function shorten(key: string): { key: string; cut: boolean } {
  if (key.length <= LONGEST_KEY) return { key, cut: false };
  const digest = createHash('sha256').update(key, 'latin1').digest().toString('latin1');
  return { key: key.slice(0, LONGEST_KEY) + digest, cut: true };
}
