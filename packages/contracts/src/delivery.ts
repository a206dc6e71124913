/** The ninety days: an adopted idea is started, delivered and confirmed, or given up with a reason after a hearing. */
import * as z from 'zod';
import { calendarDate, instant, route } from './define.ts';
import { ideaId } from './ids.ts';
import { personRef } from './people.ts';

/** Where a delivery stands; each waits for somebody else. */
export const DELIVERY_STEPS = [
  'to_start',
  'under_way',
  'to_confirm',
  'hearing',
  'delivered',
  'abandoned',
] as const;
export const deliveryStep = z.enum(DELIVERY_STEPS);
export type DeliveryStep = z.infer<typeof deliveryStep>;

export const DELIVERY_EVENTS = [
  'started',
  /** Without an indicator: what it gives will be said, never measured. */
  'started_unmeasured',
  'delivered_proposed',
  'delivered_refused',
  'delivered',
  'abandonment_proposed',
  'abandonment_dropped',
  'abandonment_answered',
  'abandoned',
  'offered_again',
  'carried_on',
  'term_moved',
] as const;
export const deliveryEventType = z.enum(DELIVERY_EVENTS);
export type DeliveryEventType = z.infer<typeof deliveryEventType>;

/** As what somebody did it. */
export const DELIVERY_PARTS = ['pilot', 'sponsor', 'author', 'carrier', 'moderator'] as const;
export const deliveryPart = z.enum(DELIVERY_PARTS);
export type DeliveryPart = z.infer<typeof deliveryPart>;

export const deliveryEvent = z.object({
  type: deliveryEventType,
  at: instant,
  /** Null where the clock did it. */
  by: personRef.nullable(),
  as: deliveryPart.nullable(),
  /** A reason, what was delivered, an answer: in their own words; empty where there are none. */
  words: z.string(),
  link: z.string().nullable(),
  /** The last day on which it waits for somebody. */
  until: calendarDate.nullable(),
});
export type DeliveryEvent = z.infer<typeof deliveryEvent>;

export const delivery = z.object({
  idea: ideaId,
  /** Null while no directorate has adopted it, or none any more. */
  step: deliveryStep.nullable(),
  startedAt: instant.nullable(),
  /** True where it was started without an indicator; null until it is started. */
  unmeasured: z.boolean().nullable(),
  /** The last day on which an answer or a hearing is waited for. */
  until: calendarDate.nullable(),
  /** Everything that was done and said, in the order in which it was. */
  events: z.array(deliveryEvent),
});
export type Delivery = z.infer<typeof delivery>;

const params = z.strictObject({ idea: ideaId });
const words = z.string().trim().max(4_000);
/** The page of somewhere else that shows it. */
const link = z
  .url({ protocol: /^https$/ })
  .max(2_000)
  .nullable();
const state = ['challenge-phase', 'idea-state', 'delivery-step'] as const;
const answer = delivery;

/** By the pilot: from here it is being done. The ninety days run from adoption. */
export const startDelivery = route({
  name: 'startDelivery',
  method: 'POST',
  path: '/api/ideas/:idea/delivery',
  params,
  body: z.strictObject({ unmeasured: z.boolean() }),
  answer,
  failures: [...state, 'indicator-missing'],
});

/** By the pilot, with what shows it. */
export const proposeDelivered = route({
  name: 'proposeDelivered',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/delivered',
  params,
  body: z.strictObject({ note: words.min(1), link }),
  answer,
  failures: state,
});

/** By an author or who carries it; after five working days of silence by a moderator. */
export const confirmDelivered = route({
  name: 'confirmDelivered',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/confirmation',
  params,
  body: z.strictObject({ confirmed: z.boolean(), reason: words }),
  answer,
  failures: [...state, 'text-missing', 'second-person-needed', 'author-first', 'own-idea'],
});

/** By the pilot or the sponsor: proposed with a reason, done once author and moderators had five working days. */
export const abandonDelivery = route({
  name: 'abandonDelivery',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/abandonment',
  params,
  body: z.strictObject({ reason: words }),
  answer,
  failures: [...state, 'reason-too-short'],
});

/** Who proposed to give it up goes on after all. */
export const keepDelivering = route({
  name: 'keepDelivering',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/abandonment/withdrawal',
  params,
  answer,
  failures: state,
});

/** Author, carrier or moderator, before it is given up or after, for everybody to read. */
export const answerAbandonment = route({
  name: 'answerAbandonment',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/abandonment/answers',
  params,
  body: z.strictObject({ text: words.min(1) }),
  answer,
  failures: state,
});

/** By an author: the other directorates are asked again. */
export const offerAgain = route({
  name: 'offerAgain',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/offer',
  params,
  answer,
  failures: [...state, 'nobody-to-ask'],
});

/** By an author: she carries out herself what was given up, in ninety days of its own. */
export const carryOnDelivery = route({
  name: 'carryOnDelivery',
  method: 'POST',
  path: '/api/ideas/:idea/delivery/carrying',
  params,
  answer,
  failures: state,
});
