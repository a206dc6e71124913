/** A slim line of time with today on it. The bar is a picture of the dates written under it. */
import { useFormats } from '../platform/language.tsx';
import { cx } from './classes.ts';
import css from './time-bar.module.css';

export interface TimeMark {
  readonly at: string;
  readonly label: string;
}
export interface TimeBarProps {
  /** In order; the first and the last are the ends of the bar. */
  readonly marks: readonly TimeMark[];
  /** The server's time: `useNow(…)`. */
  readonly now: number;
}
export function TimeBar({ marks, now }: TimeBarProps) {
  const formats = useFormats();
  const instants = marks.map(({ at }) => Date.parse(at));
  const start = Math.min(...instants);
  const length = Math.max(Math.max(...instants) - start, 1);
  const place = (at: number): string => `${Math.min(Math.max((at - start) / length, 0), 1) * 100}%`;
  const next = instants.findIndex((at) => at > now);
  return (
    <div className={css.time}>
      <div className={css.bar} aria-hidden="true">
        <span className={css.passed} style={{ inlineSize: place(now) }} />
        {instants.map((at) => (
          <span key={at} className={css.mark} style={{ insetInlineStart: place(at) }} />
        ))}
        {now >= start && now <= start + length && (
          <span className={css.today} style={{ insetInlineStart: place(now) }} />
        )}
      </div>
      {/* Safari forgets that a list without bullets is a list. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ol role="list" className={css.labels}>
        {marks.map((mark, index) => (
          <li key={mark.label} className={cx(index === next ? css.next : css.past)}>
            {mark.label} <time dateTime={mark.at}>{formats.shortDay(mark.at)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}
