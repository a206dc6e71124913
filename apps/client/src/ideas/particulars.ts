/** Theme and answers between what a page reads and what a form sends. */
import {
  NO_LABELS,
  type FieldId,
  type FormField,
  type Idea,
  type Labels,
  type Language,
  type Particulars,
  type Theme,
} from '@butinerie/contracts';

/** What a challenge asks; nothing while it is not known. */
export interface Asks {
  readonly fields: readonly FormField[];
  readonly themes: readonly Omit<Theme, 'moderators'>[];
  readonly labels: Labels;
}
export const ASKS_NOTHING: Asks = { themes: [], fields: [], labels: NO_LABELS };

export const particularsOf = ({ theme, answers }: Pick<Idea, 'theme' | 'answers'>): Particulars => ({
  theme: theme && theme.id,
  answers: answers.map(({ field, values }) => ({ field, values })),
});

export const asksSomething = ({ themes, fields }: Asks): boolean =>
  themes.some(({ retired }) => !retired) || fields.some(({ retired }) => !retired);

/** English where it was written, else the French. */
export const inWords = (said: { readonly fr: string; readonly en: string }, language: Language): string =>
  language === 'en' && said.en !== '' ? said.en : said.fr;

export const valuesOf = ({ answers }: Particulars, field: FieldId): readonly string[] =>
  answers.find((answer) => answer.field === field)?.values ?? [];

/** An answer taken back is sent empty: that is how the server knows. */
export function withValues(given: Particulars, field: FieldId, values: string[]): Particulars {
  const others = given.answers.filter((answer) => answer.field !== field);
  return { ...given, answers: [...others, { field, values }] };
}
