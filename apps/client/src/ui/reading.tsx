/** The states of a read, drawn alike everywhere: skeleton, refusal with a way on, content, stale content that says so. */
import type { AnswerOf, Route } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import type { Read } from '../platform/query.ts';
import { FailureNotice, Notice } from './notice.tsx';
import css from './notice.module.css';
import { words } from './words.ts';

export interface SkeletonProps {
  readonly lines?: number;
}
export function Skeleton({ lines = 4 }: SkeletonProps) {
  const say = useWords(words);
  return (
    <output className={css.skeleton} aria-label={say.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </output>
  );
}

export interface ReadingProps<R extends Route> {
  readonly read: Read<R>;
  readonly children: (value: AnswerOf<R>) => ReactNode;
  /** Keeps the layout of what is coming. */
  readonly skeleton?: ReactNode;
}
export function Reading<R extends Route>({ read, children, skeleton = <Skeleton /> }: ReadingProps<R>) {
  const say = useWords(words);
  if (read.state === 'loading') return skeleton;
  if (read.state === 'refused')
    // Asked again, a role would not answer otherwise.
    return read.failure.code === 'not-allowed' ? (
      <Notice title={say.notOpen}>
        <p>{say.notOpenWhat}</p>
      </Notice>
    ) : (
      <FailureNotice failure={read.failure} retry={read.retry} />
    );
  return (
    <>
      {read.stale && <Notice tone="warning">{say.stale}</Notice>}
      {children(read.value)}
    </>
  );
}
