/** Numbers, dates and plurals as each language writes them: « vendredi 30 octobre 2026, 17 h 00 (heure de Paris) ». */
import type { Language } from '@butinerie/contracts';
import { typo } from './typography.ts';

const HOME_TIME_ZONE = 'Europe/Paris';
const DAY = 86_400_000;
const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

export interface PluralForms {
  readonly one: string;
  /** French has a third form from a million on: « 1 000 000 de personnes ». */
  readonly many?: string;
  readonly other: string;
}
type Instant = string | number;
export interface WallTime {
  readonly instant: Instant;
  readonly timeZone: string;
}

export interface Formats {
  readonly language: Language;
  readonly count: (n: number) => string;
  readonly plural: (n: number, forms: PluralForms) => string;
  /** « 3 idées »: the number, then its noun. */
  readonly counted: (n: number, forms: PluralForms) => string;
  readonly list: (names: readonly string[]) => string;
  readonly day: (at: Instant, timeZone?: string) => string;
  readonly shortDay: (at: Instant, timeZone?: string) => string;
  readonly time: (at: Instant, timeZone?: string) => string;
  /** A deadline: day, hour and whose hour it is. */
  readonly moment: (at: WallTime | Instant) => string;
  /** « demain », « dans 3 jours », « il y a 2 jours », by the calendar of that place. */
  readonly relativeDay: (at: Instant, now: Instant, timeZone?: string) => string;
  /** What is left until then, in its largest unit: « 3 jours », « 5 heures », « 12 minutes ». */
  readonly remaining: (at: Instant, now: Instant) => string;
}

const millis = (at: Instant): number => (typeof at === 'number' ? at : Date.parse(at));

function calendarDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return Date.parse(`${parts.format(at)}T00:00:00Z`) / DAY;
}

function dated(
  language: Language,
  at: Instant,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  // A bare calendar date belongs to no place: it is read and written in the same one.
  const zone = typeof at === 'string' && at.length === 10 ? 'UTC' : timeZone;
  const text = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone }).format(millis(at));
  return language === 'fr' ? text.replace(/(?<!\d)1(?= \p{L})/u, '1er') : text.replace(',', '');
}

/** By zone: making one takes a phone longer than drawing a key does, and « Enregistré à » is said after each. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  clocks.set(timeZone, clock);
  return clock;
}

function clockTime(language: Language, at: Instant, timeZone: string): string {
  const parts = clockOf(timeZone).format(millis(at)).split(':');
  return language === 'fr' ? typo(`${Number(parts[0])} h ${parts[1]}`, 'fr') : parts.join(':');
}

function placeOf(timeZone: string, language: Language): string {
  const city = (timeZone.split('/').pop() ?? timeZone).replaceAll('_', ' ');
  if (language === 'en') return `${city} time`;
  return `heure ${/^[aeiouyhâéèî]/iu.test(city) ? 'd’' : 'de '}${city}`;
}

function unitLeft(left: number): [number, Intl.NumberFormatOptions['unit']] {
  if (left >= 2 * DAY) return [Math.floor(left / DAY), 'day'];
  if (left >= 2 * 3_600_000) return [Math.floor(left / 3_600_000), 'hour'];
  return [Math.max(1, Math.ceil(left / 60_000)), 'minute'];
}

function makeFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

  const count = (n: number): string => numbers.format(n);
  const plural = (n: number, forms: PluralForms): string => {
    const category = rules.select(n);
    if (category === 'one') return forms.one;
    return category === 'many' ? (forms.many ?? forms.other) : forms.other;
  };
  const day = (at: Instant, timeZone = HOME_TIME_ZONE): string =>
    typo(dated(language, at, timeZone, long), language);
  const time = (at: Instant, timeZone = HOME_TIME_ZONE): string => clockTime(language, at, timeZone);

  return {
    language,
    count,
    plural,
    counted: (n, forms) => typo(`${count(n)}\u00a0${plural(n, forms)}`, language),
    list: (names) => lists.format(names),
    day,
    time,
    shortDay: (at, timeZone = HOME_TIME_ZONE) =>
      typo(dated(language, at, timeZone, { day: 'numeric', month: 'long' }), language),
    moment: (at) => {
      const wall = typeof at === 'object' ? at : { instant: at, timeZone: HOME_TIME_ZONE };
      return `${day(wall.instant, wall.timeZone)}, ${time(wall.instant, wall.timeZone)} (${placeOf(wall.timeZone, language)})`;
    },
    relativeDay: (at, now, timeZone = HOME_TIME_ZONE) =>
      typo(
        relative.format(calendarDay(millis(at), timeZone) - calendarDay(millis(now), timeZone), 'day'),
        language,
      ),
    remaining: (at, now) => {
      const [amount, unit] = unitLeft(millis(at) - millis(now));
      const words = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: unit ?? 'day',
        unitDisplay: 'long',
      });
      // A number never ends a line before its noun.
      return typo(words.format(amount).replace(' ', '\u00a0'), language);
    },
  };
}

export const FORMATS: Readonly<Record<Language, Formats>> = { fr: makeFormats('fr'), en: makeFormats('en') };
export const frFormats = FORMATS.fr;
export const enFormats = FORMATS.en;
