/** What an author may do with an idea that was given up: ask the other directorates again, or carry it out herself. */
import { ok, refuse, type DirectorateId, type Failure, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkOriginator } from '../ideas/idea-facts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { ninetyDaysAfter, PARIS, type Term } from '../time/calendar.ts';
import { eventBy, type DeliverableIdea, type DeliveryEvent } from './delivery-state.ts';

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state';

/** Directorates with a sponsor in the challenge, and those that said no or gave it up. */
export interface Directorates {
  readonly asked: readonly DirectorateId[];
  readonly saidNo: readonly DirectorateId[];
}

export function offerAgain(
  idea: DeliverableIdea,
  { asked: directorates, saidNo }: Directorates,
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<Refusals | 'nobody-to-ask'>> {
  const moved = afterwards(idea, 'offer_again', asked);
  if (!moved.ok) return moved;
  const gaveUp = idea.adoption?.directorate;
  const left = directorates.filter((each) => each !== gaveUp && !saidNo.includes(each));
  if (left.length === 0) return refuse('nobody-to-ask', { idea: idea.id });
  return ok(eventBy(idea, 'offered_again', asked, { as: 'author', to: moved.value }));
}

export interface CarriedOn extends Term {
  readonly event: DeliveryEvent;
}

/** Hers to lead from now on, with ninety days of its own; what the directorate gave up stays said. */
export function carryOnDelivery(
  idea: DeliverableIdea,
  asked: AskedInChallenge,
): Result<CarriedOn, Failure<Refusals>> {
  const moved = afterwards(idea, 'carry_on', asked);
  if (!moved.ok) return moved;
  const term = ninetyDaysAfter(asked.now, PARIS);
  const said = { as: 'author', to: moved.value, until: term.dueOn } as const;
  return ok({ ...term, event: eventBy(idea, 'carried_on', asked, said) });
}

function afterwards(
  idea: DeliverableIdea,
  event: 'offer_again' | 'carry_on',
  { by, phase }: AskedInChallenge,
): Result<DeliverableIdea['state'], Failure<Refusals>> {
  const act = event === 'carry_on' ? 'carryOnDelivery' : 'offerAgain';
  const author = checkOriginator(idea, by.person, act);
  if (!author.ok) return author;
  const open = checkPhase(phase, act);
  if (!open.ok) return open;
  // A directorate that declined is followed by the moderators, not by the author.
  if (idea.state !== 'abandoned') return refuse('idea-state', { state: idea.state, act });
  return moveIdea(idea.state, event, act);
}
