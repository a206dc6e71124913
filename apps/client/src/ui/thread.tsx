/** The motif: a thin line from one to another, with names at its ends; and a thread of things that follow each other. */
import type { ReactNode } from 'react';
import css from './people.module.css';
import { hueStyle } from './person-name.tsx';

export interface ThreadLineProps {
  readonly from: ReactNode;
  readonly to: ReactNode;
}
export function ThreadLine({ from, to }: ThreadLineProps) {
  return (
    <span className={css.thread}>
      <span>{from}</span>
      <svg viewBox="0 0 96 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path
          d="M4 16C34 16 40 8 92 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span>{to}</span>
    </span>
  );
}

export interface ThreadProps {
  /** `Knot`s, in order. */
  readonly children: ReactNode;
  readonly label?: string;
}
export function Thread({ children, label }: ThreadProps) {
  return (
    // Safari forgets that a list without bullets is a list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol role="list" className={css.threads} aria-label={label}>
      {children}
    </ol>
  );
}
export interface KnotProps {
  readonly children: ReactNode;
  /** Whose it is: the knot takes her colour. */
  readonly personId?: string;
}
export function Knot({ children, personId }: KnotProps) {
  return (
    <li className={css.knot} style={personId ? hueStyle(personId) : undefined}>
      {children}
    </li>
  );
}
