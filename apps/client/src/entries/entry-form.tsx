/** Who has the idea, and the idea. Kept in this page's memory alone: a shared device must not remember it. */
import {
  mintId,
  TEXT_LIMIT,
  TITLE_LIMIT,
  type EntryAuthor,
  type Failure,
  type IdeaId,
} from '@butinerie/contracts';
import { useId, useState, type FormEvent } from 'react';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import css from './entries.module.css';
import { words } from './words.ts';

export interface EnteredWords {
  readonly idea: IdeaId;
  readonly author: EntryAuthor;
  readonly title: string;
  readonly text: string;
}
export interface EntryFormProps {
  readonly directorates: readonly string[];
  readonly textLabel: string;
  readonly send: string;
  readonly pending: boolean;
  readonly failure: Failure | Offline | null;
  readonly onSend: (entered: EnteredWords) => void;
}

const EMPTY = { name: '', directorate: '', code: '', title: '', text: '' };
type Field = keyof typeof EMPTY;

export function EntryForm({ directorates, textLabel, send, pending, failure, onSend }: EntryFormProps) {
  const say = useWords(words);
  const list = useId();
  // The same id with each try: what was refused or lost on the way is sent again as the same idea.
  const [idea] = useState(() => mintId('idea'));
  const [by, setBy] = useState<'name' | 'code'>('name');
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const wanted: readonly Field[] = [
    ...(by === 'name' ? (['name', 'directorate'] as const) : (['code'] as const)),
    'title',
    'text',
  ];
  const missing = (field: Field): boolean => wanted.includes(field) && typed[field].trim() === '';
  const field = (name: Field) => ({
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    error: tried && missing(name) ? say.missing : null,
    autoComplete: 'off',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (pending || wanted.some(missing)) return;
    const { name, directorate, code, title, text } = typed;
    onSend({ idea, author: by === 'name' ? { name, directorate } : { code }, title, text });
  };
  return (
    <form className={css.form} noValidate autoComplete="off" onSubmit={submit}>
      <RadioCards<'name' | 'code'>
        legend={say.who}
        value={by}
        onChange={setBy}
        options={[
          { value: 'name', label: say.whoNew },
          { value: 'code', label: say.whoKnown },
        ]}
      />
      {by === 'name' ? (
        <>
          <TextField label={say.name} {...field('name')} />
          <TextField label={say.directorate} list={list} {...field('directorate')} />
          <datalist id={list}>
            {directorates.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      ) : (
        <TextField label={say.code} hint={say.codeHint} {...field('code')} />
      )}
      <TextField label={say.ideaTitle} limit={TITLE_LIMIT} {...field('title')} />
      <TextArea label={textLabel} rows={6} limit={TEXT_LIMIT} {...field('text')} />
      <FailureNotice failure={failure} />
      <div>
        <Button type="submit" tone="primary" pending={pending}>
          {send}
        </Button>
      </div>
    </form>
  );
}
