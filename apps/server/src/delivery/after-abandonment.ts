/** An idea that was given up goes on: offered to the other directorates again, or carried out by its author. */
import type { IdeaId, PersonId } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { carryOnDelivery as decideCarryOn, offerAgain as decideOffer } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { AnswersRecord } from '../adoption/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import { directoratesFor, type DeliveryDeps, type Loaded } from './deps.ts';
import { performAndShow } from './perform.ts';

export const offerAgain = (deps: DeliveryDeps) => (id: IdeaId, by: Speaker) =>
  performAndShow(deps, id, by, {
    isSame: ({ type }) => type === 'offered_again',
    async decide({ deliverable, answers, asked, idea }) {
      const decided = decideOffer(deliverable, await directoratesFor(deps, answers), asked);
      if (!decided.ok) return decided;
      const ended = ending(deps, { answers, idea }, asked.now);
      return ok({ event: decided.value, answers: { ...ended, adoption: null } });
    },
  });

export const carryOnDelivery = (deps: DeliveryDeps) => (id: IdeaId, by: Speaker) =>
  performAndShow(deps, id, by, {
    isSame: ({ type }) => type === 'carried_on',
    async decide({ deliverable, answers, asked, idea }) {
      const decided = decideCarryOn(deliverable, asked);
      if (!decided.ok) return decided;
      const { event, dueOn, dueAt } = decided.value;
      const ended = ending(deps, { answers, idea }, asked.now);
      const { adoption } = ended;
      if (adoption === null) return refuse('idea-state', { state: idea.state, act: 'carryOnDelivery' });
      const hers = adoption.carrierOffer.to === asked.by.person;
      const carrierOffer = hers
        ? { ...adoption.carrierOffer, choice: 'carry' as const, answeredAt: asked.now }
        : adoption.carrierOffer;
      const term = { dueOn, dueAt, firstDueOn: null };
      const carried = { ...ended, adoption: { ...adoption, ...term, pilot: asked.by.person, carrierOffer } };
      return ok({ event, answers: carried, acts: hers ? carryingOf(answers, asked.by.person) : [] });
    },
  });

/** What the directorate had promised is kept, with the reason for which it gave it up. */
function ending(
  { adoptions }: DeliveryDeps,
  { answers, idea }: Pick<Loaded, 'answers' | 'idea'>,
  now: Date,
): AnswersRecord {
  if (answers.adoption === null) throw new Error(`nobody had adopted ${idea.id}`);
  return adoptions.ended(answers, now);
}

/** She was asked at adoption whether she carries it: now she does, unless she did before. */
function carryingOf({ adoption, idea }: AnswersRecord, person: PersonId): CreditAct[] {
  if (adoption === null || adoption.carrierOffer.choice === 'carry') return [];
  return [
    { act: 'carrier.accepted', idea, person },
    { act: 'carrier.named', idea, person },
  ];
}
