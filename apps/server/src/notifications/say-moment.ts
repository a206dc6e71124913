/** A deadline in words: day, hour, and whose hour it is. */
import type { Language, Moment } from '@butinerie/contracts';
import { PARIS } from '@butinerie/domain';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export function sayMoment({ instant, timeZone }: Moment, language: Language): string {
  const say = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone }).format(new Date(instant));
  const day = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const hour = say({ hour: '2-digit', minute: '2-digit' });
  const place = timeZone === PARIS ? 'Paris' : timeZone;
  return language === 'fr'
    ? `${day}, ${hour.replace(':', '\u00a0h\u00a0')} (heure de ${place})`
    : `${day.replace(',', '')}, ${hour} (${place} time)`;
}
