/** The questions the challenge asks besides title and text, in their order. */
import { FIELDS_AT_MOST, mintId, type Challenge, type FieldId, type FormField } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { FieldEditor } from './field-editor.tsx';
import { moved } from './moved.ts';
import { PartState } from './part-state.tsx';
import { useSetFields } from './queries.ts';
import css from './settings.module.css';
import { listOf, usePart, useSaved } from './use-part.ts';
import { words } from './words.ts';

const newField = (): FormField => ({
  id: mintId('field'),
  kind: 'short',
  fr: '',
  en: '',
  helpFr: '',
  helpEn: '',
  required: false,
  limit: null,
  options: [],
  retired: false,
});

const isChoice = ({ kind }: FormField): boolean => kind === 'one' || kind === 'several';

/** As the server takes it: options without words are no options, and a text has none. */
const ready = (field: FormField): FormField => ({
  ...field,
  options: isChoice(field) ? field.options.filter(({ fr }) => fr.trim() !== '') : [],
});
const holds = (field: FormField): boolean =>
  field.fr.trim() !== '' && isChoice(field) === ready(field).options.length > 0;

const recall = listOf<FormField>([
  'id',
  'kind',
  'fr',
  'en',
  'helpFr',
  'helpEn',
  'required',
  'limit',
  'options',
  'retired',
]);
const linesOf = (fields: readonly FormField[]): readonly string[] =>
  fields.map(
    ({ fr, en, options, required, retired }) =>
      `${fr}${en && ` / ${en}`}${required ? ' *' : ''}${options.length > 0 ? ` : ${options.map((option) => option.fr).join(', ')}` : ''}${retired ? ' (—)' : ''}`,
  );

export function FieldsSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { run, pending, failure } = useSetFields();
  const { id, version } = challenge;
  const part = usePart<readonly FormField[]>({ name: 'fields', challenge: id }, challenge.fields, recall);
  const { value: fields, change: setFields, generation } = part;
  const [tried, setTried] = useState(false);
  const known = new Set(challenge.fields.map((field) => field.id));
  const change = (which: FieldId, next: Partial<FormField>): void =>
    setFields(fields.map((field) => (field.id === which ? { ...field, ...next } : field)));
  const saved = useSaved(part, ({ fields: asked }) => asked);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!fields.every(holds)) return;
    saved(await run({ params: { challenge: id }, body: { fields: fields.map(ready), version } }), id);
  };
  return (
    <Section title={say.fieldsTitle}>
      <p className={css.what}>{say.fieldsWhat}</p>
      {fields.map((field, at) => (
        <FieldEditor
          key={`${field.id} ${generation}`}
          field={field}
          asked={known.has(field.id)}
          tried={tried}
          onChange={(next) => change(field.id, next)}
          {...(at > 0 && { onMoveUp: () => setFields(moved(fields, at)) })}
        />
      ))}
      {tried && !fields.every(holds) && (
        <Notice live tone="warning">
          {say.mendFields}
        </Notice>
      )}
      <PartState part={part} linesOf={linesOf} />
      <FailureNotice failure={part.theirs === null ? failure : null} />
      <ButtonRow>
        {fields.filter(({ retired }) => !retired).length < FIELDS_AT_MOST && (
          <Button icon="plus" onClick={() => setFields([...fields, newField()])}>
            {say.addField}
          </Button>
        )}
        <Button tone="primary" pending={pending} disabled={part.theirs !== null} onClick={() => void save()}>
          {say.saveFields}
        </Button>
      </ButtonRow>
    </Section>
  );
}
