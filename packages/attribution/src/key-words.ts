/** What a change of the key means for whoever reads a receipt, in plain words: the same in the page, the file and the command. */
import type { KeyChange } from './key-changes.ts';

export interface KeyWords {
  readonly rotated: (day: string) => string;
  /** `size`: how many acts the lost key had signed. */
  readonly lost: (day: string, size: number) => string;
}

export function sayKeyChange(change: KeyChange, say: KeyWords, day: (t: string) => string): string {
  return change.k === 'key.lost' ? say.lost(day(change.t), change.size) : say.rotated(day(change.t));
}

export const keyFr = {
  rotated: (day: string) =>
    `La clé qui signe le registre a été remplacée le ${day} : l’ancienne désigne la nouvelle, et ne compte plus pour ce qui suit.`,
  lost: (day: string, size: number) =>
    `La clé qui signait le registre a été perdue : deux personnes l’ont constaté le ${day} et une autre a commencé. Rien ne relie les deux clés. Ce qui précède (les ${size} premiers actes) n’est prouvé que par les reçus et les états signés avant, gardés par des témoins et dans des navigateurs.`,
} satisfies KeyWords;

export const keyEn: KeyWords = {
  rotated: (day) =>
    `The key that signs the register was replaced on ${day}: the old one names the new one, and counts no more for what follows.`,
  lost: (day, size) =>
    `The key that signed the register was lost: two people established it on ${day} and another one began. Nothing ties the two keys. What came before (the first ${size} acts) is proved only by receipts and states signed before, kept by witnesses and in browsers.`,
};
