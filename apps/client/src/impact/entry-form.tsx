/** One entry to be added: fields, a draft that stays on the device until it was taken, and what was refused beside it. */
import { mintId, type Failure } from '@butinerie/contracts';
import { useRef, useState, type SubmitEvent } from 'react';
import type { z } from 'zod';
import type { Offline } from '../platform/call.ts';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import folded from '../ui/folded.module.css';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { recallDraft, type Draft } from './drafts.ts';
import { words, type FieldName } from './form-words.ts';
import css from './impact.module.css';

export interface FieldSpec {
  readonly name: FieldName;
  readonly as: 'line' | 'area' | 'number' | 'date' | 'check' | 'choice';
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
}
export interface EntryFormProps<Body> {
  readonly form: keyof (typeof words)['fr']['forms'];
  readonly idea: string;
  readonly initial: Draft;
  /** Those that make sense of what was typed so far. */
  readonly fields: (draft: Draft) => readonly FieldSpec[];
  readonly parse: (draft: Draft) => z.ZodSafeParseResult<Body>;
  readonly run: (body: Body) => Promise<{ readonly ok: boolean }>;
  readonly pending: boolean;
  readonly failure: Failure | Offline | null;
}

const entryKey = (person: string, idea: string, form: string): string =>
  `butinerie.impact.${person}.${idea}.${form}`;

export function EntryForm<Body>(props: EntryFormProps<Body>) {
  const { form, idea, initial, fields, parse, run, pending, failure } = props;
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const [kept, keep, settle] = useKept(entryKey(me.id, idea, form), recallDraft);
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const draft: Draft = { ...initial, ...kept };
  const wrong = wrongIn(parse({ ...draft, id: draft['id'] ?? mintId('impactEntry') }));
  const set = (name: FieldName, value: string): void =>
    keep({ ...draft, id: draft['id'] ?? mintId('impactEntry'), [name]: value });
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    // Kept before it is sent: its own name is the same when it is sent again.
    const sent = { ...draft, id: draft['id'] ?? mintId('impactEntry') };
    keep(sent);
    const body = parse(sent);
    if (!body.success) {
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    const done = await run(body.data);
    if (!done.ok) return;
    settle(sent, (typed) => ({ ...typed, id: mintId('impactEntry') }));
    setTried(false);
    toast({ text: say.saved });
  };
  const refused = failure?.code === 'impossible-figure' ? failure.field : null;
  return (
    <details className={folded.folded} open={kept !== null || undefined}>
      <summary>{say.forms[form]}</summary>
      <form className={css.form} ref={place} onSubmit={(event) => void send(event)} noValidate>
        <p className={css.quiet}>{say.leads[form]}</p>
        {fields(draft).map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={draft[field.name] ?? ''}
            onChange={(value) => set(field.name, value)}
            error={(tried && wrong.has(field.name)) || refused === field.name ? say.wrong : null}
          />
        ))}
        <output>{tried && wrong.size > 0 && say.wrongSomewhere}</output>
        <FailureNotice failure={failure} />
        <div>
          <Button type="submit" pending={pending}>
            {say.send}
          </Button>
        </div>
        <p className={css.quiet}>{say.keptHere}</p>
      </form>
    </details>
  );
}

/** The names of the fields that the contract does not take as they are. */
function wrongIn(parsed: z.ZodSafeParseResult<unknown>): ReadonlySet<string> {
  const ends = (parsed.error?.issues ?? []).map(({ path }) => String(path.at(-1)));
  // A few are called otherwise on the page than on the wire.
  return new Set(
    ends.map((end) => (end === 'to' && parsed.error?.issues[0]?.path.length === 1 ? 'level' : end)),
  );
}

interface OneFieldProps {
  readonly field: FieldSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}
function OneField({ field, value, onChange, error }: OneFieldProps) {
  const say = useWords(words);
  const { name, as, options = [], optional = false } = field;
  const hints: Readonly<Partial<Record<FieldName, string>>> = say.hint;
  const shared = { label: say.field[name], hint: hints[name], value, onChange, error, optional };
  switch (as) {
    case 'area':
      return <TextArea {...shared} rows={3} />;
    case 'number':
      return <TextField {...shared} inputMode="decimal" />;
    case 'date':
      return <TextField {...shared} type="date" />;
    case 'check':
      return (
        <Checkbox
          label={say.field[name]}
          checked={value === 'yes'}
          onChange={(on) => onChange(on ? 'yes' : '')}
        />
      );
    case 'choice':
      return <Select {...shared} options={[{ value: '', label: say.choose }, ...options]} />;
    case 'line':
      return <TextField {...shared} />;
  }
}
