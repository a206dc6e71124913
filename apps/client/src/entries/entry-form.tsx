/** Who has the idea, and the idea. Kept in this page's memory alone: a shared device must not remember it. */
import {
  mintId,
  TEXT_LIMIT,
  TITLE_LIMIT,
  type EntryAuthor,
  type Failure,
  type FormField,
  type IdeaId,
  type Labels,
  type Particulars,
  type Theme,
} from '@butinerie/contracts';
import { NO_PARTICULARS } from '@butinerie/domain';
import { useEffect, useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Offline } from '../platform/call.ts';
import { called } from '../platform/labels.ts';
import { useLanguage, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { AcceptOnPaper } from './accept-on-paper.tsx';
import css from './entries.module.css';
import { readCharterAgain, useCharterOfEntries } from './queries.ts';
import { words } from './words.ts';

export interface EnteredWords {
  readonly idea: IdeaId;
  readonly author: EntryAuthor;
  readonly title: string;
  readonly text: string;
  readonly particulars: Particulars;
  /** The version that the agent accepted. */
  readonly charter?: number;
}
/** What the challenge asks of each idea. */
export interface EntryAsks {
  readonly themes: readonly Omit<Theme, 'moderators'>[];
  readonly fields: readonly FormField[];
  /** What it calls the two fields. */
  readonly labels: Labels;
}
export interface AskedFields {
  readonly asks: EntryAsks;
  readonly value: Particulars;
  readonly onChange: (value: Particulars) => void;
  readonly failure: Failure | Offline | null;
}
/** The theme and the questions, as on the form of every idea: another concept's. */
export type DrawAsked = (asked: AskedFields) => ReactNode;

export interface EntryFormProps {
  readonly asks: EntryAsks;
  readonly asked: DrawAsked;
  readonly directorates: readonly string[];
  readonly textLabel: string;
  readonly charterLabel: string;
  readonly send: string;
  readonly pending: boolean;
  readonly failure: Failure | Offline | null;
  readonly onSend: (entered: EnteredWords) => void;
}

const EMPTY = { name: '', directorate: '', code: '', title: '', text: '' };
type Field = keyof typeof EMPTY;

export function EntryForm(props: EntryFormProps) {
  const { asks, asked, directorates, textLabel, charterLabel, send, pending, failure, onSend } = props;
  const say = useWords(words);
  const { language } = useLanguage();
  const list = useId();
  // The same id with each try: what was refused or lost on the way is sent again as the same idea.
  const [idea] = useState(() => mintId('idea'));
  const [by, setBy] = useState<'name' | 'code'>('name');
  const [typed, setTyped] = useState(EMPTY);
  const [particulars, setParticulars] = useState(NO_PARTICULARS);
  const [tried, setTried] = useState(false);
  const read = useCharterOfEntries();
  const charter = read.state === 'ready' ? read.value : null;
  const [accepted, setAccepted] = useState<number | null>(null);
  // A tick is for the words that were read: others ask again.
  const accepts = charter !== null && accepted === charter.version;
  const refused = failure?.code === 'charter-not-accepted' ? failure.version : null;
  const known = charter?.version;
  // The words that are ticked here are no longer those, or could not be read.
  useEffect(() => {
    if (refused !== null && refused !== known) readCharterAgain();
  }, [refused, known]);
  // Of an earlier paper it may be known already: the server says.
  const unasked = by === 'name' && charter !== null && !accepts;
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
  const { title, text } = typed;
  const sendIt = (): void => {
    if (pending || unasked || wanted.some(missing)) return;
    const { name, directorate, code } = typed;
    const author = by === 'name' ? { name, directorate } : { code };
    onSend({ idea, author, title, text, particulars, ...(accepts ? { charter: charter.version } : {}) });
  };
  // Who has the idea is named on purpose; the idea itself speaks of nobody.
  const guard = usePersonalData(
    [
      { text: title, change: field('title').onChange },
      { text, change: field('text').onChange },
    ],
    sendIt,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (guard.passes()) sendIt();
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
      <TextField
        {...called(asks.labels.title, { label: say.ideaTitle }, language)}
        limit={TITLE_LIMIT}
        {...field('title')}
      />
      <TextArea
        {...called(asks.labels.text, { label: textLabel }, language)}
        rows={6}
        limit={TEXT_LIMIT}
        {...field('text')}
      />
      {asked({ asks, value: particulars, onChange: setParticulars, failure })}
      {charter && (
        <AcceptOnPaper
          charter={charter}
          label={charterLabel}
          accepted={accepts}
          onChange={(ticked) => setAccepted(ticked ? charter.version : null)}
          missing={(tried && unasked) || refused !== null}
        />
      )}
      {(refused === null || charter === null) && <FailureNotice failure={failure} />}
      {guard.notice}
      <div>
        <Button type="submit" tone="primary" pending={pending}>
          {send}
        </Button>
      </div>
    </form>
  );
}
