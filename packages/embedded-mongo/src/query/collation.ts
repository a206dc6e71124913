/**
 * Answers for collations: the simple one (bytes) and what Intl.Collator gives for a locale at strength 1 to 3. Every
 * other option is refused, because an approximation would sort silently wrong.
 */
import { fail } from '../failure.ts';
import { show } from '../bson/show.ts';
import { compareStrings } from '../bson/order.ts';
import type { Collate } from '../bson/order.ts';
import { toNumber } from '../bson/numbers.ts';
import { isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';

const KNOWN = new Set(['locale', 'strength', 'caseLevel', 'caseFirst', 'numericOrdering', 'version']);
const made = new Map<string, Collate>();

function sensitivity(strength: number, caseLevel: boolean): 'base' | 'accent' | 'case' | 'variant' {
  if (strength === 1) return caseLevel ? 'case' : 'base';
  if (strength === 2 && !caseLevel) return 'accent';
  return strength === 3 || strength === 2 ? 'variant' : fail(2, 'collation strength must be 1, 2 or 3 here');
}

function build(spec: Doc, locale: string): Collate {
  for (const name of spec.keys())
    if (!KNOWN.has(name)) fail(115, `collation option '${name}' is not supported by this server`);
  const strength = spec.get('strength');
  const first = spec.get('caseFirst') ?? 'off';
  if (first !== 'off' && first !== 'upper' && first !== 'lower') fail(2, 'invalid collation caseFirst');
  const collator = new Intl.Collator(locale.replace('_', '-'), {
    sensitivity: sensitivity(isNumber(strength) ? toNumber(strength) : 3, spec.get('caseLevel') === true),
    numeric: spec.get('numericOrdering') === true,
    caseFirst: first === 'off' ? 'false' : first,
  });
  return (left, right) => collator.compare(left, right);
}

export function collateOf(spec: Maybe): Collate {
  if (spec === undefined) return compareStrings;
  if (!isDoc(spec)) return fail(14, "BSON field 'collation' is the wrong type, expected type 'object'");
  if (spec.size === 0) return compareStrings;
  const locale = spec.get('locale');
  if (typeof locale !== 'string')
    return fail(40414, "BSON field 'collation.locale' is missing but a required field");
  if (locale === 'simple') return compareStrings;
  const name = show(spec);
  const known = made.get(name);
  if (known) return known;
  if (
    !/^[a-z]{2,3}([_-][A-Za-z0-9]+)*$/.test(locale) ||
    Intl.Collator.supportedLocalesOf([locale.replace('_', '-')]).length === 0
  )
    fail(2, `Field 'locale' is invalid in: { locale: "${locale}" }`);
  const collate = build(spec, locale);
  if (made.size > 100) made.clear();
  made.set(name, collate);
  return collate;
}
