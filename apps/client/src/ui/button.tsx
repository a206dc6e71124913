/** Acts. One primary per screen; the others are quieter. */
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import css from './button.module.css';
import { cx } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';
interface Look {
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  /** As wide as its column. */
  readonly wide?: boolean;
}

const look = ({ tone = 'secondary', wide }: Look): string => cx(css.button, css[tone], wide && css.wide);

export interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Under way: stays focused and named, and takes no second press. */
  readonly pending?: boolean;
}
export function Button({ tone, icon, wide, pending, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(look({ ...(tone && { tone }), ...(wide && { wide }) }), className)}
      aria-disabled={pending ? true : undefined}
      onClick={(event) => {
        if (!pending) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface LinkButtonProps extends ComponentProps<typeof Link>, Look {}
export function LinkButton({ tone, icon, wide, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(look({ ...(tone && { tone }), ...(wide && { wide }) }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

export interface FileLinkProps extends Omit<ComponentProps<'a'>, 'download'>, Look {
  /** The name of the file people keep. */
  readonly download: string;
}
/** A file of ours, to keep. */
export function FileLink({ tone, icon, wide, children, className, ...rest }: FileLinkProps) {
  return (
    <a {...rest} className={cx(look({ ...(tone && { tone }), ...(wide && { wide }) }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  readonly icon: IconName;
  /** Its name, read aloud and shown on hover. */
  readonly label: string;
}
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={cx(css.iconOnly, className)} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

/** Buttons beside each other, wrapping on phones. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}
