/** Asking for a link. The answer is the same whether the address is known or not. */
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { useInstance } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useRequestLink } from './queries.ts';
import css from './accounts.module.css';
import { words } from './words.ts';

export const looksLikeMail = (mail: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail.trim());

export function RequestLinkForm() {
  const say = useWords(words);
  const { mailPage } = useInstance();
  const { run, pending, failure } = useRequestLink();
  const [mail, setMail] = useState('');
  const [malformed, setMalformed] = useState(false);
  const [sent, setSent] = useState(false);

  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMalformed(!looksLikeMail(mail));
    if (!looksLikeMail(mail)) return;
    const result = await run({ body: { mail: mail.trim() } });
    if (result.ok) setSent(true);
    else if (result.failure.code === 'invalid-input') setMalformed(true);
  };
  return (
    <Section title={say.requestTitle}>
      {sent ? (
        <Notice live tone="good" title={say.requested}>
          <p>{mailPage ? say.requestedMailPage : say.requestedWhat}</p>
        </Notice>
      ) : (
        <form className={css.form} noValidate onSubmit={(event) => void ask(event)}>
          <TextField
            label={say.mail}
            hint={say.requestHint}
            type="email"
            autoComplete="email"
            inputMode="email"
            required
            value={mail}
            onChange={(next) => {
              setMail(next);
              setMalformed(false);
            }}
            error={malformed ? say.mailMalformed : null}
          />
          {!malformed && <FailureNotice failure={failure} />}
          <ButtonRow>
            <Button type="submit" tone="primary" pending={pending}>
              {say.request}
            </Button>
          </ButtonRow>
        </form>
      )}
      <p className={css.aside}>{say.slip}</p>
    </Section>
  );
}
