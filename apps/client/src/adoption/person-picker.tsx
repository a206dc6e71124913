/** One person chosen from a list that is searched as one types: a combobox, with the keyboard or a finger. */
import type { PersonRef } from '@butinerie/contracts';
import { findPerson } from '@butinerie/domain';
import { useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { PersonName } from '../ui/person-name.tsx';
import field from '../ui/field.module.css';
import css from './adoption.module.css';
import { words } from './words.ts';

export interface PersonPickerProps {
  readonly label: string;
  readonly hint: string;
  readonly people: readonly PersonRef[];
  /** The identifier of who is chosen, empty for nobody. */
  readonly value: string;
  readonly onChange: (person: string) => void;
  readonly error?: string | null;
}

const nameOf = (people: readonly PersonRef[], id: string): string =>
  people.find((person) => person.id === id)?.name ?? '';

export function PersonPicker({ label, hint, people, value, onChange, error }: PersonPickerProps) {
  const say = useWords(words);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  // Nothing typed since the choice: the field shows who was chosen, and offers everybody again.
  const searching = typed !== null;
  const found = searching ? findPerson(people, typed) : [];
  const active = found[Math.min(at, found.length - 1)];

  const choose = (person: PersonRef): void => {
    onChange(person.id);
    setTyped(null);
    setAt(0);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!searching) setTyped('');
      else if (found.length > 0)
        setAt(
          (Math.min(at, found.length - 1) + (event.key === 'ArrowDown' ? 1 : found.length - 1)) %
            found.length,
        );
    } else if (event.key === 'Enter' && searching) {
      event.preventDefault();
      if (active) choose(active);
    } else if (event.key === 'Escape' && searching) {
      event.preventDefault();
      setTyped(null);
    }
  };
  return (
    <div
      className={css.picker}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyped(null)}
    >
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <span id={`${id}-hint`} className={css.hint}>
        {hint}
      </span>
      <span className={css.combo}>
        <input
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          className={cx(field.control, css.control)}
          value={typed ?? nameOf(people, value)}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            if (value !== '') onChange('');
          }}
          onFocus={(event) => {
            event.target.select();
            if (value === '') setTyped('');
          }}
          onKeyDown={press}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={cx(`${id}-hint`, error && `${id}-error`)}
        />
        <Icon name="search" />
      </span>
      {found.length > 0 && (
        // A native list cannot show who is who: initials, name, directorate.
        // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div id={`${id}-list`} role="listbox" aria-label={label} className={css.options}>
          {found.map((person) => (
            // The keyboard reaches the options from the field, as a combobox does.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={person === active}
              className={css.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <PersonName person={person} directorate />
            </div>
          ))}
        </div>
      )}
      <output className={css.hint}>
        {searching && (found.length === 0 ? say.nobodyFound : say.found(found.length))}
      </output>
      {error && (
        <span id={`${id}-error`} className={css.error}>
          <Icon name="warning" />
          {error}
        </span>
      )}
    </div>
  );
}
