/** A person beside what she did: initials in a colour of hers, her name whole, her directorate of that day. */
import type { PersonRef } from '@butinerie/contracts';
import type { CSSProperties } from 'react';
import css from './people.module.css';

export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
const HUES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The same colour for the same person on every screen; drawn from the id, so that it says nothing about her. */
export function hueOf(id: string): Hue {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? 1;
}
/** Sets `--hue` for an element and what is inside. */
export const hueStyle = (id: string): CSSProperties =>
  ({ '--hue': `var(--author-${hueOf(id)})` }) as CSSProperties;

/** First and last: « Marie-Claire de La Tour » → MT. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /\p{L}/u.test(part));
  const ends = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : parts;
  return ends.map((part) => /\p{L}/u.exec(part ?? '')?.[0]?.toLocaleUpperCase() ?? '').join('') || '?';
}

export interface PersonNameProps {
  readonly person: PersonRef;
  readonly initials?: boolean;
  readonly directorate?: boolean;
}
export function PersonName({ person, initials = true, directorate = false }: PersonNameProps) {
  return (
    <span className={css.person} style={hueStyle(person.id)}>
      {initials && (
        <span className={css.initials} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      )}
      <span>
        <span className={css.name}>{person.name}</span>
        {directorate && person.directorate && <span className={css.directorate}>, {person.directorate}</span>}
      </span>
    </span>
  );
}
