/** What a field is called in a challenge: its own words, French where there is no English, else the product's. */
import type { Label, Language } from '@butinerie/contracts';

interface Called {
  readonly label: string;
  readonly hint?: string;
}

export function called(own: Label, products: Called, language: Language): Called {
  const words = (language === 'en' && own.en) || own.fr;
  const help = (language === 'en' && own.helpEn) || own.helpFr;
  return { ...products, ...(words && { label: words }), ...(help && { hint: help }) };
}
