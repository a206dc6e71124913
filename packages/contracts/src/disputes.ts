/**
 * When somebody says that the names of an idea are not right: a question with dates, answered by those concerned. A name
 * can be added, by two moderators who have no part in it and with every originator's consent; none is ever taken away.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { disputeId, ideaId, personId } from './ids.ts';
import { personRef } from './people.ts';

export const DISPUTE_TEXT_LIMIT = 1_500;
const text = z.string().trim().min(1).max(DISPUTE_TEXT_LIMIT);

export const disputeAct = z.enum(['answer', 'propose', 'second', 'consent', 'close']);
export type DisputeAct = z.infer<typeof disputeAct>;

const correction = z.object({
  add: personRef,
  why: z.string(),
  by: personRef,
  second: personRef.nullable(),
  consented: z.array(personRef),
  awaited: z.array(personRef),
  refusedBy: personRef.nullable(),
  addedAt: instant.nullable(),
});
export const dispute = z.object({
  id: disputeId,
  idea: ideaId,
  openedBy: personRef,
  openedAt: instant,
  text: z.string(),
  answers: z.array(z.object({ by: personRef, at: instant, text: z.string() })),
  correction: correction.nullable(),
  closed: z.object({ by: personRef, at: instant, text: z.string() }).nullable(),
  /** What the reader may do now. */
  acts: z.array(disputeAct),
});
export type Dispute = z.infer<typeof dispute>;

const ofIdea = z.strictObject({ idea: ideaId });
const one = z.strictObject({ idea: ideaId, dispute: disputeId });

export const listDisputes = route({
  name: 'listDisputes',
  method: 'GET',
  path: '/api/ideas/:idea/disputes',
  params: ofIdea,
  answer: z.object({
    title: z.string(),
    disputes: z.array(dispute),
    mayOpen: z.boolean(),
    /** Whose name could be added, for those who may propose it. */
    people: z.array(personRef),
  }),
});
export const openDispute = route({
  name: 'openDispute',
  method: 'POST',
  path: '/api/ideas/:idea/disputes',
  asksCharter: true,
  params: ofIdea,
  body: z.strictObject({ id: disputeId, text }),
  answer: dispute,
  failures: ['already-answered', 'id-taken', 'challenge-phase'],
});
export const answerDispute = route({
  name: 'answerDispute',
  method: 'POST',
  path: '/api/ideas/:idea/disputes/:dispute/answers',
  asksCharter: true,
  params: one,
  body: z.strictObject({ text }),
  answer: dispute,
  failures: ['already-answered'],
});
export const proposeCorrection = route({
  name: 'proposeCorrection',
  method: 'POST',
  path: '/api/ideas/:idea/disputes/:dispute/correction',
  params: one,
  body: z.strictObject({ add: personId, why: text }),
  answer: dispute,
  failures: ['own-idea', 'already-answered'],
});
export const secondCorrection = route({
  name: 'secondCorrection',
  method: 'POST',
  path: '/api/ideas/:idea/disputes/:dispute/correction/second',
  params: one,
  body: z.strictObject({}),
  answer: dispute,
  failures: ['own-idea', 'second-person-needed', 'already-answered'],
});
export const consentToCorrection = route({
  name: 'consentToCorrection',
  method: 'POST',
  path: '/api/ideas/:idea/disputes/:dispute/correction/consent',
  params: one,
  body: z.strictObject({ answer: z.enum(['accept', 'refuse']) }),
  answer: dispute,
  failures: ['already-answered'],
});
export const closeDispute = route({
  name: 'closeDispute',
  method: 'POST',
  path: '/api/ideas/:idea/disputes/:dispute/close',
  params: one,
  body: z.strictObject({ text }),
  answer: dispute,
  failures: ['own-idea', 'already-answered'],
});
