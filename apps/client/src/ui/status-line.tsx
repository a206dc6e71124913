/** One polite line: whether what was written is safe. */
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import css from './card.module.css';
import { cx } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import { words } from './words.ts';

export type SavedState = 'saving' | 'saved' | 'offline' | 'notSent' | 'sealed';
const LOOK: Record<SavedState, readonly [IconName, string | undefined]> = {
  saving: ['more', undefined],
  saved: ['check', css.good],
  offline: ['cloudOff', css.warning],
  notSent: ['cloudOff', css.warning],
  sealed: ['lock', css.good],
};

export interface StatusLineProps {
  readonly state: SavedState;
  /** Said instead of the usual words. */
  readonly children?: ReactNode;
}
export function StatusLine({ state, children }: StatusLineProps) {
  const say = useWords(words);
  const [icon, tone] = LOOK[state];
  return (
    // « Saving » flickers by at each pause in typing: it is shown, and not read aloud.
    <p className={cx(css.status, tone)} role={state === 'saving' ? undefined : 'status'}>
      <Icon name={icon} />
      {children ?? say[state]}
    </p>
  );
}
