/** Checks, one a line: what was found in words, the mark beside it. */
import { useWords } from '../platform/language.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import css from './attribution.module.css';
import { words } from './words.ts';

type Outcome = 'passed' | 'failed' | 'absent';
const MARKS: Record<Outcome, IconName> = { passed: 'check', failed: 'warning', absent: 'more' };

export interface CheckLine {
  readonly key: string;
  readonly outcome: Outcome;
  readonly what: string;
  /** Why it failed. */
  readonly why?: string;
}
export function CheckList({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly CheckLine[];
}) {
  const say = useWords(words);
  return (
    // Safari forgets that a list without bullets is a list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={css.checks} aria-label={label}>
      {lines.map(({ key, outcome, what, why }) => (
        <li key={key} className={css[outcome]}>
          <Icon name={MARKS[outcome]} />
          <span>
            <span className="out-of-sight">{say.outcome[outcome]} </span>
            {outcome === 'failed' ? <strong>{what}</strong> : what} {why}
          </span>
        </li>
      ))}
    </ul>
  );
}
