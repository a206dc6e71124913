/** The pilot says that it is done and shows it; an author says so too, or what lacks. After silence a moderator does. */
import { ok, refuse, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { isLinked } from '../selection/selection-state.ts';
import { isPast, PARIS } from '../time/calendar.ts';
import { mayModerate } from '../accounts/policy.ts';
import { authorAs, confirmersOf, isPilot } from './delivery-parts.ts';
import { checkStep, eventBy, heardUntil } from './delivery-state.ts';
import type { DeliverableIdea, DeliveryEvent, Waiting } from './delivery-state.ts';

export interface Evidence {
  readonly note: string;
  readonly link: string | null;
}

type ProposeRefusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'delivery-step';

export function proposeDelivered(
  idea: DeliverableIdea,
  { note, link }: Evidence,
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<ProposeRefusals>> {
  if (!isPilot(idea, asked.by.person)) {
    return refuse('not-allowed', { act: 'proposeDelivered', why: 'not-its-pilot' });
  }
  const open = checkPhase(asked.phase, 'proposeDelivered');
  if (!open.ok) return open;
  const step = checkStep(idea, ['under_way'], 'proposeDelivered');
  if (!step.ok) return step;
  const until = heardUntil(asked.now, PARIS);
  return ok(eventBy(idea, 'delivered_proposed', asked, { as: 'pilot', words: note.trim(), link, until }));
}

export interface Confirmation {
  readonly confirmed: boolean;
  /** What lacks, where it is not confirmed. */
  readonly reason: string;
}

type ConfirmRefusals =
  ProposeRefusals | 'text-missing' | 'second-person-needed' | 'author-first' | 'own-idea';

export function confirmDelivered(
  idea: DeliverableIdea,
  { confirmed, reason }: Confirmation,
  asked: AskedInChallenge,
): Result<DeliveryEvent, Failure<ConfirmRefusals>> {
  const { by, challenge, now } = asked;
  const own = authorAs(idea, by.person);
  if (own === null && !mayModerate(by, challenge)) {
    return refuse('not-allowed', { act: 'confirmDelivered', why: 'not-an-originator' });
  }
  const open = checkPhase(asked.phase, 'confirmDelivered');
  if (!open.ok) return open;
  const step = checkStep(idea, ['to_confirm'], 'confirmDelivered');
  if (!step.ok) return step;
  const { proposed } = idea.delivery;
  if (proposed === null) return refuse('delivery-step', { step: step.value, act: 'confirmDelivered' });
  // Whoever says that it is done does not confirm it as well.
  if (proposed.by === by.person) return refuse('second-person-needed', { proposedBy: proposed.by });
  if (own === null) {
    if (isLinked(idea, by.person)) return refuse('own-idea', { idea: idea.id });
    if (!isSilent(idea, proposed, now)) return refuse('author-first', { lastDay: proposed.until });
  }
  const as = own ?? 'moderator';
  const words = reason.trim();
  if (!confirmed) {
    if (words === '') return refuse('text-missing', { field: 'reason' });
    return ok(eventBy(idea, 'delivered_refused', asked, { as, words }));
  }
  const to = moveIdea(idea.state, 'deliver', 'confirmDelivered');
  if (!to.ok) return to;
  return ok(eventBy(idea, 'delivered', asked, { as, words, to: to.value }));
}

/** Nobody who may confirm it has, in time; or there is nobody but who proposed it. */
export function isSilent(idea: DeliverableIdea, proposed: Waiting, now: Date): boolean {
  const others = confirmersOf(idea).filter((person: PersonId) => person !== proposed.by);
  return others.length === 0 || isPast(proposed.until, now, PARIS);
}
