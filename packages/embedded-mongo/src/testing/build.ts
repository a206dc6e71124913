/**
 * Answers for writing test values as plain objects: a whole number is an int32, as a shell or a driver sends it.
 */
import { Int32 } from 'bson';
import { doc } from '../bson/value.ts';
import type { Doc, Maybe, Value } from '../bson/value.ts';

export type Plain = Value | Plain[] | { [name: string]: Plain } | undefined;

export function value(plain: Plain): Maybe {
  if (typeof plain === 'number') return Number.isInteger(plain) ? new Int32(plain) : plain;
  if (Array.isArray(plain)) return plain.map((member) => value(member) ?? null);
  if (typeof plain !== 'object' || plain === null || Object.getPrototypeOf(plain) !== Object.prototype)
    return plain as Maybe;
  return document(plain as Record<string, Plain>);
}

export function document(plain: Record<string, Plain>): Doc {
  return doc(
    Object.fromEntries(Object.entries(plain).map(([name, member]) => [name, value(member)] as const)),
  );
}
