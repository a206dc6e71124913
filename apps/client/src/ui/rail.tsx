/** What goes with a page: beside it where there is room, in a sheet that rises from the bottom on phones. */
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './dialog.module.css';

const WIDE = '(min-width: 64rem)';
const watchWide = (fn: () => void): (() => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', fn);
  return () => query.removeEventListener('change', fn);
};

export interface RailProps {
  readonly title: string;
  readonly children: ReactNode;
}
export function Rail({ title, children }: RailProps) {
  const wide = useSyncExternalStore(watchWide, () => matchMedia(WIDE).matches);
  const [open, setOpen] = useState(false);
  if (wide)
    return (
      <aside className={css.rail} aria-label={title}>
        {children}
      </aside>
    );
  return (
    <>
      <Button wide aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog shape="sheet" title={title} open={open} onClose={() => setOpen(false)}>
        <div className={css.rail}>{children}</div>
      </Dialog>
    </>
  );
}
