/** The parts of one thing, as links: each has its address, so Back and sharing work. */
import { NavLink } from 'react-router';
import css from './card.module.css';

export interface SegmentedNavProps {
  readonly label: string;
  readonly parts: readonly { readonly to: string; readonly label: string; readonly end?: boolean }[];
}
export function SegmentedNav({ label, parts }: SegmentedNavProps) {
  return (
    <nav className={css.nav} aria-label={label}>
      {parts.map((part) => (
        <NavLink key={part.to} to={part.to} end={part.end ?? false}>
          {part.label}
        </NavLink>
      ))}
    </nav>
  );
}
