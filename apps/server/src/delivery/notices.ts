/** Who hears of what became of a delivery: whoever has to act next, and whoever is named in the idea. */
import type { DeliveryEventType, NoticeKind, PersonId } from '@butinerie/contracts';
import {
  endOfDay,
  PARIS,
  type CalendarDate,
  type DeliverableIdea,
  type DeliveryEvent,
} from '@butinerie/domain';
import type { AdoptionRecord } from '../adoption/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';

interface Concerned {
  readonly deliverable: DeliverableIdea;
  readonly adoption: AdoptionRecord | null;
  readonly moderators: readonly PersonId[];
  /** Who answers for the other directorates of the challenge. */
  readonly sponsors: readonly PersonId[];
}
type Whom = (of: Concerned) => readonly PersonId[];

const promised: Whom = ({ adoption }) => (adoption === null ? [] : [adoption.sponsor, adoption.pilot]);
const authors: Whom = ({ deliverable: { originators, coauthors, carrier } }) => [
  ...originators,
  ...coauthors,
  ...(carrier === null ? [] : [carrier]),
];
const named: Whom = (of) => [...authors(of), ...of.deliverable.rebounders];
const all =
  (...whom: readonly Whom[]): Whom =>
  (of) =>
    whom.flatMap((each) => each(of));
const moderators: Whom = (of) => of.moderators;
const sponsors: Whom = (of) => of.sponsors;

const TOLD: Readonly<Record<Exclude<DeliveryEventType, 'term_moved'>, readonly [NoticeKind, Whom]>> = {
  started: ['delivery-started', all(authors, promised)],
  started_unmeasured: ['delivery-started', all(authors, promised)],
  delivered_proposed: ['delivery-to-confirm', all(authors, promised)],
  delivered_refused: ['delivery-refused', all(promised, authors)],
  delivered: ['idea-delivered', all(named, promised)],
  abandonment_proposed: ['abandonment-proposed', all(authors, promised, moderators)],
  abandonment_dropped: ['abandonment-dropped', all(authors, promised, moderators)],
  abandonment_answered: ['abandonment-answered', all(authors, promised, moderators)],
  abandoned: ['idea-abandoned', all(named, promised, moderators)],
  offered_again: ['idea-offered-again', all(sponsors, authors, promised, moderators)],
  carried_on: ['idea-carried-on', all(named, promised, moderators)],
};

export function noticesOf(
  { id, challenge, title }: Pick<IdeaRecord, 'id' | 'challenge' | 'title'>,
  { type, by, words, until }: DeliveryEvent,
  of: Concerned,
): NoticeToTell[] {
  if (type === 'term_moved') return [];
  const [kind, whom] = TOLD[type];
  const about = { kind, challenge, idea: id, about: title, actor: by, reason: words };
  const day = until === null ? {} : { until: lastMinuteOf(until) };
  return [...new Set(whom(of))].map((to) => ({ ...about, ...day, to }));
}

export function lastMinuteOf(day: CalendarDate): NonNullable<NoticeToTell['until']> {
  return { local: `${day}T23:59`, timeZone: PARIS, instant: endOfDay(day, PARIS).toISOString() };
}
