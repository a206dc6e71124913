/** The motif: a thin line through things that follow each other, each with its name. */
import type { ReactNode } from 'react';
import css from './people.module.css';
import { hueStyle } from './person-name.tsx';

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
