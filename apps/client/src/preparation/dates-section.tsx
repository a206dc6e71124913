/** The four dates, in one place's time, with the length of each part in words. */
import { TIME_BOX_FIELDS } from '@butinerie/domain';
import { useState } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import { DateField } from './date-field.tsx';
import { defaultDates, FORMATS, type Format } from './default-dates.ts';
import type { Form } from './form.ts';
import css from './preparation.module.css';
import { durationsOf, type ReadDates } from './read-dates.ts';
import { words } from './words.ts';

export interface DatesSectionProps {
  readonly form: Form;
  readonly dates: ReadDates;
  readonly onChange: (change: Partial<Form>) => void;
}
export function DatesSection({ form, dates, onChange }: DatesSectionProps) {
  const say = useWords(words);
  const durations = durationsOf(dates, form.timeZone);
  const [forOne, setForOne] = useState(false);
  const propose = (format: Format): void => {
    setForOne(format === 'oneDirectorate');
    onChange(defaultDates(new Date(serverNow()), form.timeZone, format));
  };
  const zones: Readonly<Record<string, string>> = say.zone;
  const offered = Object.keys(zones).includes(form.timeZone)
    ? Object.keys(zones)
    : [form.timeZone, ...Object.keys(zones)];
  return (
    <Section title={say.datesTitle}>
      <p className={css.what}>{say.datesWhat}</p>
      <p className={css.what}>{say.formatsWhat}</p>
      <ButtonRow>
        {FORMATS.map((format) => (
          <Button key={format} onClick={() => propose(format)}>
            {say.formats[format]}
          </Button>
        ))}
      </ButtonRow>
      {forOne && <p className={css.what}>{say.oneDirectorateWhat}</p>}
      <div className={css.zone}>
        <Select
          label={say.timeZone}
          value={form.timeZone}
          onChange={(timeZone) => onChange({ timeZone })}
          options={offered.map((zone) => ({ value: zone, label: zones[zone] ?? zone }))}
        />
      </div>
      <div className={css.dates}>
        {TIME_BOX_FIELDS.map((field) => (
          <DateField key={field} field={field} form={form} read={dates[field]} onChange={onChange} />
        ))}
      </div>
      {durations && (
        <p className={css.durations}>
          {say.durations(durations.toPropose, durations.toRebound, durations.toAnswer)}
        </p>
      )}
    </Section>
  );
}
