/**
 * Answers for the layout of the one sorted key space on disk. The first byte says what a key is:
 * `f` format version, `q` commit number, `c` a collection's description, `m` a fact learned about an index,
 * `r` a record, `u` an entry of a unique index, `i` an entry of another index, `s` a session's last retryable write.
 */
import { readU48, u32, u48 } from '../bson/key.ts';

export const FORMAT_KEY = 'f';
export const COMMIT_KEY = 'q';

export const catalogKey = (namespace: string): string =>
  'c' + Buffer.from(namespace, 'utf8').toString('latin1');
export const recordPrefix = (collection: number): string => 'r' + u32(collection);
export const recordKey = (collection: number, record: number): string =>
  recordPrefix(collection) + u48(record);
export const recordOf = (key: string): number => readU48(key.slice(-6));
export const indexPrefix = (index: number, unique: boolean): string => (unique ? 'u' : 'i') + u32(index);
export const indexFactKey = (index: number, fact: 'multikey' | 'cut'): string => 'm' + u32(index) + fact;
export const sessionKey = (session: string): string => 's' + session;

/** Keys two transactions may not both write; entries of other indexes follow their record. */
export function isExclusive(key: string): boolean {
  return key[0] === 'r' || key[0] === 'u' || key[0] === 'c';
}

export function afterPrefix(prefix: string): string {
  return prefix + '\xff'.repeat(16);
}
