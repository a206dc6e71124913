/**
 * The key that signs the register: replaced, or declared lost and begun anew, by two administrators, each by a code of
 * her own mail. The act is in the register itself.
 */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { keyChangeId } from './ids.ts';
import { personRef } from './people.ts';

/** `rotate`: the key is here and hands over. `lose`: the key is not here any more. */
export const KEY_CHANGE_KINDS = ['rotate', 'lose'] as const;
const keyChangeKind = z.enum(KEY_CHANGE_KINDS);
export type KeyChangeKind = z.infer<typeof keyChangeKind>;

/** `to-confirm`: the first administrator's code is awaited. `waiting`: a second administrator is. */
export const KEY_CHANGE_STATES = ['to-confirm', 'waiting', 'expired', 'cancelled', 'done'] as const;
const keyChangeState = z.enum(KEY_CHANGE_STATES);
export type KeyChangeState = z.infer<typeof keyChangeState>;

export const keyChange = z.object({
  id: keyChangeId,
  kind: keyChangeKind,
  state: keyChangeState,
  by: personRef,
  second: personRef.nullable(),
  askedAt: instant,
  /** Until when a second administrator may confirm; null before the first has. */
  expiresAt: instant.nullable(),
  doneAt: instant.nullable(),
  /** The key that comes; null until it is made. */
  newKey: z.string().nullable(),
});
export type KeyChangeRequest = z.infer<typeof keyChange>;

const registerKeys = z.object({
  /** `signs`: all is well. `lost`: the key is not here. `refuses`: the register itself does not hold together. */
  state: z.enum(['signs', 'lost', 'refuses']),
  reason: z.string().nullable(),
  /** The key in force. */
  current: z.string(),
  changes: z.array(keyChange),
});
const one = z.strictObject({ change: keyChangeId });

export const readRegisterKeys = route({
  name: 'readRegisterKeys',
  method: 'GET',
  path: '/api/attribution/key-changes',
  answer: registerKeys,
});
/** A code leaves by mail to who asks: a session left open is not enough. */
export const askKeyChange = route({
  name: 'askKeyChange',
  method: 'POST',
  path: '/api/attribution/key-changes',
  body: z.strictObject({ id: keyChangeId, kind: keyChangeKind }),
  answer: registerKeys,
  failures: ['no-mailbox', 'already-answered', 'id-taken', 'key-state'],
});
/** The second administrator asks for her own code. */
export const sendKeyCode = route({
  name: 'sendKeyCode',
  method: 'POST',
  path: '/api/attribution/key-changes/:change/code',
  params: one,
  body: z.strictObject({}),
  answer: registerKeys,
  failures: ['no-mailbox', 'already-answered'],
});
/** The first code opens it to a second administrator; hers does it. */
export const confirmKeyChange = route({
  name: 'confirmKeyChange',
  method: 'POST',
  path: '/api/attribution/key-changes/:change/confirm',
  params: one,
  body: z.strictObject({ code: z.string().trim().min(1).max(20) }),
  answer: registerKeys,
  failures: ['wrong-code', 'already-answered', 'key-state', 'ledger-refuses'],
});
export const cancelKeyChange = route({
  name: 'cancelKeyChange',
  method: 'POST',
  path: '/api/attribution/key-changes/:change/cancel',
  params: one,
  body: z.strictObject({}),
  answer: registerKeys,
  failures: ['already-answered'],
});
