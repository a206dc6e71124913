/**
 * What becomes of a person's name: effaced or replaced by a pseudonym, at her own request or at a signed one that a data
 * protection officer refers to. Never at once, and never by anybody else. Credit stays where it is.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { nameRequestId, personId } from './ids.ts';
import { PERSON_NAME_LIMIT, personRef } from './people.ts';

export const nameChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('erase') }),
  z.strictObject({ kind: z.literal('pseudonym'), name: z.string().trim().min(1).max(PERSON_NAME_LIMIT) }),
]);
export type NameChange = z.infer<typeof nameChange>;

/** `to-confirm`: the code of the mail is awaited. `waiting`: it will be done when the delay is over. */
export const NAME_REQUEST_STATES = ['to-confirm', 'waiting', 'cancelled', 'done'] as const;
const nameRequestState = z.enum(NAME_REQUEST_STATES);
export type NameRequestState = z.infer<typeof nameRequestState>;

export const nameRequest = z.object({
  id: nameRequestId,
  person: personRef,
  change: nameChange,
  state: nameRequestState,
  askedAt: instant,
  /** When it is done, unless it is cancelled before; null before it is confirmed. */
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
  /** Of the person's signed request, where the officer acts on one. */
  reference: z.string().nullable(),
});
export type NameRequest = z.infer<typeof nameRequest>;

const requests = z.object({ requests: z.array(nameRequest) });
const one = z.strictObject({ request: nameRequestId });

export const readMyNameRequests = route({
  name: 'readMyNameRequests',
  method: 'GET',
  path: '/api/me/name-requests',
  answer: requests,
});
/** A code leaves by mail: a session left open is not enough to ask. */
export const askNameChange = route({
  name: 'askNameChange',
  method: 'POST',
  path: '/api/me/name-requests',
  body: z.strictObject({ id: nameRequestId, change: nameChange }),
  answer: nameRequest,
  failures: ['no-mailbox', 'already-answered', 'id-taken', 'last-administrator'],
});
export const confirmNameChange = route({
  name: 'confirmNameChange',
  method: 'POST',
  path: '/api/me/name-requests/:request/confirm',
  params: one,
  body: z.strictObject({ code: z.string().trim().min(1).max(20) }),
  answer: nameRequest,
  failures: ['wrong-code', 'already-answered'],
});
/** By the person herself or the officer, until the delay is over. */
export const cancelNameChange = route({
  name: 'cancelNameChange',
  method: 'POST',
  path: '/api/name-requests/:request/cancel',
  params: one,
  body: z.strictObject({}),
  answer: nameRequest,
  failures: ['already-answered'],
});
/** A data protection officer acts on a request that the person signed; she is told, and may cancel it. */
export const orderNameChange = route({
  name: 'orderNameChange',
  method: 'POST',
  path: '/api/name-requests',
  body: z.strictObject({
    id: nameRequestId,
    person: personId,
    change: nameChange,
    reference: z.string().trim().min(3).max(120),
  }),
  answer: nameRequest,
  failures: ['already-answered', 'id-taken', 'last-administrator'],
});
export const listNameRequests = route({
  name: 'listNameRequests',
  method: 'GET',
  path: '/api/name-requests',
  /** With those whose request can be registered. */
  answer: requests.extend({ people: z.array(personRef) }),
});
