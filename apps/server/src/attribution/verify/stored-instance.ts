/**
 * An instance's database as somebody reads it who trusts none of it: the driver alone, no model (a model makes its
 * collection and indexes), no write.
 */
import type { StoredRow } from '@butinerie/attribution';
import type { Connection } from 'mongoose';
import type { Transaction } from '../../platform/mongo.ts';
import { bytesOf } from '../../platform/stored-bytes.ts';

/** One moment of the database: a server that runs meanwhile changes nothing of what is read. */
export interface Snapshot {
  readonly db: NonNullable<Connection['db']>;
  readonly session: Transaction;
}
export type Raw = Readonly<Record<string, unknown>>;

export interface RawRow extends StoredRow {
  readonly ideas: unknown;
  readonly names: unknown;
}

export async function* storedRows({ db, session }: Snapshot): AsyncGenerator<RawRow> {
  for await (const row of db.collection('ledger').find({}, { session }).sort({ _id: 1 })) {
    const { _id, bytes, event, ideas, names } = row as Raw;
    yield { n: Number(_id), bytes: readBytes(bytes), parsed: event, ideas, names };
  }
}

/** Anything at all may lie there; what is no bytes is an empty leaf, hence an unreadable one. */
export function readBytes(stored: unknown): Uint8Array {
  if (stored instanceof Uint8Array) return bytesOf(stored);
  const { buffer, position } = (stored ?? {}) as { buffer?: unknown; position?: unknown };
  return buffer instanceof Uint8Array && typeof position === 'number'
    ? bytesOf({ buffer, position })
    : new Uint8Array();
}

export async function* documents(
  { db, session }: Snapshot,
  collection: string,
  filter: Raw = {},
): AsyncGenerator<Raw> {
  const order = collection === 'docUpdates' ? 'seq' : '_id';
  for await (const found of db.collection(collection).find(filter, { session }).sort(order, 1))
    yield found as Raw;
}

export async function document(from: Snapshot, collection: string, id: unknown): Promise<Raw | null> {
  for await (const found of documents(from, collection, { _id: id })) return found;
  return null;
}

export async function instanceIdOf(from: Snapshot): Promise<string | null> {
  const id = (await document(from, 'instance', 'instance'))?.['id'];
  return typeof id === 'string' ? id : null;
}

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textIn) : []);

/** The same members, whatever their order. */
export function sameMembers(one: Iterable<string>, other: Iterable<string>): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((member) => b.has(member));
}
