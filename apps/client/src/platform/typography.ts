/**
 * Typesetting of what we say: French no-break spaces, typographic apostrophes. Catalogues are written with ordinary
 * spaces, which people can see and type; this puts the right ones in.
 */
import type { Language } from '@butinerie/contracts';

export const NO_BREAK = '\u00a0';
export const NARROW_NO_BREAK = '\u202f';

const apostrophes = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

function french(text: string): string {
  return apostrophes(text)
    .replace(/[ \u00a0\u202f]+([;!?])/g, `${NARROW_NO_BREAK}$1`)
    .replace(/[ \u00a0\u202f]+([:»])/g, `${NO_BREAK}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW_NO_BREAK)
    .replace(/(?<=\d) (?=[\p{L}%€])/gu, NO_BREAK)
    .replace(/(?<=\d\u00a0h) (?=\d)/g, NO_BREAK);
}

export function typo(text: string, language: Language): string {
  return language === 'fr' ? french(text) : apostrophes(text);
}
