/** Who else brought something to a note: each comment with its author, ticked unless it adds nothing. */
import type { Comment, CommentId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Checkbox } from '../ui/choices.tsx';
import css from './notes.module.css';
import { words } from './words.ts';

/** What others said and everybody reads; thanks bring nothing to credit unless their author is asked. */
export const saidByOthers = (comments: readonly Comment[]): readonly Comment[] =>
  comments.filter(({ mine, state, text }) => !mine && state === 'shown' && text !== null);

export function useCredited(others: readonly Comment[]) {
  const [left, setLeft] = useState<ReadonlySet<CommentId>>(
    () => new Set(others.filter(({ kind }) => kind === 'thanks').map(({ id }) => id)),
  );
  const credited = others.map(({ id }) => id).filter((id) => !left.has(id));
  const set = (id: CommentId, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return { credited, set };
}

interface CreditedProps {
  readonly others: readonly Comment[];
  readonly credited: readonly CommentId[];
  readonly onSet: (id: CommentId, on: boolean) => void;
}
export function Credited({ others, credited, onSet }: CreditedProps) {
  const say = useWords(words);
  if (others.length === 0) return null;
  return (
    <fieldset className={css.stack}>
      <legend>{say.credit}</legend>
      <p className={css.quiet}>{say.creditWhat}</p>
      {others.map(({ id, person, text }) => (
        <Checkbox
          key={id}
          label={person.name}
          hint={text}
          checked={credited.includes(id)}
          onChange={(on) => onSet(id, on)}
        />
      ))}
    </fieldset>
  );
}
