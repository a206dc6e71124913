/** A directorate commits; authorship is locked; the author is offered to carry the project. */
import * as z from 'zod';
import { calendarDate, instant, news, route } from './define.ts';
import { deliveryStep } from './delivery.ts';
import { challengeId, directorateId, ideaId, personId } from './ids.ts';
import { credits, directorate, personRef } from './people.ts';

export const carrierChoice = z.enum(['carry', 'contribute', 'informed']);
export type CarrierChoice = z.infer<typeof carrierChoice>;

export const carrierOffer = z.object({
  to: personRef,
  offeredAt: instant,
  /** Fifteen working days; silence stays open and is never a refusal. */
  answerBy: calendarDate,
  choice: carrierChoice.nullable(),
  answeredAt: instant.nullable(),
});
export type CarrierOffer = z.infer<typeof carrierOffer>;

export const adoption = z.object({
  idea: ideaId,
  directorate,
  sponsor: personRef,
  pilot: personRef,
  promise: z.string(),
  milestone: z.object({ title: z.string(), dueOn: calendarDate }),
  /** Half-days given to the author. */
  halfDays: z.number().int(),
  adoptedAt: instant,
  /** Ninety calendar dates after the date of adoption, end of day in Paris. */
  dueOn: calendarDate,
  /** What was promised at first, where a pause moved it. */
  firstDueOn: calendarDate.nullable(),
  carrierOffer,
});
export type Adoption = z.infer<typeof adoption>;

/** A directorate that said no, and why: its reason is read where the idea is. */
export const decline = z.object({ directorate: z.string(), reason: z.string(), at: instant });
export type Decline = z.infer<typeof decline>;

const params = z.strictObject({ idea: ideaId });

export const adoptIdea = route({
  name: 'adoptIdea',
  method: 'POST',
  path: '/api/ideas/:idea/adoption',
  params,
  body: z.strictObject({
    directorate: directorateId,
    pilot: personId,
    promise: z.string().trim().min(1).max(4_000),
    milestone: z.strictObject({ title: z.string().trim().min(1).max(200), dueOn: calendarDate }),
    halfDays: z.number().int().min(0).max(120),
  }),
  answer: adoption,
  failures: ['challenge-phase', 'idea-state', 'not-sealed', 'already-adopted', 'invalid-dates'],
});

export const declineAdoption = route({
  name: 'declineAdoption',
  method: 'POST',
  path: '/api/ideas/:idea/adoption/declining',
  params,
  body: z.strictObject({ directorate: directorateId, reason: z.string().trim().max(4_000) }),
  answer: z.object({ declined: z.literal(true) }),
  failures: ['challenge-phase', 'idea-state', 'already-adopted', 'reason-too-short'],
});

/** « Je porte / je contribue / je suis informé·e » : can be changed later, by the person only. */
export const answerCarrierOffer = route({
  name: 'answerCarrierOffer',
  method: 'PUT',
  path: '/api/ideas/:idea/carrier',
  params,
  body: z.strictObject({ choice: carrierChoice }),
  answer: adoption,
  failures: ['idea-state', 'originator-first'],
});

export const deskEntry = z.object({
  idea: ideaId,
  challenge: challengeId,
  question: z.string(),
  title: z.string(),
  credits,
  reason: z.string(),
  adoption: adoption.nullable(),
  /** Where its delivery stands, and the day by which what has changed is still to be told. */
  step: deliveryStep.nullable(),
  dueOn: calendarDate.nullable(),
  /** Directorates that had adopted it and gave it up. */
  gaveUp: z.array(z.string()),
  declinedBy: z.array(z.string()),
});
/** What waits for the directorates the reader answers for, and what they adopted. */
export const readDesk = route({
  name: 'readDesk',
  method: 'GET',
  path: '/api/desk',
  answer: z.object({
    directorates: z.array(directorate),
    entries: z.array(deskEntry),
    pilots: z.array(personRef),
  }),
});

export const ideaAdopted = news({
  name: 'idea:adopted',
  payload: z.object({ challenge: challengeId, idea: ideaId, directorate: z.string() }),
});
