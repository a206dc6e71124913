/** One moment of a text, unit by unit: what stands there and the id under which each unit was written. */

import type * as Y from 'yjs';
import { bodyPieces, titlePieces } from '../document/written-pieces.ts';

/** Ids of all clients in one number: `place × 2³¹ + clock`, clocks being below 2³¹ (CE1). */
const CLOCKS = 2 ** 31;
/** Line ends and bullets were written by nobody. */
export const NOBODY = -1;

export interface Revision {
  /** Title, a line end, body: UTF-16 units. */
  readonly text: string;
  /** For each unit its id, or `NOBODY`. */
  readonly ids: Float64Array;
  readonly titleLength: number;
}

/** Gives each client id a small number, so that an id of a unit is one number. */
export class Places {
  readonly #places = new Map<number, number>();

  idOf(client: number, clock: number): number {
    let place = this.#places.get(client);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(client, place);
    }
    return place * CLOCKS + clock;
  }
}

export const placeOf = (id: number): number => Math.floor(id / CLOCKS);

export const readRevision = (doc: Y.Doc, places: Places): Revision => {
  const title = titlePieces(doc);
  const pieces = [...title, { text: '\n', client: null, clock: 0 }, ...bodyPieces(doc)];
  const text = pieces.map((piece) => piece.text).join('');
  const ids = new Float64Array(text.length).fill(NOBODY);
  let at = 0;
  for (const { text: part, client, clock } of pieces) {
    if (client !== null) {
      const first = places.idOf(client, clock);
      for (let unit = 0; unit < part.length; unit++) ids[at + unit] = first + unit;
    }
    at += part.length;
  }
  return { text, ids, titleLength: title.reduce((length, piece) => length + piece.text.length, 0) };
};

export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Unbroken stretches of units of which something holds; what nobody wrote breaks a stretch. */
export const runsWhere = ({ ids }: Revision, holds: (id: number) => boolean): Run[] => {
  const runs: Run[] = [];
  let start = -1;
  for (let at = 0; at <= ids.length; at++) {
    const id = ids[at] ?? NOBODY;
    const inside = id !== NOBODY && holds(id);
    if (inside && start < 0) start = at;
    if (!inside && start >= 0) {
      runs.push({ start, end: at });
      start = -1;
    }
  }
  return runs;
};
