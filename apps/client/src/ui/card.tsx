/** Things in lists: a card that follows its title, an entry on a ruled page, a tag. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './card.module.css';
import { cx } from './classes.ts';

export interface CardProps {
  readonly children: ReactNode;
  readonly as?: 'article' | 'section' | 'div' | 'li';
}
export function Card({ children, as: Element = 'div' }: CardProps) {
  return <Element className={css.card}>{children}</Element>;
}

/** An entry of a list ruled by thin lines, calmer than a card where there are many. */
export function Entry({ children, as: Element = 'li' }: CardProps) {
  return <Element className={cx(css.entry)}>{children}</Element>;
}

export interface TitleLinkProps {
  readonly to: string;
  readonly children: ReactNode;
}
/** The title of a card or an entry: the whole of it leads there. */
export function TitleLink({ to, children }: TitleLinkProps) {
  return (
    <Link to={to} className={css.link}>
      {children}
    </Link>
  );
}

export interface CardListProps {
  readonly children: ReactNode;
  readonly label?: string;
}
/** A list of cards (`as="li"`) or entries. */
export function CardList({ children, label }: CardListProps) {
  return (
    // Safari forgets that a list without bullets is a list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={css.list} aria-label={label}>
      {children}
    </ul>
  );
}

export type TagTone = 'plain' | 'good' | 'warning' | 'danger' | 'accent';
export interface TagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={cx(css.tag, tone !== 'plain' && css[tone])}>{children}</span>;
}
