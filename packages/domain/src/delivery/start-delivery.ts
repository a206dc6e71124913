/** The pilot begins: with an indicator whose starting point is fixed, or by saying that nothing will be measured. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { isPilot } from './delivery-parts.ts';
import { checkStep, eventBy, type DeliverableIdea, type DeliveryEvent } from './delivery-state.ts';

export interface Start {
  readonly unmeasured: boolean;
  /** Whether an indicator and its starting point are fixed. */
  readonly indicator: boolean;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'delivery-step' | 'indicator-missing';

export function startDelivery(
  idea: DeliverableIdea,
  { unmeasured, indicator }: Start,
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<Refusals>> {
  if (!isPilot(idea, asked.by.person)) {
    return refuse('not-allowed', { act: 'startDelivery', why: 'not-its-pilot' });
  }
  const open = checkPhase(asked.phase, 'startDelivery');
  if (!open.ok) return open;
  const step = checkStep(idea, ['to_start'], 'startDelivery');
  if (!step.ok) return step;
  const to = moveIdea(idea.state, 'start', 'startDelivery');
  if (!to.ok) return to;
  if (!unmeasured && !indicator) return refuse('indicator-missing', { idea: idea.id });
  const type = unmeasured ? 'started_unmeasured' : 'started';
  return ok(eventBy(idea, type, asked, { as: 'pilot', to: to.value }));
}
