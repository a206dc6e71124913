/** French grammar around names that we do not choose: a directorate is « la Direction des Routes », « le Service … ». */
import { NO_BREAK } from './typography.ts';

const FEMININE = new Set([
  'agence',
  'antenne',
  'assemblée',
  'bibliothèque',
  'brigade',
  'cellule',
  'commission',
  'coordination',
  'délégation',
  'direction',
  'division',
  'équipe',
  'école',
  'inspection',
  'maison',
  'médiathèque',
  'mission',
  'présidence',
  'régie',
  'section',
  'sous-direction',
  'unité',
]);
const MASCULINE = new Set([
  'bureau',
  'cabinet',
  'centre',
  'comité',
  'conseil',
  'département',
  'groupe',
  'institut',
  'laboratoire',
  'musée',
  'observatoire',
  'office',
  'pôle',
  'secrétariat',
  'secteur',
  'service',
  'syndicat',
]);
const VOWEL = /^[aeiouyàâéèêëîïôûœh]/i;

/** « la Direction des Routes », « le Pôle … », « l’Agence … »; a name that begins with another word stays as it is. */
export function withArticle(name: string): string {
  const first = name.split(/[\s-]/, 1)[0]?.toLocaleLowerCase('fr') ?? '';
  const word = name.toLocaleLowerCase('fr').startsWith('sous-direction') ? 'sous-direction' : first;
  if (!FEMININE.has(word) && !MASCULINE.has(word)) return name;
  if (VOWEL.test(word)) return `l’${name}`;
  // The article and its noun stay on one line.
  return `${FEMININE.has(word) ? 'la' : 'le'}${NO_BREAK}${name}`;
}

/** « Yaël » and « Yann » begin with a consonant for the ear, « Yves » does not; of h nobody can tell, and most are mute. */
const ELIDES = /^(?:[aeiouàâäéèêëîïôöùûüœæh]|y[^aeiouâéèêëïôû])/i;

/** « de » or « que » as it is before a name: « d’Inès », « qu’Inès », « de Côme ». */
export function elided(word: 'de' | 'que', name: string): string {
  return ELIDES.test(name) ? `${word.slice(0, -1)}’` : `${word} `;
}
/** « d’Inès », « de Côme », « que Côme ». */
export const before = (word: 'de' | 'que', name: string): string => `${elided(word, name)}${name}`;

/** After « de »: « de la Direction … », « du Pôle … », « de l’Agence … ». */
export function ofName(name: string): string {
  const articled = withArticle(name);
  if (articled.startsWith(`le${NO_BREAK}`)) return `du ${name}`;
  return articled === name ? before('de', name) : `de ${articled}`;
}

/** At the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}
