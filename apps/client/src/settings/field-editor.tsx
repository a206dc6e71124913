/** One question: its words, what kind of answer it takes, and whether it must have one. */
import { FIELD_KINDS, OPTIONS_AT_MOST, type FormField } from '@butinerie/contracts';
import { limitOf } from '@butinerie/domain';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import css from './settings.module.css';
import { words } from './words.ts';

export interface FieldEditorProps {
  readonly field: FormField;
  /** Saved before: its kind stays, so that answers given keep their sense. */
  readonly asked: boolean;
  readonly tried: boolean;
  readonly onChange: (change: Partial<FormField>) => void;
  readonly onMoveUp?: () => void;
}

/** « français | English », one a line. */
const lineOf = ({ fr, en }: FormField['options'][number]): string => (en === '' ? fr : `${fr} | ${en}`);
function optionsOf(typed: string): FormField['options'] {
  return typed
    .split('\n')
    .slice(0, OPTIONS_AT_MOST)
    .map((line) => {
      const [fr = '', en = ''] = line.split('|');
      return { fr: fr.trim(), en: en.trim() };
    });
}

export function FieldEditor({ field, asked, tried, onChange, onMoveUp }: FieldEditorProps) {
  const say = useWords(words);
  // As typed: a bar without English yet is no option's, and stays under the hand that types it.
  const [lines, setLines] = useState(() => field.options.map(lineOf).join('\n'));
  const { fr, en, kind, helpFr, helpEn, required, limit, options, retired } = field;
  const chosen = kind === 'one' || kind === 'several';
  const most = limitOf({ ...field, limit: null });
  return (
    <fieldset className={css.item}>
      <legend>{fr.trim() || say.newField}</legend>
      {retired && <p className={css.what}>{say.retiredField}</p>}
      <TextField
        label={say.inFrench}
        maxLength={200}
        value={fr}
        onChange={(next) => onChange({ fr: next })}
        error={tried && fr.trim() === '' ? say.wordsMissing : null}
      />
      <TextField
        label={say.inEnglish}
        optional
        maxLength={200}
        value={en}
        onChange={(next) => onChange({ en: next })}
      />
      {!asked && (
        <Select
          label={say.kind}
          value={kind}
          onChange={(next) => onChange({ kind: FIELD_KINDS.find((known) => known === next) ?? kind })}
          options={FIELD_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        />
      )}
      {chosen ? (
        <TextArea
          label={say.options}
          hint={say.optionsHint}
          value={lines}
          onChange={(typed) => {
            setLines(typed);
            onChange({ options: optionsOf(typed) });
          }}
          error={tried && options.every((option) => option.fr.trim() === '') ? say.optionsMissing : null}
        />
      ) : (
        <TextField
          type="number"
          label={say.limit}
          hint={say.limitHint(most)}
          optional
          min={20}
          max={most}
          value={limit === null ? '' : String(limit)}
          onChange={(typed) => {
            const signs = Number.parseInt(typed, 10);
            onChange({ limit: Number.isNaN(signs) ? null : signs });
          }}
          error={limit !== null && (limit < 20 || limit > most) ? say.limitHint(most) : null}
        />
      )}
      <TextField
        label={say.help}
        hint={say.helpHint}
        optional
        maxLength={400}
        value={helpFr}
        onChange={(next) => onChange({ helpFr: next })}
      />
      {en !== '' && (
        <TextField
          label={say.helpEnglish}
          optional
          maxLength={400}
          value={helpEn}
          onChange={(next) => onChange({ helpEn: next })}
        />
      )}
      <Checkbox
        label={say.required}
        hint={say.requiredHint}
        checked={required}
        onChange={(next) => onChange({ required: next })}
      />
      <ButtonRow>
        {onMoveUp && <Button onClick={onMoveUp}>{say.moveUp}</Button>}
        <Button tone="quiet" onClick={() => onChange({ retired: !retired })}>
          {retired ? say.askAgain : say.retire}
        </Button>
      </ButtonRow>
    </fieldset>
  );
}
