/**
 * Fields: native controls with a label, a hint, an error and a count. A count never truncates: it says how much is too
 * much and that everything is kept.
 */
import { lengthOf } from '@butinerie/domain';
import { useId, useLayoutEffect, useRef, type ComponentProps, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { cx } from './classes.ts';
import css from './field.module.css';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; ties itself to the control. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
  /** Signs at most, checked when publishing only: nothing is ever cut. */
  readonly limit?: number;
  /** Signs at least: says how many are still to write. */
  readonly minimum?: number;
}

interface FrameProps extends FieldProps {
  readonly id: string;
  readonly length?: number;
  readonly children: ReactNode;
}

const describedBy = (id: string, { hint, error, limit, minimum }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`, (limit ?? minimum) && `${id}-count`]
    .filter(Boolean)
    .join(' ') || undefined;

function FieldFrame(props: FrameProps) {
  const { id, label, hint, error, optional, limit, minimum, length = 0, children } = props;
  const say = useWords(words);
  const over = limit === undefined ? 0 : Math.max(0, length - limit);
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label} {optional && <span className={css.optional}>({say.optional})</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={css.hint}>
          {hint}
        </span>
      )}
      {children}
      <span className={css.below}>
        {error && (
          <span id={`${id}-error`} className={css.error}>
            <Icon name="warning" />
            {error}
          </span>
        )}
        {limit !== undefined && (
          <span id={`${id}-count`} className={cx(css.counter, over > 0 && css.over)}>
            {say.counter(length, limit)}
          </span>
        )}
        {limit === undefined && minimum !== undefined && (
          <span id={`${id}-count`} className={cx(css.counter, length < minimum && css.over)}>
            {length < minimum ? say.stillToWrite(minimum - length, minimum) : say.length(length)}
          </span>
        )}
      </span>
      {limit !== undefined && (
        <output className={cx(css.hint, css.over)}>{over > 0 && say.tooLong(over)}</output>
      )}
    </div>
  );
}

type Native<E extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<E>, 'onChange' | 'value' | 'id'>;
interface Valued {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface TextFieldProps extends Omit<FieldProps, 'minimum'>, Valued, Native<'input'> {}
export function TextField({ label, hint, error, optional, limit, value, onChange, ...rest }: TextFieldProps) {
  const id = useId();
  const frame = { label, hint, error, ...(optional && { optional }), ...(limit && { limit }) };
  return (
    <FieldFrame {...frame} id={id} length={lengthOf(value)}>
      <input
        type="text"
        {...rest}
        id={id}
        className={css.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps, Valued, Native<'textarea'> {}
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, limit, minimum, value, onChange, ...rest } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const counted = { ...(limit && { limit }), ...(minimum && { minimum }) };
  const frame = { label, hint, error, ...(optional && { optional }), ...counted };
  // Grows with its text where the browser does not do it by itself (field-sizing).
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports?.('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [value]);
  return (
    <FieldFrame {...frame} id={id} length={lengthOf(minimum ? value.trim() : value)}>
      <textarea
        rows={4}
        {...rest}
        id={id}
        ref={area}
        className={cx(css.control, css.area)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
      />
    </FieldFrame>
  );
}

export interface SelectProps extends Omit<FieldProps, 'minimum'>, Valued, Native<'select'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export function Select({ label, hint, error, optional, value, onChange, options, ...rest }: SelectProps) {
  const id = useId();
  const frame = { label, hint, error, ...(optional && { optional }) };
  return (
    <FieldFrame {...frame} id={id}>
      <span className={css.selectBox}>
        <select
          {...rest}
          id={id}
          className={css.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, frame)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown />
      </span>
    </FieldFrame>
  );
}

function ChevronDown() {
  return (
    <svg viewBox="0 0 20 20" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path
        d="M7 4.5 13 10l-6 5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
