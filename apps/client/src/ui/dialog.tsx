/**
 * A native modal dialog: labelled, closed by Esc, and giving the focus back to where it came from, also when it leaves
 * the page without being closed first.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { IconButton } from './button.tsx';
import { cx } from './classes.ts';
import css from './dialog.module.css';
import { words } from './words.ts';

export interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  /** Asked to close: Esc, the cross, or the ground beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Its acts, the primary first. */
  readonly footer?: ReactNode;
  /** `sheet` rises from the bottom of a phone. */
  readonly shape?: 'dialog' | 'sheet';
}

export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, onClose, children, footer, shape = 'dialog' }: DialogProps) {
  const say = useWords(words);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    // The title first, so that a screen reader says where one is; a field that asked for the focus keeps it.
    if (!element?.querySelector('[autofocus]')) heading.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // The ground is a convenience beside Esc and the cross, which the keyboard has.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={cx(css.dialog, shape === 'sheet' && css.sheet)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={css.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={say.close} onClick={onClose} />
      </div>
      <div className={css.body}>{children}</div>
      {footer && <div className={css.foot}>{footer}</div>}
    </dialog>
  );
}
