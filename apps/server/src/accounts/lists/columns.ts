/** Which column of a list is what: by its header in French or English, else by position and by the look of a mail. */
import { comparable } from '../../platform/tables/clean-cell.ts';

type Column = 'name' | 'last' | 'first' | 'directorate' | 'service' | 'mail';

const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'prenom et nom',
    'prenom nom',
    'agent',
    'agente',
    'personne',
    'full name',
    'name',
    'person',
  ],
  last: ['nom', 'nom de famille', 'nom d usage', 'nom usuel', 'last name', 'surname', 'family name'],
  first: ['prenom', 'prenoms', 'prenom usuel', 'first name', 'given name'],
  directorate: ['direction', 'pole', 'entite', 'affectation', 'directorate', 'department', 'division'],
  service: ['service', 'unite', 'equipe', 'direction service', 'direction ou service', 'team', 'unit'],
  mail: [
    'mail',
    'e mail',
    'email',
    'mel',
    'courriel',
    'messagerie',
    'adresse mail',
    'adresse e mail',
    'adresse email',
    'adresse courriel',
    'adresse electronique',
    'adresse de messagerie',
    'mail address',
    'e mail address',
    'email address',
  ],
};
const COLUMN_OF = new Map(
  (Object.keys(HEADERS) as Column[]).flatMap((column) =>
    HEADERS[column].map((word) => [word, column] as const),
  ),
);

export interface Columns {
  readonly hasHeader: boolean;
  /** One column, or first name and last name to be joined in this order. */
  readonly name: readonly number[];
  /** The directorate, then what stands in for it where it is empty. */
  readonly directorate: readonly number[];
  readonly mail: number | null;
}

/** `rows` begins with the first row that is not blank. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  return byHeader(rows[0] ?? []) ?? byPosition(rows);
}

function byHeader(row: readonly string[]): Columns | null {
  const at = new Map<Column, number>();
  row.forEach((cell, index) => {
    const column = COLUMN_OF.get(comparable(cell));
    if (column !== undefined && !at.has(column)) at.set(column, index);
  });
  const named = at.has('name') || at.has('last') || at.has('first');
  if (at.size === 0 || row.some((cell) => cell.includes('@')) || !(named || at.size >= 2)) return null;
  const places = (...columns: Column[]): number[] =>
    columns.map((column) => at.get(column)).filter((place) => place !== undefined);
  return {
    hasHeader: true,
    name: at.has('name') ? places('name') : places('first', 'last'),
    directorate: places('directorate', 'service'),
    mail: at.get('mail') ?? null,
  };
}

/** Name, then directorate; the mail is the column where an @ shows. */
function byPosition(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const mails = Array.from(
    { length: width },
    (_, index) => rows.filter((row) => row[index]?.includes('@')).length,
  );
  const most = Math.max(0, ...mails);
  const mail = most === 0 ? 2 : mails.indexOf(most);
  const [name = 0, directorate = 1] = [0, 1, 2].filter((index) => index !== mail);
  return { hasHeader: false, name: [name], directorate: [directorate], mail };
}
