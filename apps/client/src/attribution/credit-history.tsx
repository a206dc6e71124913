/** Who did what to the credit, in order: names and days, never hours. */
import type { AnswerOf, readCreditHistory } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import css from './attribution.module.css';
import { sayEvent } from './say-event.ts';
import { words } from './words.ts';

type Events = AnswerOf<typeof readCreditHistory>['events'];

export function CreditHistory({ events }: { readonly events: Events }) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Thread label={say.historyTitle}>
      {events.map((event) => {
        const whose = event.person ?? event.by;
        return (
          <Knot key={event.n} {...(whose ? { personId: whose.id } : {})}>
            {sayEvent(event, say)}
            <span className={css.day}>
              {day(event.at)} · {say.entry(event.n)}
            </span>
          </Knot>
        );
      })}
    </Thread>
  );
}
