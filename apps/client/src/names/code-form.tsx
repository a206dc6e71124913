/** The second step: the code of the mail, with a way out. */
import { confirmNameChange, readMyNameRequests, type NameRequest } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { CancelButton } from './cancel-button.tsx';
import css from './names.module.css';
import { words } from './words.ts';

export function CodeForm({ request }: { readonly request: NameRequest }) {
  const say = useWords(words);
  const { run, pending, failure } = useAct(confirmNameChange, { refreshes: [readMyNameRequests] });
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') await run({ params: { request: request.id }, body: { code } });
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void confirm(event)}>
      <p>{say.codeWhat}</p>
      <TextField
        label={say.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={tried && code.trim() === '' ? say.codeMissing : undefined}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={pending}>
          {say.confirm}
        </Button>
        <CancelButton request={request} />
      </ButtonRow>
    </form>
  );
}
