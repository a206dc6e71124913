/** Which ideas of a challenge may say the same thing: for whoever brings people together, not for those who write. */
import type { IdeaId } from '@butinerie/contracts';
import type { Entry } from './board.ts';

/** Ideas compared at one question; a challenge of some dozens is done at the first. */
const AT_ONCE = 60;
/** Of what resembles an idea most, how many are looked at from their side too. */
const NEAREST = 3;

type Pair = readonly [IdeaId, IdeaId];

export function createLikeness() {
  const unread = new Set<IdeaId>();
  const pairs = new Map<string, Pair>();

  function forget(id: IdeaId): void {
    for (const [key, pair] of pairs) if (pair.includes(id)) pairs.delete(key);
  }
  const sameHands = (one: Entry, other: Entry): boolean =>
    one.authors.some((author) => other.authors.includes(author));

  return {
    put(id: IdeaId): void {
      forget(id);
      unread.add(id);
    },
    remove(id: IdeaId): void {
      forget(id);
      unread.delete(id);
    },
    pairs(
      entryOf: (id: IdeaId) => Entry | undefined,
      similar: (title: string) => readonly Entry[],
    ): readonly Pair[] {
      for (const id of [...unread].slice(0, AT_ONCE)) {
        unread.delete(id);
        const entry = entryOf(id);
        if (entry === undefined) continue;
        const near = similar(entry.title).filter((other) => other.id !== id && !sameHands(entry, other));
        for (const other of near.slice(0, NEAREST)) {
          // A title of few words is like many; only what is alike from both sides is worth a person's time.
          if (!similar(other.title).some((back) => back.id === id)) continue;
          const pair: Pair = id < other.id ? [id, other.id] : [other.id, id];
          pairs.set(pair.join(' '), pair);
        }
      }
      return [...pairs.values()];
    },
  };
}
