/**
 * Where a delivery stands, from everything that was done and said about it: events are only ever added, and what they
 * come to is computed. Credit is no part of it, so nothing here can change a name.
 */
import type {
  DeliveryEventType,
  DeliveryPart,
  DeliveryStep,
  DirectorateId,
  Failure,
  IdeaId,
  IdeaState,
  PersonId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import type { LinkedIdea } from '../selection/selection-state.ts';
import { calendarDay, type CalendarDate } from '../time/calendar.ts';
import { addWorkingDays } from '../time/working-days.ts';

/** Working days in which an author confirms, and in which she and the moderators are heard. */
export const HEARD_WORKING_DAYS = 5;

export interface DeliveryEvent {
  readonly type: DeliveryEventType;
  readonly at: Date;
  /** Null where the clock did it. */
  readonly by: PersonId | null;
  readonly as: DeliveryPart | null;
  readonly from: IdeaState;
  readonly to: IdeaState;
  readonly words: string;
  readonly link: string | null;
  readonly until: CalendarDate | null;
}

/** Something that waits for somebody until a day, which a pause puts later. */
export interface Waiting {
  readonly by: PersonId;
  readonly at: Date;
  readonly words: string;
  readonly until: CalendarDate;
}

export interface DeliveryState {
  readonly startedAt: Date | null;
  readonly unmeasured: boolean | null;
  /** Said to be delivered, and not confirmed yet. */
  readonly proposed: Waiting | null;
  /** Proposed to be given up, while people are heard. */
  readonly abandonment: Waiting | null;
}

const NOT_BEGUN: DeliveryState = { startedAt: null, unmeasured: null, proposed: null, abandonment: null };

/** What the events come to, of the directorate or the author that has it now. */
export function deliveryOf(events: readonly DeliveryEvent[]): DeliveryState {
  return events.reduce(after, NOT_BEGUN);
}

function after(state: DeliveryState, event: DeliveryEvent): DeliveryState {
  switch (event.type) {
    case 'started':
    case 'started_unmeasured':
      return { ...state, startedAt: event.at, unmeasured: event.type === 'started_unmeasured' };
    case 'delivered_proposed':
      return { ...state, proposed: waitingFor(event) };
    case 'delivered_refused':
    case 'delivered':
      return { ...state, proposed: null };
    case 'abandonment_proposed':
      return { ...state, abandonment: waitingFor(event) };
    case 'abandonment_dropped':
    case 'abandoned':
      return { ...state, abandonment: null };
    case 'offered_again':
    case 'carried_on':
      return NOT_BEGUN;
    case 'term_moved':
      return {
        ...state,
        proposed: moved(state.proposed, event.until),
        abandonment: moved(state.abandonment, event.until),
      };
    case 'abandonment_answered':
      return state;
  }
}

function waitingFor({ type, by, at, words, until }: DeliveryEvent): Waiting {
  if (by === null || until === null) throw new Error(`${type} was written without a person or a day`);
  return { by, at, words, until };
}

const moved = (waiting: Waiting | null, until: CalendarDate | null): Waiting | null =>
  waiting && until ? { ...waiting, until } : waiting;

export interface DeliverableIdea extends LinkedIdea {
  readonly id: IdeaId;
  readonly state: IdeaState;
  readonly carrier: PersonId | null;
  /** Who promised it; null where nobody has it. */
  readonly adoption: { readonly pilot: PersonId; readonly directorate: DirectorateId } | null;
  readonly delivery: DeliveryState;
}

export function deliveryStep({ state, adoption, delivery }: DeliverableIdea): DeliveryStep | null {
  if (adoption === null) return null;
  if (state === 'delivered' || state === 'measured') return 'delivered';
  if (state === 'abandoned') return 'abandoned';
  if (state !== 'adopted' && state !== 'in_progress') return null;
  if (delivery.abandonment !== null) return 'hearing';
  if (delivery.proposed !== null) return 'to_confirm';
  return state === 'adopted' ? 'to_start' : 'under_way';
}

export function checkStep(
  idea: DeliverableIdea,
  allowed: readonly DeliveryStep[],
  act: string,
): Result<DeliveryStep, Failure<'delivery-step' | 'idea-state'>> {
  const step = deliveryStep(idea);
  if (step === null) return refuse('idea-state', { state: idea.state, act });
  return allowed.includes(step) ? ok(step) : refuse('delivery-step', { step, act });
}

/** Five working days after today, on the calendar of that place. */
export function heardUntil(now: Date, timeZone: string): CalendarDate {
  return addWorkingDays(calendarDay(now, timeZone), HEARD_WORKING_DAYS);
}

/** An event by whoever asks, that leaves the idea as it is unless said otherwise. */
export function eventBy(
  idea: DeliverableIdea,
  type: DeliveryEventType,
  { by, now }: Pick<AskedInChallenge, 'by' | 'now'>,
  said: Partial<DeliveryEvent> & Pick<DeliveryEvent, 'as'>,
): DeliveryEvent {
  const { state } = idea;
  const unsaid = { words: '', link: null, until: null };
  return { type, at: now, by: by.person, from: state, to: state, ...unsaid, ...said };
}
