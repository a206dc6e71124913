/** Rebounding: one field, one press. What is typed stays on the device until the server has it. */
import { REBOUND_LIMIT, type IdeaId } from '@butinerie/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { useWordsToSend } from '../platform/kept-words.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { useSendAgain } from '../platform/use-send-again.ts';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { useToast } from '../ui/toast.tsx';
import { showRebound, useReboundOnIdea } from './queries.ts';
import { IDS, reboundKey } from './kept-rebound.ts';
import css from './rebounds.module.css';
import { words } from './words.ts';

const FIELD_CODES = ['text-missing', 'text-too-long', 'invalid-input'];

export function ReboundForm({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const failureText = useFailureText();
  const me = useSignedIn();
  const toast = useToast();
  const { hash } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const { words: draft, type, sent, takeAnotherId } = useWordsToSend(reboundKey(me.id, idea), IDS);
  const [empty, setEmpty] = useState(false);
  const { run, pending, failure, clear } = useReboundOnIdea();
  const waits = failure?.code === 'offline';

  const send = async (): Promise<void> => {
    const { id, text } = draft;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    const result = await run({ params: { idea }, body: { id, text } });
    if (!result.ok) {
      if (result.failure.code === 'id-taken') takeAnotherId();
      return;
    }
    showRebound(result.value);
    sent();
    toast({ text: say.sent });
  };
  useSendAgain(waits, send);
  // « Rebondir » pressed on another page leads straight to the field.
  useEffect(() => {
    if (hash !== '#rebondir') return;
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [hash]);

  const change = (text: string): void => {
    type(text);
    setEmpty(false);
    clear();
  };
  const guard = usePersonalData([{ text: draft.text, change }], () => void send());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guard.passes()) void send();
  };
  const ofField = failure !== null && FIELD_CODES.includes(failure.code);
  const refused = ofField ? Object.values(failureText(failure)).join(' ') : null;
  return (
    <form ref={form} className={css.form} noValidate onSubmit={submit}>
      <TextArea
        label={say.field}
        hint={say.hint}
        rows={3}
        limit={REBOUND_LIMIT}
        value={draft.text}
        onChange={change}
        error={empty ? say.empty : refused}
      />
      {waits ? (
        <Notice live tone="warning" title={say.kept}>
          <p>{say.keptWhat}</p>
        </Notice>
      ) : (
        !ofField && <FailureNotice failure={failure} />
      )}
      {guard.notice}
      <div>
        <Button type="submit" icon="rebound" pending={pending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}
