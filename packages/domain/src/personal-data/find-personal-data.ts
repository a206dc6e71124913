/**
 * What in a text looks like somebody's personal data, for asking before it is published. A hint and never a wall: only
 * what is recognised for sure is named, the author decides, and nothing of it goes anywhere.
 */
import { isIban, isSocialSecurityNumber } from './check-digits.ts';

export const PERSONAL_DATA_KINDS = ['phone', 'mail', 'nir', 'iban', 'person', 'address'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Where the passage lies in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What may stay of it: « Mme » of « Mme X ». */
  readonly title: string;
}

interface Form {
  readonly kind: PersonalDataKind;
  readonly form: RegExp;
  readonly sure?: (found: string) => boolean;
}

/** Blanks of any width, and the marks people put between groups of figures. */
const GAP = '[\\s.\\-\\u00a0\\u202f]?';
const BLANK = '[\\s\\u00a0\\u202f]?';

const PHONE = new RegExp(
  // The country, with or without the nought in brackets, or the nought; never 08, which is a service's number.
  `(?<![\\d\\p{L}+.,/])(?:(?:\\+|00)(?:33|262|590|594|596|508|687|689)${GAP}(?:\\(0\\)${GAP})?|0)[1-79](?:${GAP}\\d{2}){4}` +
    // Neither a longer number nor an amount.
    `(?![\\d])(?!${BLANK}(?:€|euros?\\b|k€|M€|%))`,
  'gu',
);
const LOCAL = '[\\p{L}\\p{N}._%+-]';
const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const MAIL = new RegExp(`(?<!${LOCAL})[\\p{L}\\p{N}]${LOCAL}{0,63}@${LABEL}(?:\\.${LABEL}){1,5}`, 'gu');
const NIR = new RegExp(
  `(?<![\\d\\p{L}])[1-4]${BLANK}\\d{2}${BLANK}\\d{2}${BLANK}(?:\\d{2}|2[AB])${BLANK}\\d{3}${BLANK}\\d{3}${BLANK}\\d{2}(?!\\d)`,
  'giu',
);
const IBAN =
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[\s\u00a0\u202f]?[A-Z\d]{4}){2,7}(?:[\s\u00a0\u202f]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu;

const SPACE = '[\\s\\u00a0\\u202f]';
/** A capitalised word, or an initial before one; the point after « Mme X » ends a sentence. */
const WORD = `\\p{Lu}[\\p{L}'’-]{0,40}`;
const BEGINS_A_SENTENCE =
  '(?:Elles?|Ils?|L[ea]s?|Une?|Des|Ce|Cet|Cette|Ces|Nous|Vous|On|Je|Et|Mais|Puis|En|Dans|Pour|Avec|Sans|Sur)(?!\\p{L})';
const NAME = `(?:\\p{Lu}\\.${SPACE}(?!${BEGINS_A_SENTENCE})(?=\\p{Lu}\\p{L}{2}))?${WORD}`;
const TITLE =
  // « 3 M. Euros » is an amount.
  `(?:(?<!\\d${SPACE})M\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr\\.?|Docteur)`;
const PERSON = new RegExp(
  `(?<![\\p{L}\\d])(${TITLE})${SPACE}((?:(?:de|du|des|de la|d['’])${BLANK})?${NAME}(?:${SPACE}${WORD}){0,2})`,
  'gu',
);
/** « Madame La Directrice » speaks of an office, not of somebody. */
const OFFICES =
  /^(?:L[ea]s?|L['’]\p{L}*|Direct(?:eur|rice)|Présidente?|Maire|Préfète?|Ministre|Adjointe?|Élue?|Recteur|Rectrice|Tout|Untel|Unetelle|Propre)$/u;

const STREET =
  '(?:rue|avenue|av\\.|boulevard|bd\\.?|place|allée|impasse|chemin|route|quai|square|résidence|sentier|faubourg)';
const ADDRESS = new RegExp(
  `(?<![\\d\\p{L}])\\d{1,4}(?:${BLANK}(?:bis|ter|quater))?,?${SPACE}{1,2}${STREET}${SPACE}{1,2}` +
    // Named: « 12 place de stationnement » is none.
    `(?:(?:(?:de|du|des|la|le|les)${SPACE}|[ld]['’]))?(?:(?:la|le|les)${SPACE}|l['’])?${WORD}` +
    `(?:[\\s\\u00a0\\u202f-](?:(?:de|du|des|la|le|les|et)${SPACE})?${WORD}){0,4}` +
    `(?:,?${SPACE}\\d{5}${SPACE}${WORD}(?:[\\s-]${WORD}){0,4})?`,
  'gu',
);

/** Mailboxes of a service, which are there to be published. */
const SERVICES =
  /^(?:contact|accueil|infos?|mairie|secretariat|support|assistance|no-?reply|communication|standard|service|courrier|dpo|mission|equipe|presse)\b/iu;

/** In the order of what is surest: of two that overlap the first one stands. */
const FORMS: readonly Form[] = [
  { kind: 'iban', form: IBAN, sure: isIban },
  { kind: 'nir', form: NIR, sure: isSocialSecurityNumber },
  { kind: 'mail', form: MAIL, sure: (found) => !SERVICES.test(found) },
  { kind: 'phone', form: PHONE },
  { kind: 'address', form: ADDRESS },
  { kind: 'person', form: PERSON },
];

/** In the order of the text, none inside another. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const { kind, form, sure = () => true } of FORMS)
    for (const match of text.matchAll(form)) {
      const [passage, title = '', name = ''] = match;
      if (!sure(passage) || (kind === 'person' && isOffice(name))) continue;
      const start = match.index;
      const end = start + passage.length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ kind, start, end, text: passage, title: kind === 'person' ? title : '' });
    }
  return found.toSorted((one, other) => one.start - other.start);
}

function isOffice(name: string): boolean {
  const [first = ''] = name.split(/[\s\u00a0\u202f]/u);
  return OFFICES.test(first);
}

/** What stands in its place, « [téléphone] », by kind; a person keeps her title. */
export type Masks = Readonly<Record<Exclude<PersonalDataKind, 'person'>, string>>;

export function maskOf({ kind, title }: PersonalData, masks: Masks): string {
  return kind === 'person' ? `${title} …` : masks[kind];
}

/** The text with these passages masked, every other sign as it was. */
export function maskPersonalData(text: string, found: readonly PersonalData[], masks: Masks): string {
  let masked = text;
  for (const passage of found.toSorted((one, other) => other.start - one.start))
    masked = masked.slice(0, passage.start) + maskOf(passage, masks) + masked.slice(passage.end);
  return masked;
}
