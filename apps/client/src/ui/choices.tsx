/** Choices: one box, or one of several cards. Native controls, large targets. */
import { useId, type ReactNode } from 'react';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly name?: string;
}
export function Checkbox({ label, hint, checked, onChange, ...rest }: CheckboxProps) {
  return (
    <label className={css.choice}>
      <input
        {...rest}
        type="checkbox"
        className={css.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={css.cardWords}>
        {label}
        {hint && <span className={css.hint}>{hint}</span>}
      </span>
    </label>
  );
}

export interface RadioCardsProps<V extends string> {
  readonly legend: ReactNode;
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly error?: string | null | undefined;
}
export function RadioCards<V extends string>({
  legend,
  value,
  onChange,
  options,
  error,
}: RadioCardsProps<V>) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.cards}>
        {options.map((option) => (
          <label key={option.value} className={css.card}>
            <input
              type="radio"
              name={id}
              className={css.box}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span className={css.cardWords}>
              <strong>{option.label}</strong>
              {option.hint && <span className={css.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
        {error && (
          <span id={`${id}-error`} className={css.error}>
            <Icon name="warning" />
            {error}
          </span>
        )}
      </div>
    </fieldset>
  );
}
