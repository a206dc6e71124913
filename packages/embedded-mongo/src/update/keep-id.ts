/**
 * Answers for what every kind of update is: a function from a document to the next one, which keeps its identifier.
 */
import { fail } from '../failure.ts';
import { equal } from '../bson/order.ts';
import type { Doc, Maybe } from '../bson/value.ts';

export interface Occasion {
  /** Where the query matched in an array; undefined when it did not go through one. */
  position: number | undefined;
  inserting: boolean;
  now: Date;
}

export type Update = (document: Doc, occasion: Occasion) => Doc;

export function keepId(before: Maybe, after: Doc): void {
  if (before === undefined) return;
  const now = after.get('_id');
  if (!equal(before, now))
    fail(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
}
