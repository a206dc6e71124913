/** The people of the demonstration. Their surnames are plants, birds and insects, so that nobody is taken for somebody. */
import { mintId, type PersonId } from '@butinerie/contracts';
import { DIRECTORATES, type Directorate } from './script.ts';

export interface Member {
  readonly id: PersonId;
  readonly name: string;
  readonly directorate: Directorate;
  readonly mail: string;
}
export interface Cast {
  readonly lead: Member;
  readonly second: Member;
  /** Who answers for each directorate. */
  readonly sponsors: ReadonlyMap<Directorate, Member>;
  /** Everybody else. */
  readonly agents: readonly Member[];
  readonly everybody: readonly Member[];
}

const FIRST = (
  'Camille Dominique Claude Alix Sacha Charlie Lou Andréa Ange Éden Morgan Noa Swann Yaël Maé Céleste ' +
  'Maxence Stéphane Ariel Louison Frédérique Pascale Joëlle Ismaël Kenza Malik Inès Théo Awa Rosalie'
).split(' ');
const LAST = (
  'Mésange Bruyère Tilleul Coquelicot Libellule Fougère Rossignol-Bleu Noisetier Pervenche Hirondelle ' +
  'Capucine Genévrier Coccinelle Aubépine Marjolaine Roitelet Myosotis Bergeronnette Sauge Églantine ' +
  'Troène Luciole Campanule Grillon Romarin Chardonneret Mélisse Peuplier Sittelle Chèvrefeuille Orme ' +
  'Bourrache'
).split(' ');
/** The two facilitators and one sponsor for each directorate come first; the rest are agents. */
const STAFF = 2 + DIRECTORATES.length;

export const SMALLEST_CAST = STAFF + DIRECTORATES.length * 2;

export function castOf(size: number): Cast {
  if (size < SMALLEST_CAST || size > FIRST.length * LAST.length)
    throw new Error(`a cast has from ${SMALLEST_CAST} to ${FIRST.length * LAST.length} people, not ${size}`);
  const everybody = Array.from({ length: size }, (_, index) => member(index));
  const [lead, second] = everybody;
  if (lead === undefined || second === undefined) throw new Error('a cast without facilitators');
  const sponsors = everybody.slice(2, STAFF).map((each) => [each.directorate, each] as const);
  return { lead, second, sponsors: new Map(sponsors), agents: everybody.slice(STAFF), everybody };
}

/** Steps through both lists so that the same names rarely meet in one directorate; 30 and 32 make 480 before a pair comes back. */
function member(index: number): Member {
  const round = Math.floor(index / 480);
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST[(index * 7 + round) % LAST.length] ?? '';
  const name = `${first} ${last}`;
  const directorate =
    DIRECTORATES[(index + DIRECTORATES.length - 2) % DIRECTORATES.length] ?? DIRECTORATES[0];
  return { id: mintId('person'), name, directorate, mail: `${mailbox(name)}@demonstration.example` };
}

function mailbox(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}
