/** Everything that was done and said about a delivery, in its order, with names and days. */
import type { DeliveryEvent } from '@butinerie/contracts';
import { calendarDay, PARIS } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import folded from '../ui/folded.module.css';
import { KeptText } from '../ui/page.tsx';
import css from './delivery.module.css';
import { words } from './words.ts';

export function DeliveryEvents({ events }: { readonly events: readonly DeliveryEvent[] }) {
  const say = useWords(words);
  if (events.length === 0) return null;
  return (
    <details className={folded.folded}>
      <summary>{say.history(events.length)}</summary>
      <ol className={css.events}>
        {events.map((event) => (
          <li key={`${event.at} ${event.type}`}>
            <Happened event={event} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The reason that is being heard, or what is said to be done: it stands open, with its link. */
export function Happened({ event }: { readonly event: DeliveryEvent }) {
  const say = useWords(words);
  const { day } = useFormats();
  const who = event.by === null ? say.somebody : event.by.name;
  const as = event.as === null ? '' : ` (${say.parts[event.as]})`;
  return (
    <>
      <p>
        {say.events[event.type](`${who}${as}`, event.until === null ? '' : day(event.until))}{' '}
        <span className={css.quiet}>{day(calendarDay(new Date(event.at), PARIS))}</span>
      </p>
      {event.words !== '' && (
        <div className={css.said}>
          <KeptText>{event.words}</KeptText>
        </div>
      )}
      {event.link !== null && (
        <p>
          <a href={event.link} rel="noreferrer">
            {say.link}
          </a>
        </p>
      )}
    </>
  );
}
