/** Two fields and one act. Nothing typed here is ever cut or lost: what is refused stays in front of its author. */
import { TEXT_LIMIT, TITLE_LIMIT, type Failure } from '@butinerie/contracts';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Offline } from '../platform/call.ts';
import { called } from '../platform/labels.ts';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { words as formWords } from '../ui/form-words.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { Thread } from '../ui/thread.tsx';
import { onDrafts, keptDraft, type KeptDraft } from './draft-store.ts';
import css from './ideas.module.css';
import { NO_PARTICULARS } from '@butinerie/domain';
import type { Asks } from './particulars.ts';
import { ParticularsFields } from './particulars-fields.tsx';
import { ParentIdea } from './parent-idea.tsx';
import { SignAs } from './sign-as.tsx';
import { useDraft, type DraftStart } from './use-draft.ts';
import { words } from './words.ts';

const TITLE_CODES = ['title-missing', 'title-too-long'];
const PARTICULAR_CODES = ['particulars-missing', 'answer-too-long'];
const TEXT_CODES = ['text-missing', 'text-too-long', 'same-as-parent'];

/** What other concepts add to a draft, where they belong on its page. */
export interface DraftAids {
  readonly underTitle?: (draft: KeptDraft) => ReactNode;
  readonly underText?: (draft: KeptDraft) => ReactNode;
}

export interface DraftFormProps {
  readonly start: DraftStart;
  /** Whether ideas may be published now; a draft may be kept longer. */
  readonly open: boolean;
  readonly aids: DraftAids;
  readonly asks: Asks;
}

export function DraftForm({ start, open, aids, asks }: DraftFormProps) {
  const say = useWords(words);
  const products = useWords(formWords);
  const { language } = useLanguage();
  const formats = useFormats();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { draft, status, failure, type, publish, publishing } = useDraft(start);
  const { idea, person, pseudonym = null } = draft;
  // Under a pseudonym it becomes another idea, in which nothing of the draft's is.
  const becomes = pseudonym ?? idea;

  // Published by itself when the network came back, with this page still open.
  const waiting = draft.publishing;
  useEffect(
    () =>
      onDrafts(() => {
        if (waiting && keptDraft(person, idea) === null)
          void navigate(`/idees/${becomes}`, { replace: true, state: { published: true } });
      }),
    [waiting, person, idea, becomes, navigate],
  );
  const code = failure?.code ?? '';
  useEffect(() => {
    if (TITLE_CODES.includes(code)) form.current?.querySelector('input')?.focus();
    else if (TEXT_CODES.includes(code)) form.current?.querySelector('textarea')?.focus();
    else if (PARTICULAR_CODES.includes(code))
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby] input')
        ?.focus();
  }, [code]);

  const publishNow = async (): Promise<void> => {
    if (!publishing && (await publish()))
      void navigate(`/idees/${becomes}`, { replace: true, state: { published: true } });
  };
  const guard = usePersonalData(
    [
      { text: draft.title, change: (title) => type({ title }) },
      { text: draft.text, change: (text) => type({ text }) },
    ],
    () => void publishNow(),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guard.passes()) void publishNow();
  };
  const waits = draft.publishing && code === 'offline';
  const ofField = [...TITLE_CODES, ...TEXT_CODES].includes(code);
  return (
    <form ref={form} className={css.form} noValidate onSubmit={submit}>
      {draft.parents.length > 0 && (
        <div className={css.growing}>
          <p className={css.lead}>{say.growsFrom(draft.parents.length)}</p>
          <Thread>
            {draft.parents.map((parent) => (
              <ParentIdea key={parent} idea={parent} typed={draft.text} />
            ))}
          </Thread>
        </div>
      )}
      <TextField
        {...called(asks.labels.title, products.title, language)}
        limit={TITLE_LIMIT}
        autoComplete="off"
        value={draft.title}
        onChange={(title) => type({ title })}
        error={useFieldError(failure, TITLE_CODES)}
      />
      {aids.underTitle?.(draft)}
      <TextArea
        {...called(asks.labels.text, products.text, language)}
        rows={6}
        limit={TEXT_LIMIT}
        value={draft.text}
        onChange={(text) => type({ text })}
        error={useFieldError(failure, TEXT_CODES)}
      />
      {aids.underText?.(draft)}
      <ParticularsFields
        asks={asks}
        value={draft.particulars ?? NO_PARTICULARS}
        onChange={(particulars) => type({ particulars })}
        failure={failure}
      />
      {draft.grownFrom === null && <SignAs draft={draft} type={type} />}
      {waits ? (
        <Notice live tone="warning" title={say.keptHere}>
          <p>{say.keptHereWhat}</p>
        </Notice>
      ) : (
        !ofField && code !== 'offline' && <FailureNotice failure={failure} />
      )}
      {!open && (
        <Notice title={say.notOpen}>
          <p>{say.notOpenWhat}</p>
        </Notice>
      )}
      {guard.notice}
      <div className={css.publish}>
        {open && (
          <Button type="submit" tone="primary" pending={publishing}>
            {say.publish}
          </Button>
        )}
        {(draft.savedAt !== null || draft.dirty) && (draft.title !== '' || draft.text !== '') && (
          <StatusLine state={status}>
            {status === 'saved' && draft.savedAt !== null
              ? say.savedAt(formats.time(draft.savedAt))
              : undefined}
          </StatusLine>
        )}
      </div>
      <p className={css.lead}>{pseudonym === null ? say.creditPromise : say.sealedPromise}</p>
    </form>
  );
}

function useFieldError(failure: Failure | Offline | null, codes: readonly string[]): string | null {
  const failureText = useFailureText();
  if (!failure || !codes.includes(failure.code)) return null;
  const { what, next } = failureText(failure);
  return `${what} ${next}`;
}
