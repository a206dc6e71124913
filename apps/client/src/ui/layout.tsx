/** The frame of every page: skip link, bands, header, main, footer. What fills it comes from the composition root. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useKeptFocus } from '../platform/kept-focus.ts';
import { useWords } from '../platform/language.tsx';
import { usePlatformName } from '../platform/own-words.ts';
import css from './layout.module.css';
import { words } from './words.ts';

export interface LayoutProps {
  readonly bands?: ReactNode;
  /** Right end of the header: bell, language, my menu. */
  readonly tools?: ReactNode;
  readonly footer: readonly { readonly to: string; readonly label: string }[];
  readonly children: ReactNode;
}
export function Layout({ bands, tools, footer, children }: LayoutProps) {
  const platform = usePlatformName();
  const say = useWords(words);
  useKeptFocus();
  return (
    <div className={css.layout}>
      <a className={css.skip} href="#content">
        {say.skip}
      </a>
      <header className={css.header} data-print="no">
        {bands}
        <div className={css.headerRow}>
          <Link to="/" className={css.product}>
            <ProductMark />
            {platform}
          </Link>
          {tools && <div className={css.tools}>{tools}</div>}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={css.main}>
        {children}
      </main>
      <footer className={css.footer} data-print="no">
        <nav className={css.footerRow} aria-label={say.about}>
          <ul>
            {footer.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}

/** A thread between two names. */
function ProductMark() {
  return (
    <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">
      <path d="M5 15C14 15 12 5 27 5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="5" cy="15" r="3.5" fill="currentColor" />
      <circle cx="27" cy="5" r="3.5" fill="currentColor" />
    </svg>
  );
}

export interface MenuProps {
  readonly label: ReactNode;
  /** Links and buttons; choosing one closes the menu. */
  readonly children: ReactNode;
}
/** A disclosure, not an ARIA menu: Tab goes through it, Esc and a press elsewhere close it. */
export function Menu({ label, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);
  useEffect(() => {
    const close = (event: Event): void => {
      const element = details.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return (
    <details className={css.menu} ref={details}>
      <summary>{label}</summary>
      <div className={css.panel}>{children}</div>
    </details>
  );
}
