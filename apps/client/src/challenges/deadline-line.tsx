/** What now and until when, in one line: a date and a count, always with whose hour it is. */
import type { Challenge } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { words } from './words.ts';

export function DeadlineLine({ challenge, now }: { readonly challenge: Challenge; readonly now: number }) {
  const say = useWords(words);
  const { moment, remaining, time, day } = useFormats();
  const { opensAt, closesAt, decisionDueAt, resultsPublishedAt, counts, cancelled, archived } = challenge;
  if (challenge.paused)
    return say.pausedUntil(moment({ instant: challenge.paused.until, timeZone: closesAt.timeZone }));
  switch (challenge.phase) {
    case 'draft':
      return say.draft;
    case 'scheduled':
      return say.opens(moment(opensAt), remaining(opensAt.instant, now));
    case 'ideation':
    case 'rebound':
      return say.closes(moment(closesAt), remaining(closesAt.instant, now));
    case 'closing':
      return say.closing(time(closesAt.instant, closesAt.timeZone));
    case 'deliberation':
      return `${say.closed(moment(closesAt))} ${say.answersBy(moment(decisionDueAt))}`;
    case 'decided':
    case 'delivery':
    case 'impact_review':
    case 'archived':
      return [
        resultsPublishedAt && say.published(day(resultsPublishedAt)),
        counts && say.selected(counts),
        counts && say.tookPart(counts.people),
        archived && say.archivedOn(day(archived.at)),
      ]
        .filter(Boolean)
        .join(' ');
    case 'cancelled':
      return cancelled ? say.cancelledOn(day(cancelled.at)) : say.state.cancelled;
  }
}

/** Until when a new idea is taken: what matters to whoever is writing one. */
export function ProposeLine({ challenge, now }: { readonly challenge: Challenge; readonly now: number }) {
  const say = useWords(words);
  const { moment, remaining } = useFormats();
  const { phase, ideasUntil } = challenge;
  if (phase !== 'ideation') return <DeadlineLine challenge={challenge} now={now} />;
  return say.proposeUntil(moment(ideasUntil), remaining(ideasUntil.instant, now));
}
