/** A gesture of two people in one text and, told by whoever made it up, whose words it leaves. */
import type { Hands } from './hands.ts';

/** Whoever wrote the words that were there first, and the other one. */
export type Hand = 'first' | 'second';
export type Piece = readonly [by: Hand, words: string];

export interface Gesture {
  readonly kind: string;
  readonly name: string;
  /**
   * `drafted` (when absent): the first had the idea and wrote its text before publication. `typed`: key by key, in the
   * live text. `guest`: the same, in an idea of the second, whose draft says « Voici. ».
   */
  readonly start?: 'drafted' | 'typed' | 'guest';
  /** What the first writes, a paragraph each; ONE and TWO when absent. */
  readonly text?: readonly string[];
  act(second: Hands, first: Hands): Promise<void>;
  /** The body in reading order. Blanks, punctuation and marks are nobody's and not compared. */
  readonly leaves: readonly Piece[];
  /** The title, when the gesture changes it. */
  readonly title?: readonly Piece[];
}

export const TITLE = 'Éteindre la nuit';
export const ONE = 'Trois cents écrans restent allumés chaque nuit, week-ends compris.';
export const TWO = 'Une minuterie les éteindrait à dix-neuf heures précises.';
/** Words of the second, of which the first wrote none. */
export const OWN = 'Prévoir aussi les imprimantes du deuxième étage.';

export const F = (words: string): Piece => ['first', words];
export const S = (words: string): Piece => ['second', words];
export const UNTOUCHED: readonly Piece[] = [F(ONE), F(TWO)];
/** The second sentence before the first. */
export const SWAPPED: readonly Piece[] = [F(TWO), F(ONE)];
