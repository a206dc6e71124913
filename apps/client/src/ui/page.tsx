/** One page: its title in words, whose it is, what now, one primary act, the content, and what goes beside it. */
import type { ReactNode } from 'react';
import { useArrival } from '../platform/navigation.ts';
import { cx } from './classes.ts';
import css from './page.module.css';

export interface PageProps {
  /** The question or title, whole. Names the window too. */
  readonly title: string;
  /** Above everything: a `Banner`. */
  readonly picture?: ReactNode;
  /** A few words above the title: where one is. */
  readonly kicker?: ReactNode;
  /** Directly under the title: `CreditLine`. */
  readonly credit?: ReactNode;
  /** What now, until when, who has the ball. */
  readonly now?: ReactNode;
  /** The one primary act, and quieter ones. */
  readonly acts?: ReactNode;
  /** A `Rail`. */
  readonly rail?: ReactNode;
  /** `reading` (default) keeps one measure; `wide` is for lists and tables. */
  readonly width?: 'reading' | 'wide';
  readonly children?: ReactNode;
}
export function Page(props: PageProps) {
  const { title, picture, kicker, credit, now, acts, rail, width = 'reading', children } = props;
  const heading = useArrival(title);
  return (
    <div className={cx(css.page, rail ? css.withRail : width === 'reading' && css.reading)}>
      <div className={css.column}>
        {picture}
        <header className={css.head}>
          {kicker && <p className={css.kicker}>{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {credit}
          {now && <p className={css.now}>{now}</p>}
          {acts && <div className={css.acts}>{acts}</div>}
        </header>
        {children}
      </div>
      {rail}
    </div>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}
export function Section({ title, children, id }: SectionProps) {
  return (
    <section className={css.section} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Paragraphs at a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={css.prose}>{children}</div>;
}
/** Somebody's words as they were written, line breaks included. */
export function KeptText({ children }: { readonly children: string }) {
  return <p className={css.kept}>{children}</p>;
}

/** The place of a page whose title is not known yet: nothing takes the focus. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  return <div className={cx(css.page, css.reading)}>{children}</div>;
}
