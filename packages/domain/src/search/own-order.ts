/**
 * While ideas are open each person has an order of her own, always the same for her: what stands first gets read and
 * supported more, so nothing may stand first for everybody.
 */
import type { IdeaId, PersonId } from '@butinerie/contracts';

/** Spreads every bit of a number over all of them. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function numberOf(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  return mixed(bits);
}

/** Places of a list of at most a million: thirty-two bits of chance, twenty of index, in one number that sorts fast. */
const INDEX = 2 ** 20;

/** A place is drawn for this reader and each idea, as a throw of dice would; ten thousand cost a few milliseconds. */
export function inOwnOrder<I extends { readonly id: IdeaId }>(ideas: readonly I[], reader: PersonId): I[] {
  const hers = numberOf(reader);
  const places = new Float64Array(ideas.length);
  for (const [index, { id }] of ideas.entries())
    places[index] = mixed(numberOf(id) ^ hers) * INDEX + (index % INDEX);
  return Array.from(places.sort()).flatMap((place) => ideas[place % INDEX] ?? []);
}
