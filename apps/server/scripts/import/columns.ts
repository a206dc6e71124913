/** Which column of an imported table, or key of an imported object, is what: by its name in French or English. */
import { comparable } from '../../src/platform/tables/clean-cell.ts';

export const FIELDS = [
  'id',
  'title',
  'text',
  'author',
  'first',
  'authorId',
  'mail',
  'directorate',
  'supports',
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'identifiant', 'numero', 'n', 'no', 'ref', 'reference', 'source', 'comment id', 'idea id'],
  title: ['titre', 'title', 'intitule', 'titre de l idee', 'nom de l idee', 'objet'],
  text: [
    'texte',
    'text',
    'body',
    'description',
    'contenu',
    'idee',
    'texte de l idee',
    'proposition',
    'idea',
    'statement',
    'comment body',
    'txt',
  ],
  author: [
    'auteur',
    'autrice',
    'auteur ou autrice',
    'author',
    'nom',
    'nom complet',
    'prenom et nom',
    'nom et prenom',
    'propose par',
    'idee de',
    'agent',
    'name',
    'full name',
  ],
  first: ['prenom', 'first name', 'given name'],
  authorId: ['identifiant auteur', 'identifiant de l auteur', 'id auteur', 'matricule', 'author id'],
  mail: ['mail', 'email', 'e mail', 'mel', 'courriel', 'adresse mail', 'adresse electronique', 'author mail'],
  directorate: [
    'direction',
    'service',
    'pole',
    'entite',
    'directorate',
    'department',
    'author directorate',
    'direction ou service',
  ],
  supports: ['soutiens', 'soutien', 'supports', 'support', 'agrees', 'j aime', 'likes', 'votes', 'voix'],
};
const FIELD_OF = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)));

export interface Columns {
  /** The first name that says a field is it; a second one is left aside. */
  readonly at: ReadonlyMap<Field, number>;
  readonly ignored: readonly string[];
}

export function columnsOf(names: readonly string[]): Columns {
  const at = new Map<Field, number>();
  const ignored: string[] = [];
  names.forEach((name, index) => {
    const field = FIELD_OF.get(comparable(name));
    if (field !== undefined && !at.has(field)) at.set(field, index);
    else if (name.trim() !== '') ignored.push(name);
  });
  return { at, ignored };
}
