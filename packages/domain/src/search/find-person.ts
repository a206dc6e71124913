/** Finding one person among hundreds by a few letters of her name or directorate: accents and capitals do not matter. */
import type { PersonRef } from '@butinerie/contracts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2019']/g, ' ')
    .toLocaleLowerCase();

/** Every word typed begins a word of the name or of the directorate. The first of them, those by name first. */
export function findPerson(people: readonly PersonRef[], typed: string, most = 8): PersonRef[] {
  const wanted = plain(typed)
    .split(/[\s-]+/)
    .filter(Boolean);
  const begins = (text: string, start: string): boolean =>
    plain(text)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(start));
  const byName = people.filter(({ name }) => wanted.every((start) => begins(name, start)));
  const byBoth = people.filter(
    (person) =>
      !byName.includes(person) &&
      wanted.every((start) => begins(`${person.name} ${person.directorate ?? ''}`, start)),
  );
  return [...byName, ...byBoth].slice(0, most);
}

/** Whoever may address somebody finds her by a few letters; nobody reads the list of everybody through it. */
export const MENTIONS_SOUGHT_A_MINUTE = 30;
export const MENTIONS_SOUGHT_AN_HOUR = 300;

/** At least two letters of one word; nobody by less. */
export function findMentionable(people: readonly PersonRef[], typed: string): PersonRef[] {
  const letters = typed.split(/[^\p{L}\p{N}]+/u).map((word) => Array.from(word).length);
  return Math.max(...letters) < 2 ? [] : findPerson(people, typed);
}
