/** Under a part of the settings: that it is not saved yet, or that somebody else saved another, both shown. */
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import css from './settings.module.css';
import type { Part } from './use-part.ts';
import { words } from './words.ts';

export interface PartStateProps<T> {
  readonly part: Part<T>;
  /** The part in words, a line for each thing in it. */
  readonly linesOf: (value: T) => readonly string[];
}
export function PartState<T>({ part, linesOf }: PartStateProps<T>) {
  const say = useWords(words);
  if (part.theirs === null)
    return part.unsaved ? <StatusLine state="notSent">{say.unsaved}</StatusLine> : null;
  return (
    <Notice live tone="warning" title={say.conflict}>
      <p>{say.conflictWhat}</p>
      <div className={css.both}>
        <Version title={say.conflictTheirs}>{linesOf(part.theirs)}</Version>
        <Version title={say.conflictMine}>{linesOf(part.value)}</Version>
      </div>
      <ButtonRow>
        <Button onClick={part.keepMine}>{say.keepMine}</Button>
        <Button onClick={part.takeTheirs}>{say.takeTheirs}</Button>
      </ButtonRow>
    </Notice>
  );
}

function Version({ title, children }: { readonly title: ReactNode; readonly children: readonly string[] }) {
  const say = useWords(words);
  return (
    <div>
      <p className={css.what}>{title}</p>
      {children.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <ul>
          {children.map((line, at) => (
            // Two things may be called the same.
            <li key={`${at} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
