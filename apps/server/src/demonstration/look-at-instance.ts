/** What a folder holds, before anything is started on it: only an empty instance becomes a demonstration. */
import type { Database } from '../platform/mongo.ts';

export type Found =
  | 'empty'
  /** Marked, and its people can be played: it is there to be served. */
  | 'demonstration'
  /** Marked, but its filling was broken off. */
  | 'unfinished'
  | 'other';

export async function lookAtInstance({ connection }: Pick<Database, 'connection'>): Promise<Found> {
  const instance = await connection.collection('instance').findOne({});
  const people = await connection.collection('people').findOne({});
  if (instance?.['demonstration'] !== true) return people === null ? 'empty' : 'other';
  const parts: unknown = instance['parts'];
  return Array.isArray(parts) && parts.length > 0 ? 'demonstration' : 'unfinished';
}
