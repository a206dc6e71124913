/** What a challenge asks of an idea besides its title and text: a theme, and questions of its own. */
import * as z from 'zod';
import { fieldId, themeId } from './ids.ts';
import { personRef } from './people.ts';

export const THEME_LIMIT = 60;
export const THEMES_AT_MOST = 20;
export const FIELDS_AT_MOST = 12;
export const OPTIONS_AT_MOST = 20;
/** Signs a short and a long answer may have, unless the question says fewer; checked at publishing, never cut. */
export const SHORT_ANSWER = 200;
export const LONG_ANSWER = 2_000;

export const themeRef = z.object({
  id: themeId,
  fr: z.string(),
  /** Empty: the French word serves. */
  en: z.string(),
});
export type ThemeRef = z.infer<typeof themeRef>;

export const theme = themeRef.extend({
  /** Not offered any more; ideas that have it keep it. */
  retired: z.boolean(),
  /** Whose queue its ideas come to first; shown to those who moderate. */
  moderators: z.array(personRef),
});
export type Theme = z.infer<typeof theme>;

export const FIELD_KINDS = ['short', 'long', 'one', 'several'] as const;
export const fieldKind = z.enum(FIELD_KINDS);
export type FieldKind = z.infer<typeof fieldKind>;

const said = (most: number) => z.string().trim().min(1).max(most);
const maybe = (most: number) => z.string().trim().max(most);

export const formField = z.strictObject({
  id: fieldId,
  kind: fieldKind,
  fr: said(200),
  en: maybe(200),
  helpFr: maybe(400),
  helpEn: maybe(400),
  /** Asked for at publishing. */
  required: z.boolean(),
  /** Signs at most, of a text. */
  limit: z.number().int().min(20).max(LONG_ANSWER).nullable(),
  /** What a choice offers. The French words are the answer that is kept. */
  options: z.array(z.strictObject({ fr: said(120), en: maybe(120) })).max(OPTIONS_AT_MOST),
  /** Not asked any more; answers given stay and are shown. */
  retired: z.boolean(),
});
export type FormField = z.infer<typeof formField>;

/** Signs a label and a hint of the form may have. */
export const LABEL_LIMIT = 80;
export const HINT_LIMIT = 200;

const label = z.strictObject({
  fr: maybe(LABEL_LIMIT),
  en: maybe(LABEL_LIMIT),
  helpFr: maybe(HINT_LIMIT),
  helpEn: maybe(HINT_LIMIT),
});
export type Label = z.infer<typeof label>;

/** What the two fields of every idea are called in this challenge. What is empty keeps the product's words. */
export const labels = z.strictObject({ title: label, text: label });
export type Labels = z.infer<typeof labels>;

const NO_LABEL: Label = { fr: '', en: '', helpFr: '', helpEn: '' };
export const NO_LABELS: Labels = { title: NO_LABEL, text: NO_LABEL };

/** One text, or each option that was chosen. */
export const fieldAnswer = z.strictObject({
  field: fieldId,
  values: z.array(z.string().max(10_000)).max(OPTIONS_AT_MOST),
});
export type FieldAnswer = z.infer<typeof fieldAnswer>;

export const particulars = z.strictObject({
  theme: themeId.nullable(),
  answers: z.array(fieldAnswer).max(FIELDS_AT_MOST * 4),
});
export type Particulars = z.infer<typeof particulars>;

/** An answer beside its question, as people read it. */
export const saidAnswer = z.object({
  field: fieldId,
  fr: z.string(),
  en: z.string(),
  values: z.array(z.string()),
});
export type SaidAnswer = z.infer<typeof saidAnswer>;
