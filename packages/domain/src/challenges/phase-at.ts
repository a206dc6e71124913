/** The phase of a challenge, computed from its dates and from what people did; no timer decides it. */
import type { Phase } from '@butinerie/contracts';
import { calendarDay, endOfDay } from '../time/calendar.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { Standing } from './acts.ts';

/** What was sent before closing may arrive this long after it. */
export const GRACE_MS = 120_000;
/** Working days a directorate has to answer; after them the challenge is in delivery even if nobody adopted. */
export const ANSWER_WORKING_DAYS = 10;

export interface ChallengeDates {
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly ideasUntil: Date;
  readonly closesAt: Date;
  /** What people did stands whatever the clock says afterwards; null: not yet. */
  readonly scheduledAt: Date | null;
  readonly resultsPublishedAt: Date | null;
  readonly firstAdoptedAt: Date | null;
  /** From what became of its ideas; it may be ahead. */
  readonly reviewedFrom: Date | null;
  readonly archivedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly pause: Pause | null;
}

/** The clock of a paused challenge stands still; nothing moves it on but being resumed. */
export interface Pause {
  readonly at: Date;
  /** The end that was announced: the latest at which it is resumed. */
  readonly until: Date;
}

interface Step {
  readonly from: Date;
  readonly phase: Phase;
}

export function phaseAt(challenge: ChallengeDates, now: Date): Phase {
  if (challenge.cancelledAt !== null) return 'cancelled';
  if (challenge.archivedAt !== null) return 'archived';
  if (challenge.scheduledAt === null) return 'draft';
  const { pause } = challenge;
  const shown = pause !== null && pause.at < now ? pause.at : now;
  const reached = stepsOf(challenge).findLast(({ from }) => from <= shown);
  return reached?.phase ?? startOf(challenge);
}

/** The phase, or that it is paused in one: what the table of acts is asked with. */
export function standingAt(challenge: ChallengeDates, now: Date): Standing {
  return standingOf(phaseAt(challenge, now), challenge.pause !== null);
}

export function standingOf(phase: Phase, paused: boolean): Standing {
  const over = phase === 'cancelled' || phase === 'archived';
  return paused && !over ? 'paused' : phase;
}

/** When the clock alone next changes something: a phase, or a pause that is over. Null when only people can. */
export function nextBoundary(challenge: ChallengeDates, now: Date): Date | null {
  const over = challenge.cancelledAt !== null || challenge.archivedAt !== null;
  if (challenge.scheduledAt === null || over) return null;
  const { pause } = challenge;
  if (pause !== null) return pause.until > now ? pause.until : null;
  return stepsOf(challenge).find(({ from }) => from > now)?.from ?? null;
}

/** The first instant at which a text may be sealed: nothing in flight can still come in. */
export function sealableFrom(closesAt: Date): Date {
  // The clock's grain is a millisecond and the last one of the grace still counts.
  return new Date(closesAt.getTime() + GRACE_MS + 1);
}

/** Whether what the server received is in the text: in time, or in flight on a connection opened before closing. */
export function arrivesInTime(closesAt: Date, receivedAt: Date, connectedAt: Date): boolean {
  if (receivedAt < closesAt) return true;
  return connectedAt < closesAt && receivedAt < sealableFrom(closesAt);
}

function startOf(challenge: ChallengeDates): Phase {
  return challenge.resultsPublishedAt === null ? 'scheduled' : 'decided';
}

/** The steps that the clock takes from where people left the challenge, in order. */
function stepsOf(challenge: ChallengeDates): readonly Step[] {
  const { opensAt, ideasUntil, closesAt, resultsPublishedAt } = challenge;
  if (resultsPublishedAt !== null) return stepsAfterResults(challenge, resultsPublishedAt);
  return [
    { from: opensAt, phase: 'ideation' },
    { from: ideasUntil, phase: 'rebound' },
    { from: closesAt, phase: 'closing' },
    { from: sealableFrom(closesAt), phase: 'deliberation' },
  ];
}

function stepsAfterResults(challenge: ChallengeDates, publishedAt: Date): readonly Step[] {
  const { reviewedFrom } = challenge;
  const delivery = { from: deliveryFrom(challenge, publishedAt), phase: 'delivery' } as const;
  if (reviewedFrom === null) return [delivery];
  // Nothing is reviewed before it could be delivered.
  const from = reviewedFrom < delivery.from ? delivery.from : reviewedFrom;
  return [delivery, { from, phase: 'impact_review' }];
}

/** The first adoption, or the end of the last working day that a directorate has to answer: whichever comes first. */
function deliveryFrom({ timeZone, firstAdoptedAt }: ChallengeDates, publishedAt: Date): Date {
  const lastDay = addWorkingDays(calendarDay(publishedAt, timeZone), ANSWER_WORKING_DAYS);
  const silence = new Date(endOfDay(lastDay, timeZone).getTime() + 1_000);
  return firstAdoptedAt !== null && firstAdoptedAt < silence ? firstAdoptedAt : silence;
}
