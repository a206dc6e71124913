/** Rebounding: one field, one press. What is typed stays on the device until the server has it. */
import { mintId, REBOUND_LIMIT, type IdeaId } from '@butinerie/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { onReconnect } from '../platform/socket.ts';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { useToast } from '../ui/toast.tsx';
import { showRebound, useReboundOnIdea } from './queries.ts';
import { keepRebound, keptRebound } from './rebound-draft.ts';
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
  const [draft, setDraft] = useState(() => keptRebound(me.id, idea));
  const [empty, setEmpty] = useState(false);
  const { run, pending, failure, clear } = useReboundOnIdea();
  const waits = failure?.code === 'offline';

  const keep = (next: typeof draft): void => {
    keepRebound(me.id, idea, next);
    setDraft(next);
  };
  const send = async (): Promise<void> => {
    const { id, text } = draft;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    const result = await run({ params: { idea }, body: { id, text } });
    if (!result.ok) return;
    showRebound(result.value);
    keep({ id: mintId('rebound'), text: '' });
    toast({ text: say.sent });
  };
  // Asked for while the network was away: it leaves when it is back, under the id it already has.
  const again = useRef(send);
  useEffect(() => {
    again.current = send;
  });
  useEffect(() => {
    if (!waits) return undefined;
    const retry = (): void => void again.current();
    const stop = onReconnect(retry);
    addEventListener('online', retry);
    return () => {
      stop();
      removeEventListener('online', retry);
    };
  }, [waits]);
  // « Rebondir » pressed on another page leads straight to the field.
  useEffect(() => {
    if (hash !== '#rebondir') return;
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [hash]);

  const change = (text: string): void => {
    keep({ ...draft, text });
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
