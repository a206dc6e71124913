/**
 * While ideas are open each person has an order of her own, always the same for her: what stands first gets read and
 * supported more, so nothing may stand first for everybody.
 */
import type { IdeaId, PersonId } from '@butinerie/contracts';

/** A place drawn for this reader and this idea: spreads as a throw of dice does, and costs no more than reading both. */
export function placeFor(reader: PersonId, idea: IdeaId): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const text of [reader, idea])
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 0x5bd1e995);
      b = Math.imul(b ^ code, 0x1b873593);
      a ^= b >>> 13;
      b ^= a >>> 15;
    }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x27d4eb2f);
  return ((a ^ (b >>> 11)) >>> 0) * 0x200000 + ((b ^ (a >>> 9)) >>> 11);
}

export function inOwnOrder<I extends { readonly id: IdeaId }>(ideas: readonly I[], reader: PersonId): I[] {
  return ideas
    .map((idea) => ({ idea, place: placeFor(reader, idea.id) }))
    .sort((one, other) => one.place - other.place)
    .map(({ idea }) => idea);
}
