/**
 * Text that vanished, with its writers: what comes back keeps them. Splitting a paragraph, making a list, a title,
 * dragging, cutting and pasting, undoing: to Yjs each of them deletes letters and writes new ones.
 */

import { wordsOf } from './phrases.ts';

/** Shorter than this, equal text may be a coincidence, unless it is all that vanished or all that appeared. */
const LONG_ENOUGH = 12;
const GRAM = 8;
/** A single letter typed again is not one that came back. */
const WHOLE_ENOUGH = 2;

interface Grave {
  readonly text: string;
  readonly ids: readonly number[];
  readonly revision: number;
}

/** Units [from, to) of an appeared run are the ones that `ids` once were. */
export interface Return {
  readonly from: number;
  readonly ids: readonly number[];
}

export interface Appeared {
  readonly text: string;
  readonly revision: number;
  /** Written in one stroke: pasted, restored, moved; not typed letter by letter. */
  readonly oneStroke: boolean;
}

export class Graveyard {
  readonly #graves: Grave[] = [];
  readonly #whole = new Map<string, Grave>();
  readonly #grams = new Map<string, [grave: Grave, at: number][]>();

  bury(text: string, ids: readonly number[], revision: number): void {
    const grave = { text, ids, revision };
    this.#graves.push(grave);
    // The first who wrote it is the one who is found.
    if (!this.#whole.has(text)) this.#whole.set(text, grave);
    for (let at = 0; at + GRAM <= text.length; at++) {
      const gram = text.slice(at, at + GRAM);
      const places = this.#grams.get(gram);
      if (places === undefined) this.#grams.set(gram, [[grave, at]]);
      else if (places.length < 4) places.push([grave, at]);
    }
  }

  /** What of an appeared run is text that vanished before, and which ids it had. */
  returns(appeared: Appeared): readonly Return[] {
    const fresh = this.#graves.filter(({ revision }) => revision === appeared.revision);
    const same = fresh.find(({ text }) => text === appeared.text);
    if (same !== undefined) return [{ from: 0, ids: same.ids }];
    const part = fresh.find(({ text }) => standsAlone(text, appeared.text));
    if (part !== undefined) {
      const at = wordPlace(part.text, appeared.text);
      return [{ from: 0, ids: part.ids.slice(at, at + appeared.text.length) }];
    }
    const whole = this.#whole.get(appeared.text);
    if (whole !== undefined && appeared.oneStroke && appeared.text.trim().length >= WHOLE_ENOUGH)
      return [{ from: 0, ids: whole.ids }];
    // Typed letter by letter, equal words are no proof that they came from elsewhere.
    const found = appeared.oneStroke ? this.#segments(appeared.text) : [];
    for (const { text, ids } of fresh) {
      const at = text.trim().length >= WHOLE_ENOUGH ? wordPlace(appeared.text, text) : -1;
      if (
        at >= 0 &&
        found.every(({ from, ids: { length } }) => at + text.length <= from || from + length <= at)
      )
        found.push({ from: at, ids });
    }
    return appeared.oneStroke ? [...found, ...rearranged(appeared.text, fresh, found)] : found;
  }

  #segments(text: string): Return[] {
    const found: Return[] = [];
    let at = 0;
    while (at + GRAM <= text.length) {
      let best: Return = { from: at, ids: [] };
      for (const [grave, start] of this.#grams.get(text.slice(at, at + GRAM)) ?? []) {
        let length = GRAM;
        while (at + length < text.length && grave.text[start + length] === text[at + length]) length += 1;
        if (length > best.ids.length) best = { from: at, ids: grave.ids.slice(start, start + length) };
      }
      if (best.ids.length >= LONG_ENOUGH) {
        found.push(best);
        at += best.ids.length;
      } else at += 1;
    }
    return found;
  }
}

/**
 * Words in another order: a word dragged within its sentence is, to the editor, a piece of it written anew. Each that
 * stood in what has just vanished is that word, when most of what appeared is; a few words in common are not.
 */
function rearranged(text: string, fresh: readonly Grave[], found: readonly Return[]): Return[] {
  const gone = new Map<string, (readonly number[])[]>();
  const back = new Set(found.flatMap(({ ids }) => ids));
  for (const { text: vanished, ids } of fresh) {
    const left = masked(vanished, (at) => back.has(ids[at] ?? -1));
    for (const { start, end } of wordsOf(left)) {
      const word = left.slice(start, end);
      gone.set(word, [...(gone.get(word) ?? []), ids.slice(start, end)]);
    }
  }
  const left = masked(text, (at) => found.some(({ from, ids }) => from <= at && at < from + ids.length));
  const moved: Return[] = [];
  for (const { start, end } of wordsOf(left)) {
    const ids = gone.get(left.slice(start, end))?.shift();
    if (ids !== undefined) moved.push({ from: start, ids });
  }
  const known = [...found, ...moved].reduce(
    (sum, { from, ids }) => sum + letters(text.slice(from, from + ids.length)),
    0,
  );
  return known * 2 > letters(text) ? moved : [];
}

/** With blanks for the units of which something holds. */
const masked = (text: string, holds: (at: number) => boolean): string =>
  Array.from({ length: text.length }, (_, at) => (holds(at) ? ' ' : text.charAt(at))).join('');
const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Where `part` stands in `whole` between blanks, punctuation or ends; −1 when it does not. */
const wordPlace = (whole: string, part: string): number => {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = at === 0 || !isWord(whole[at - 1]) || !isWord(part[0]);
    const after =
      at + part.length === whole.length || !isWord(whole[at + part.length]) || !isWord(part.at(-1));
    if (before && after) return at;
  }
  return -1;
};
const isWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);

/** A piece of four letters or more of what has just vanished, moved somewhere else. */
const standsAlone = (vanished: string, appeared: string): boolean =>
  appeared.trim().length >= 4 && wordPlace(vanished, appeared) >= 0;
