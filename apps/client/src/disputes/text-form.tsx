/** One text and one button: what was typed stays whatever the answer. */
import { DISPUTE_TEXT_LIMIT } from '@butinerie/contracts';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import css from './disputes.module.css';
import { words } from './words.ts';

export interface TextFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly act: string;
  readonly pending: boolean;
  /** Whether it was taken: the field is then emptied. */
  readonly onText: (text: string) => Promise<boolean>;
  readonly children?: ReactNode;
}
export function TextForm({ label, hint, act, pending, onText, children }: TextFormProps) {
  const say = useWords(words);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || !(await onText(text.trim()))) return;
    setText('');
    setTried(false);
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void send(event)}>
      <TextArea
        label={label}
        hint={hint}
        limit={DISPUTE_TEXT_LIMIT}
        value={text}
        onChange={setText}
        error={tried && text.trim() === '' ? say.textMissing : undefined}
      />
      {children}
      <div>
        <Button type="submit" pending={pending}>
          {act}
        </Button>
      </div>
    </form>
  );
}
