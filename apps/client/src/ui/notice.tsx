/** What has to be said beside the content: a callout, a refusal, a band across the page. */
import type { Failure } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button } from './button.tsx';
import { cx } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import css from './notice.module.css';
import { words } from './words.ts';

export type NoticeTone = 'info' | 'good' | 'warning' | 'danger';
const ICONS = {
  info: 'info',
  good: 'check',
  warning: 'warning',
  danger: 'warning',
} as const satisfies Record<NoticeTone, IconName>;

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Appeared after an act: read aloud, at once where it is a danger. */
  readonly live?: boolean;
}
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={cx(css.notice, css[tone])} role={role}>
      <Icon name={ICONS[tone]} />
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

export interface FailureNoticeProps {
  readonly failure: Failure | Offline | null;
  readonly retry?: () => void;
}
/** A refusal in words: what happened, what was kept, what to do. Nothing when there is none. */
export function FailureNotice({ failure, retry }: FailureNoticeProps) {
  const failureText = useFailureText();
  const say = useWords(words);
  if (!failure) return null;
  const { what, next } = failureText(failure);
  return (
    <Notice live tone={failure.code === 'offline' ? 'warning' : 'danger'} title={what}>
      {next && <p>{next}</p>}
      {retry && (
        <div>
          <Button onClick={retry}>{say.retry}</Button>
        </div>
      )}
    </Notice>
  );
}

/** One line across the top of every page. A live one stays there empty, so that what comes into it is read aloud. */
export function Band({ tone = 'info', live, children }: Omit<NoticeProps, 'title'>) {
  const Element = live ? 'output' : 'div';
  return <Element className={cx(css.band, css[tone])}>{children}</Element>;
}

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** What will be here. */
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}
export function EmptyState({ title, children, act }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act}
    </div>
  );
}
