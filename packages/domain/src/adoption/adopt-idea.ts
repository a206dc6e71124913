/** A directorate commits: with a pilot, a promise and a date. The carrier's place is offered to the first originator. */
import {
  ok,
  refuse,
  type ChallengeId,
  type DirectorateId,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayAnswerFor } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import type { IdeaFacts } from '../ideas/idea-facts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { calendarDay, ninetyDaysAfter, type CalendarDate, type Term } from '../time/calendar.ts';
import { addWorkingDays } from '../time/working-days.ts';

/** Working days the first originator has to answer; her silence stays open and is never a refusal. */
export const CARRIER_WORKING_DAYS = 15;

export interface AdoptableIdea extends Pick<IdeaFacts, 'id' | 'state' | 'originators'> {
  /** When its text was sealed, at closing. */
  readonly sealedAt: Date | null;
  readonly adoptedBy: DirectorateId | null;
}

export interface AdoptionPromise {
  readonly directorate: DirectorateId;
  readonly pilot: PersonId;
  readonly promise: string;
  readonly milestone: { readonly title: string; readonly dueOn: CalendarDate };
  readonly halfDays: number;
  /** Of the house that adopts: its calendar counts the days. */
  readonly timeZone: string;
}

export interface IdeaAdopted extends AdoptionPromise, Term {
  readonly type: 'IdeaAdopted';
  readonly idea: IdeaId;
  readonly challenge: ChallengeId;
  readonly sponsor: PersonId;
  readonly adoptedAt: Date;
  readonly carrierOffer: { readonly to: PersonId; readonly offeredAt: Date; readonly answerBy: CalendarDate };
}

type Refusals =
  'not-allowed' | 'challenge-phase' | 'already-adopted' | 'idea-state' | 'not-sealed' | 'invalid-dates';

export function adoptIdea(
  idea: AdoptableIdea,
  command: AdoptionPromise,
  { by, challenge, phase, now }: AskedInChallenge,
): Result<IdeaAdopted, Failure<Refusals>> {
  if (!mayAnswerFor(by, command.directorate, challenge)) {
    return refuse('not-allowed', { act: 'adoptIdea', why: 'not-its-sponsor' });
  }
  const open = checkPhase(phase, 'adoptIdea');
  if (!open.ok) return open;
  if (idea.adoptedBy !== null) return refuse('already-adopted', { directorate: idea.adoptedBy });
  const moved = moveIdea(idea.state, 'adopt', 'adoptIdea');
  if (!moved.ok) return moved;
  if (idea.sealedAt === null) return refuse('not-sealed', { idea: idea.id });
  const [first] = idea.originators;
  // Adopting what has no author would leave nobody to credit and nobody to offer it to.
  if (first === undefined) return refuse('not-allowed', { act: 'adoptIdea', why: 'author-to-confirm' });
  const term = ninetyDaysAfter(now, command.timeZone);
  const today = calendarDay(now, command.timeZone);
  const milestone = checkMilestone(command.milestone.dueOn, today, term.dueOn);
  if (!milestone.ok) return milestone;
  return ok({
    type: 'IdeaAdopted',
    ...command,
    ...term,
    idea: idea.id,
    challenge,
    sponsor: by.person,
    adoptedAt: now,
    carrierOffer: { to: first, offeredAt: now, answerBy: addWorkingDays(today, CARRIER_WORKING_DAYS) },
  });
}

function checkMilestone(
  milestone: CalendarDate,
  today: CalendarDate,
  dueOn: CalendarDate,
): Result<CalendarDate, Failure<'invalid-dates'>> {
  const problem = milestone < today ? 'in-the-past' : milestone > dueOn ? 'after-due' : null;
  if (problem === null) return ok(milestone);
  return refuse('invalid-dates', { problems: [{ field: 'milestone.dueOn', problem }] });
}
