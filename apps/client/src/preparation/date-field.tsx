/** One date: a day and an hour on the wall, said again in words, with what is wrong or odd about it. */
import type { TimeBoxField } from '@butinerie/domain';
import { useId } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Form } from './form.ts';
import css from './preparation.module.css';
import type { ReadDate } from './read-dates.ts';
import { words } from './words.ts';

export interface DateFieldProps {
  readonly field: TimeBoxField;
  readonly form: Form;
  readonly read: ReadDate;
  readonly onChange: (change: Partial<Form>) => void;
}
export function DateField({ field, form, read, onChange }: DateFieldProps) {
  const say = useWords(words);
  const formats = useFormats();
  const id = useId();
  const [day = '', hour = ''] = form[field].split('T');
  const fold = form[`${field}Fold`];
  const change = (local: string): void => onChange({ [field]: local, [`${field}Fold`]: '' });
  return (
    <fieldset className={css.date} aria-describedby={`${id}-said`}>
      <legend>{say.date[field]}</legend>
      <div className={css.wall}>
        <TextField
          label={say.day}
          type="date"
          required
          value={day}
          onChange={(next) => change(`${next}T${hour}`)}
        />
        <TextField
          label={say.hour}
          type="time"
          required
          value={hour}
          onChange={(next) => change(`${day}T${next}`)}
        />
      </div>
      <output id={`${id}-said`} className={css.said}>
        {read.instant && (
          <span>
            {formats.moment({ instant: read.instant.getTime(), timeZone: form.timeZone })}
            {read.twice && `, ${(fold === 'earlier' ? say.summerTime : say.winterTime).toLocaleLowerCase()}`}
          </span>
        )}
        {read.problem && (
          <span className={css.problem}>
            <Icon name="warning" />
            {say.problem[read.problem]}
          </span>
        )}
        {read.notes.map((note) => (
          <span key={note} className={css.note}>
            <Icon name="info" />
            {say.note[note]}
          </span>
        ))}
      </output>
      {read.twice && (
        <RadioCards
          legend={say.fold}
          value={fold === '' ? null : fold}
          onChange={(chosen) => onChange({ [`${field}Fold`]: chosen })}
          options={[
            { value: 'earlier', label: say.summerTime, hint: say.summerTimeHint },
            { value: 'later', label: say.winterTime, hint: say.winterTimeHint },
          ]}
        />
      )}
    </fieldset>
  );
}
