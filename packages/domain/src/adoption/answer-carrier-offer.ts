/** « Je porte / je contribue / je suis informé·e » : said by the person it was offered to, and hers to change. */
import {
  ok,
  refuse,
  type CarrierChoice,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import { addDays, calendarDay, instantAt, isPast, type CalendarDate } from '../time/calendar.ts';
import { addWorkingDays } from '../time/working-days.ts';

export interface CarrierOfferState {
  readonly idea: IdeaId;
  readonly state: IdeaState;
  readonly to: PersonId;
  readonly choice: CarrierChoice | null;
}

export interface CarrierAnswered {
  readonly type: 'CarrierAnswered';
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly choice: CarrierChoice;
  /** False when she says again what she said before: nothing is to be written. */
  readonly changed: boolean;
  /** She carries it: named as carrier in the same commit. */
  readonly named: boolean;
  readonly at: Date;
}

export function answerCarrierOffer(
  offer: CarrierOfferState,
  { choice }: { readonly choice: CarrierChoice },
  { by, now }: Asked,
): Result<CarrierAnswered, Failure<'originator-first' | 'idea-state'>> {
  if (by.person !== offer.to) return refuse('originator-first', { originator: offer.to });
  if (offer.state !== 'adopted' && offer.state !== 'in_progress') {
    return refuse('idea-state', { state: offer.state, act: 'answerCarrierOffer' });
  }
  const changed = offer.choice !== choice;
  const named = changed && choice === 'carry';
  return ok({
    type: 'CarrierAnswered',
    idea: offer.idea,
    person: by.person,
    choice,
    changed,
    named,
    at: now,
  });
}

/** Working days after the offer at which she is reminded, while she has not answered. */
export const CARRIER_REMINDERS = [5, 10] as const;

/** `later`: working days during which the clock stood still. */
export function carrierReminders(offeredAt: Date, timeZone: string, later = 0): readonly CalendarDate[] {
  const day = calendarDay(offeredAt, timeZone);
  return CARRIER_REMINDERS.map((days) => addWorkingDays(day, days + later));
}

/** Silence past the day goes to a moderator's eyes; the offer itself stays open. */
export function isOfferSilent(
  offer: { readonly choice: CarrierChoice | null; readonly answerBy: CalendarDate },
  now: Date,
  timeZone: string,
): boolean {
  return offer.choice === null && isPast(offer.answerBy, now, timeZone);
}

export const CARRIER_STEPS = ['first-reminder', 'second-reminder', 'silent'] as const;
export type CarrierStep = (typeof CARRIER_STEPS)[number];
interface OpenOffer {
  readonly offeredAt: Date;
  readonly answerBy: CalendarDate;
  readonly choice: CarrierChoice | null;
  readonly later?: number;
}

/** The days on which something follows from silence, in order. */
function stepDays({ offeredAt, answerBy, later }: OpenOffer, timeZone: string): readonly CalendarDate[] {
  return [...carrierReminders(offeredAt, timeZone, later), addDays(answerBy, 1)];
}

/** The last step that silence has reached: whoever woke up late takes one, not three. */
export function carrierStepDue(offer: OpenOffer, now: Date, timeZone: string): CarrierStep | null {
  if (offer.choice !== null) return null;
  const today = calendarDay(now, timeZone);
  const reached = stepDays(offer, timeZone).filter((day) => day <= today).length;
  return CARRIER_STEPS[reached - 1] ?? null;
}

/** The morning of the next step. */
export function nextCarrierStep(offer: OpenOffer, now: Date, timeZone: string): Date | null {
  if (offer.choice !== null) return null;
  const mornings = stepDays(offer, timeZone).map((day) => instantAt(day, '08:00', timeZone));
  return mornings.find((morning) => morning > now) ?? null;
}
