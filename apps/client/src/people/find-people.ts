/** A search that forgives: accents, case and the order of words do not matter. */
import type { PersonRecord } from '@butinerie/contracts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export function findPeople(people: readonly PersonRecord[], wanted: string): PersonRecord[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  return people.filter(({ name, mail, directorate }) => {
    const shown = folded([name, directorate?.name, mail].filter(Boolean).join(' '));
    return words.every((word) => shown.includes(word));
  });
}

export const byName = (a: PersonRecord, b: PersonRecord): number => a.name.localeCompare(b.name, 'fr');
