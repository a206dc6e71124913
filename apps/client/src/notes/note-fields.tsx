/** The two fields of a note, the same for a new one and for one that is rewritten. */
import { TEXT_LIMIT, TITLE_LIMIT, type Failure, type NoteKind } from '@butinerie/contracts';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { words } from './words.ts';

const TITLE_CODES = ['title-missing', 'title-too-long'];
const TEXT_CODES = ['text-missing', 'text-too-long'];
export const isOfField = (failure: { readonly code: string } | null): boolean =>
  failure !== null && [...TITLE_CODES, ...TEXT_CODES].includes(failure.code);

export interface NoteFieldsProps {
  readonly kind: NoteKind;
  readonly title: string;
  readonly text: string;
  readonly failure: Failure | Offline | null;
  readonly onType: (change: { title?: string; text?: string }) => void;
}
export function NoteFields({ kind, title, text, failure, onType }: NoteFieldsProps) {
  const say = useWords(words);
  const failureText = useFailureText();
  const errorOf = (codes: readonly string[]): string | null => {
    if (failure === null || !codes.includes(failure.code)) return null;
    const { what, next } = failureText(failure);
    return `${what} ${next}`;
  };
  return (
    <>
      <TextField
        label={say.titleField}
        hint={say.titleHint}
        limit={TITLE_LIMIT}
        autoComplete="off"
        value={title}
        onChange={(next) => onType({ title: next })}
        error={errorOf(TITLE_CODES)}
      />
      <TextArea
        label={say.textField[kind]}
        hint={say.textHint[kind]}
        rows={5}
        limit={TEXT_LIMIT}
        value={text}
        onChange={(next) => onType({ text: next })}
        error={errorOf(TEXT_CODES)}
      />
    </>
  );
}
