/** Typing a code from paper, then what it opens. Nothing of it is kept on the device. */
import type { FollowedEntry } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import css from './entries.module.css';
import { useFollowEntry } from './queries.ts';
import { words } from './words.ts';

export interface CodeFormProps {
  readonly start: string;
  readonly onOpen: (entry: FollowedEntry, code: string) => void;
}
export function CodeForm({ start, onOpen }: CodeFormProps) {
  const say = useWords(words);
  const [code, setCode] = useState(start);
  const [tried, setTried] = useState(false);
  const { run, pending, failure, clear } = useFollowEntry();
  // Shorter than any code: said here, in its own words, rather than as a field without form.
  const short = code.trim().length < 8;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    const result = await run({ body: { code } });
    if (result.ok) onOpen(result.value, code);
  };
  return (
    <form className={css.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <TextField
        label={say.code}
        hint={say.codeHint}
        autoComplete="off"
        autoCapitalize="characters"
        value={code}
        onChange={(typed) => {
          setCode(typed);
          setTried(false);
          clear();
        }}
        error={tried && short ? say.missing : null}
      />
      <FailureNotice failure={failure} />
      <div>
        <Button type="submit" tone="primary" pending={pending}>
          {say.follow}
        </Button>
      </div>
    </form>
  );
}
