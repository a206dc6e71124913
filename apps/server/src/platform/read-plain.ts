/**
 * Reads documents as they are stored, without a model's query around the question: who is speaking, the challenge, its
 * ideas and names are asked with every request, and the model's share was a third of what each of them cost. Gives what
 * `lean()` gives; never inside a transaction.
 */
import type { Collection } from 'mongoose';

export async function readPlain<Stored>(
  { collection }: { readonly collection: Collection },
  filter: { readonly [Field in keyof Stored]?: unknown },
  shown: { readonly [Field in keyof Stored]?: 1 } = {},
): Promise<Stored[]> {
  return collection.find(filter).project<Stored & object>(shown).toArray();
}
