/** One's own code, typed: the second administrator asks for hers first. */
import { confirmKeyChange, readRegisterKeys, sendKeyCode, type AnswerOf } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { remember, useAct } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './register.module.css';
import { words } from './words.ts';

type Change = AnswerOf<typeof readRegisterKeys>['changes'][number];

export function KeyCode({ change }: { readonly change: Change }) {
  const say = useWords(words);
  const toast = useToast();
  const sending = useAct(sendKeyCode);
  const confirming = useAct(confirmKeyChange);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  // Who asked was mailed hers with it.
  const [sent, setSent] = useState(change.state === 'to-confirm');
  const params = { change: change.id };
  const send = async (): Promise<void> => {
    const done = await sending.run({ params, body: {} });
    if (done.ok) setSent(true);
  };
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (code.trim() === '') return;
    const done = await confirming.run({ params, body: { code } });
    if (!done.ok) return;
    if (change.state === 'waiting') toast({ text: say.keyChanged });
    remember(readRegisterKeys, {}, done.value);
  };
  if (!sent)
    return (
      <>
        <p>{say.keySecondWhat}</p>
        <FailureNotice failure={sending.failure} />
        <ButtonRow>
          <Button tone="primary" pending={sending.pending} onClick={() => void send()}>
            {say.keySendCode}
          </Button>
        </ButtonRow>
      </>
    );
  return (
    <form className={css.form} noValidate onSubmit={(event) => void confirm(event)}>
      <TextField
        label={say.keyCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={tried && code.trim() === '' ? say.keyCodeMissing : undefined}
      />
      <FailureNotice failure={confirming.failure} />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={confirming.pending}>
          {say.keyConfirm}
        </Button>
      </ButtonRow>
    </form>
  );
}
