/** When a mail may go out: at most one a day and five a week for each person, in working hours, so that work stays at work. */
import type { NoticeKind } from '@butinerie/contracts';
import { addDays, calendarDay, instantAt, type CalendarDate } from '../time/calendar.ts';
import { isWorkingDay } from '../time/working-days.ts';

/** Whether a kind of notice goes to mail as well as to the inbox. An invitation is a mail of its own, with its link. */
export const GOES_TO_MAIL: Readonly<Record<NoticeKind, boolean>> = {
  invited: false,
  'challenge-opened': true,
  'challenge-cancelled': true,
  'challenge-paused': true,
  'challenge-resumed': true,
  'challenge-extended': true,
  'challenge-archived': true,
  'extension-asked': true,
  'cancellation-asked': true,
  'closing-soon': true,
  'followed-idea': true,
  'idea-commented': true,
  'comment-answered': true,
  mentioned: true,
  'question-asked': true,
  thanked: true,
  'idea-welcomed': true,
  'content-reported': true,
  'report-answered': false,
  'theme-changed': true,
  'idea-hidden': true,
  'comment-hidden': true,
  'file-hidden': true,
  'review-asked': true,
  'file-review-asked': true,
  'idea-restored': true,
  'comment-restored': true,
  'file-restored': true,
  'late-decided': true,
  'item-handed': true,
  'decision-reopened': true,
  'carrier-reminded': true,
  'carrier-silent': true,
  'idea-rebounded': true,
  'rebound-taken': true,
  'rebound-declined': false,
  'change-suggested': true,
  'suggestion-taken': true,
  'suggestion-declined': false,
  'contribution-credited': true,
  'quotation-found': true,
  'text-restored': true,
  'words-removed': true,
  'words-restored': true,
  'lineage-selected': true,
  'lineage-adopted': true,
  'coauthor-asked': true,
  'coauthor-accepted': true,
  'coauthor-declined': false,
  'merge-proposed': true,
  'merge-refused': true,
  'ideas-merged': true,
  'supported-merged': true,
  'merge-undone': true,
  'idea-sealed': true,
  'late-kept': true,
  'dispute-moved': true,
  'correction-asked': true,
  'idea-answered': true,
  'results-to-confirm': true,
  'idea-adopted': true,
  'adoption-declined': true,
  'adoption-moved': true,
  'adoption-asked': true,
  'carrier-offered': true,
  'carrier-answered': true,
  'pilot-named': true,
  'commitment-asked': true,
  'delivery-started': true,
  'delivery-to-confirm': true,
  'delivery-refused': true,
  'delivery-silent': true,
  'delivery-late': true,
  'idea-delivered': true,
  'idea-measured': true,
  'abandonment-proposed': true,
  'abandonment-dropped': true,
  'abandonment-answered': true,
  'idea-abandoned': true,
  'idea-offered-again': true,
  'idea-carried-on': true,
  'note-commented': true,
  'note-thanked': true,
  'followed-note': true,
  'practice-taken-up': true,
  'note-wanted': true,
  'note-declined': false,
  'note-brought': true,
  'note-reported': true,
  'note-hidden': true,
  'note-restored': true,
};

/**
 * `requested`: the person asked for it herself a moment ago, as with a sign-in link; it leaves at once and counts for
 * nothing. `invitation`: the first word to somebody, in working hours but outside the daily count. `notices`: the rest.
 */
export type MailPurpose = 'requested' | 'invitation' | 'notices';

/** In any seven days that follow each other. */
export const MAILS_A_WEEK = 5;
export const MORNING = '07:30';
export const EVENING = '19:00';

export interface SendingRules {
  readonly purpose: MailPurpose;
  /** When mails of notices left for this person in the last days. */
  readonly sentAt: readonly Date[];
  /** Days on which a challenge of this person closes: quiet hours and week-ends do not hold. */
  readonly closingDays: readonly CalendarDate[];
  readonly timeZone: string;
}

/** The first instant, now or later, at which it may leave. */
export function nextSendingTime(now: Date, rules: SendingRules): Date {
  if (rules.purpose === 'requested') return now;
  const { sentAt, closingDays, timeZone } = rules;
  const today = calendarDay(now, timeZone);
  const sentOn = rules.purpose === 'notices' ? sentAt.map((at) => calendarDay(at, timeZone)) : [];
  for (let day = today; ; day = addDays(day, 1)) {
    // Should the clock have been ahead, what was sent on a later day counts too.
    const week = sentOn.filter((sent) => sent > addDays(day, -7));
    if (week.some((sent) => sent >= day) || week.length >= MAILS_A_WEEK) continue;
    const { from, until } = sendingHours(day, closingDays, timeZone);
    if (from === null || now >= until) continue;
    return now > from ? now : from;
  }
}

/** From the first instant to the first one after the last; `from` is null on a day without mail. */
function sendingHours(
  day: CalendarDate,
  closingDays: readonly CalendarDate[],
  timeZone: string,
): { from: Date | null; until: Date } {
  if (closingDays.includes(day)) {
    return { from: instantAt(day, '00:00', timeZone), until: instantAt(addDays(day, 1), '00:00', timeZone) };
  }
  const until = instantAt(day, EVENING, timeZone);
  return { from: isWorkingDay(day) ? instantAt(day, MORNING, timeZone) : null, until };
}
