/**
 * Answers for values inside error messages, written roughly as MongoDB's log writes them.
 */
import { Binary, Decimal128, Int32, ObjectId, Timestamp } from 'bson';
import type { Value } from './value.ts';

export function show(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Map) {
    const members = [...value].map(([name, member]) => `${name}: ${show(member)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Int32) return String(value.value);
  if (value instanceof Decimal128) return value.toString();
  if (value instanceof Binary) return `BinData(${value.sub_type}, ${value.toString('hex').toUpperCase()})`;
  if (value instanceof Timestamp) return `Timestamp(${value.high}, ${value.low})`;
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  return typeof value === 'object' && value !== null ? value.constructor.name : String(value);
}
