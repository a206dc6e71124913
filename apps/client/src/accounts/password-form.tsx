/** For who set a password; folded, since nobody needs one. */
import type { SessionState } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import folded from '../ui/folded.module.css';
import css from './accounts.module.css';
import { useSignInWithPassword } from './queries.ts';
import { looksLikeMail } from './request-link-form.tsx';
import { words } from './words.ts';

export function PasswordForm({ onInside }: { readonly onInside: (session: SessionState) => void }) {
  const say = useWords(words);
  const { run, pending, failure } = useSignInWithPassword();
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const [malformed, setMalformed] = useState(false);

  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMalformed(!looksLikeMail(mail));
    if (!looksLikeMail(mail) || password === '') return;
    const result = await run({ body: { mail: mail.trim(), password } });
    if (result.ok) onInside(result.value);
  };
  const refused = failure?.code === 'link-unknown' ? say.passwordRefused : null;
  return (
    <details className={folded.folded}>
      <summary>{say.passwordTitle}</summary>
      <form className={css.form} noValidate onSubmit={(event) => void open(event)}>
        <TextField
          label={say.mail}
          type="email"
          autoComplete="username"
          required
          value={mail}
          onChange={setMail}
          error={malformed ? say.mailMalformed : null}
        />
        <TextField
          label={say.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={refused}
        />
        {!refused && <FailureNotice failure={failure} />}
        <ButtonRow>
          <Button type="submit" pending={pending}>
            {say.enterWithPassword}
          </Button>
        </ButtonRow>
      </form>
    </details>
  );
}
