/**
 * Answers for reading the test files: plain objects of which nothing is believed before it is looked at.
 */
import { BSON } from 'mongodb';

export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function records(value: unknown): Json[] {
  return list(value).map(record);
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Error(`the test file has ${typeof value} where a text is needed`);
}

export function parse(content: string): Json {
  const parsed: unknown = BSON.EJSON.parse(content, { relaxed: true });
  return record(parsed);
}
