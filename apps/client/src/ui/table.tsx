/** A table as wide as its column: the twin of a picture. */
import type { ComponentProps } from 'react';
import { cx } from './classes.ts';
import css from './table.module.css';

export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cx(css.table, className)} {...rest} />;
}
