/** A theme, and the questions of the challenge: the same fields on a draft and on a published idea. */
import type { Failure, FormField, Particulars } from '@butinerie/contracts';
import { limitOf } from '@butinerie/domain';
import type { Offline } from '../platform/call.ts';
import { useLanguage, useWords } from '../platform/language.tsx';
import { Checkbox, RadioCards } from '../ui/choices.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import css from './ideas.module.css';
import { inWords, valuesOf, withValues, type Asks } from './particulars.ts';
import { words } from './particulars-words.ts';

export interface ParticularsFieldsProps {
  readonly asks: Asks;
  readonly value: Particulars;
  readonly onChange: (value: Particulars) => void;
  /** The last refusal: marks what it names. */
  readonly failure: Failure | Offline | null;
}

export function ParticularsFields({ asks, value, onChange, failure }: ParticularsFieldsProps) {
  const say = useWords(words);
  const { language } = useLanguage();
  const missing = failure?.code === 'particulars-missing' ? failure : null;
  const themes = asks.themes.filter(({ id, retired }) => !retired || id === value.theme);
  return (
    <>
      {themes.length > 0 && (
        <Select
          label={say.theme}
          hint={say.themeHint}
          value={value.theme ?? ''}
          onChange={(chosen) =>
            onChange({ ...value, theme: themes.find(({ id }) => id === chosen)?.id ?? null })
          }
          options={[
            { value: '', label: say.chooseTheme },
            ...themes.map((theme) => ({ value: theme.id, label: inWords(theme, language) })),
          ]}
          error={missing?.theme && value.theme === null ? say.themeMissing : null}
        />
      )}
      {asks.fields
        .filter(({ retired }) => !retired)
        .map((field) => (
          <OneField
            key={field.id}
            field={field}
            values={valuesOf(value, field.id)}
            onChange={(values) => onChange(withValues(value, field.id, values))}
            error={errorOf(field, failure, valuesOf(value, field.id), say)}
          />
        ))}
    </>
  );
}

function errorOf(
  field: FormField,
  failure: Failure | Offline | null,
  values: readonly string[],
  say: { readonly answerMissing: string; readonly answerTooLong: string },
): string | null {
  if (failure?.code === 'particulars-missing' && failure.fields.includes(field.id) && values.join('') === '')
    return say.answerMissing;
  return failure?.code === 'answer-too-long' && failure.field === field.id ? say.answerTooLong : null;
}

interface OneFieldProps {
  readonly field: FormField;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly error: string | null;
}

function OneField({ field, values, onChange, error }: OneFieldProps) {
  const { language } = useLanguage();
  const label = inWords(field, language);
  const hint = inWords({ fr: field.helpFr, en: field.helpEn }, language);
  const shared = { label, ...(hint && { hint }), ...(!field.required && { optional: true }), error };
  const [text = ''] = values;
  // What was chosen before the offer changed stays chosen, in its own words.
  const options = [
    ...field.options.map((option) => ({ value: option.fr, label: inWords(option, language) })),
    ...values
      .filter((value) => !field.options.some(({ fr }) => fr === value))
      .map((value) => ({ value, label: value })),
  ];
  if (field.kind === 'one')
    return (
      <RadioCards
        legend={
          <>
            {label}
            {hint && <span className={css.fieldHint}>{hint}</span>}
          </>
        }
        value={text === '' ? null : text}
        onChange={(value) => onChange([value])}
        options={options}
        error={error}
      />
    );
  if (field.kind === 'several')
    return (
      <fieldset className={css.several}>
        <legend>
          {label}
          {hint && <span className={css.fieldHint}>{hint}</span>}
        </legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={values.includes(option.value)}
            onChange={(checked) =>
              onChange(checked ? [...values, option.value] : values.filter((value) => value !== option.value))
            }
          />
        ))}
        {error && <p className={css.fieldError}>{error}</p>}
      </fieldset>
    );
  const typed = (value: string): void => onChange(value === '' ? [] : [value]);
  return field.kind === 'short' ? (
    <TextField {...shared} limit={limitOf(field)} value={text} onChange={typed} />
  ) : (
    <TextArea {...shared} rows={3} limit={limitOf(field)} value={text} onChange={typed} />
  );
}
