/** Who wrote and who removed, by day: a day is enough to understand, an hour would watch people. */
import type { DayOfWriting } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import css from './authorship.module.css';
import type { Names } from './coloured-text.tsx';
import { words } from './words.ts';

export function History({ days, names }: { readonly days: readonly DayOfWriting[]; readonly names: Names }) {
  const say = useWords(words);
  const { day: sayDay } = useFormats();
  const dates = [...new Set(days.map(({ day }) => day))];
  return (
    <ol className={css.days}>
      {dates.map((date) => (
        <li key={date}>
          <h3>{sayDay(date)}</h3>
          <ul>
            {days
              .filter(({ day }) => day === date)
              .map(({ person, wrote, removed }) => (
                <li key={person}>
                  <strong>{names.get(person)?.name}</strong>{' '}
                  {[wrote && say.hasWritten, removed.length > 0 && say.hasRemoved].filter(Boolean).join(', ')}
                  {removed.map((passage, at) => (
                    <blockquote key={at} className={css.removed}>
                      <del>{passage}</del>
                    </blockquote>
                  ))}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
