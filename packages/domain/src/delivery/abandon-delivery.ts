/** Giving up: proposed with a reason, heard for five working days, then done by the clock, or not after all. */
import { ok, REASON_MINIMUM, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { actAllowed, checkPhase, type Standing } from '../challenges/acts.ts';
import { lengthOf } from '../ideas/length.ts';
import { ideaStateAfter } from '../ideas/lifecycle.ts';
import { isPast, PARIS } from '../time/calendar.ts';
import { heardAs, promisedAs } from './delivery-parts.ts';
import { checkStep, eventBy, heardUntil } from './delivery-state.ts';
import type { DeliverableIdea, DeliveryEvent } from './delivery-state.ts';

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'delivery-step';

export function abandonDelivery(
  idea: DeliverableIdea,
  command: { readonly reason: string },
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<Refusals | 'reason-too-short'>> {
  const as = promisedAs(idea, asked);
  if (as === null) return refuse('not-allowed', { act: 'abandonDelivery', why: 'not-its-pilot' });
  const open = checkPhase(asked.phase, 'abandonDelivery');
  if (!open.ok) return open;
  const step = checkStep(idea, ['to_start', 'under_way'], 'abandonDelivery');
  if (!step.ok) return step;
  const words = command.reason.trim();
  const length = lengthOf(words);
  if (length < REASON_MINIMUM) return refuse('reason-too-short', { minimum: REASON_MINIMUM, length });
  const until = heardUntil(asked.now, PARIS);
  return ok(eventBy(idea, 'abandonment_proposed', asked, { as, words, until }));
}

/** While people are heard: whoever leads it or answers for it goes on. */
export function keepDelivering(
  idea: DeliverableIdea,
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<Refusals>> {
  const as = promisedAs(idea, asked);
  if (as === null) return refuse('not-allowed', { act: 'keepDelivering', why: 'not-its-pilot' });
  const open = checkPhase(asked.phase, 'keepDelivering');
  if (!open.ok) return open;
  const step = checkStep(idea, ['hearing'], 'keepDelivering');
  return step.ok ? ok(eventBy(idea, 'abandonment_dropped', asked, { as })) : step;
}

/** For everybody to read, also once it is done. */
export function answerAbandonment(
  idea: DeliverableIdea,
  { text }: { readonly text: string },
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<Refusals>> {
  const as = heardAs(idea, asked);
  if (as === null) return refuse('not-allowed', { act: 'answerAbandonment', why: 'not-an-originator' });
  const open = checkPhase(asked.phase, 'answerAbandonment');
  if (!open.ok) return open;
  const step = checkStep(idea, ['hearing', 'abandoned'], 'answerAbandonment');
  return step.ok ? ok(eventBy(idea, 'abandonment_answered', asked, { as, words: text.trim() })) : step;
}

/** By the clock, once the days of the hearing are over; not while the challenge stands still, nor in the archive. */
export function endHearing(
  idea: DeliverableIdea,
  { phase, now }: { readonly phase: Standing; readonly now: Date },
): DeliveryEvent | null {
  const { abandonment } = idea.delivery;
  const to = ideaStateAfter(idea.state, 'abandon');
  if (abandonment === null || to === null || !actAllowed(phase, 'abandonDelivery')) return null;
  if (!isPast(abandonment.until, now, PARIS)) return null;
  const unsaid = { as: null, link: null, until: null };
  // The reason is that of the proposal: it is what everybody was heard about.
  return {
    type: 'abandoned',
    at: now,
    by: null,
    from: idea.state,
    to,
    words: abandonment.words,
    ...unsaid,
  };
}
