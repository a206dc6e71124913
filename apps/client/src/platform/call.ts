/**
 * The browser's caller: one declaration of the contracts, one request. A refusal is a value, narrowed to the codes of
 * that route; so is a network that does not answer. Nothing here throws for what can be expected.
 */
import {
  addressOf,
  resultOf,
  type AnswerOf,
  type CodesOf,
  type Failure,
  type Given,
  type Result,
  type Route,
} from '@butinerie/contracts';
import type { z } from 'zod';
import { charterAccepted } from './charter-gate.ts';

export interface Offline {
  readonly code: 'offline';
}
export type CallFailure<R> = Failure<CodesOf<R>> | Offline;
export type CallResult<R extends { answer: z.ZodType }> = Result<AnswerOf<R>, CallFailure<R>>;

const PATIENCE = 20_000;
const offline = { ok: false, failure: { code: 'offline' } } as const;

/** What the charter held up leaves again once it is accepted, the same words; else the form is answered. */
export async function call<R extends Route>(route: R, ...given: Given<R>): Promise<CallResult<R>> {
  const result = await send(route, ...given);
  const heldUp = route.asksCharter && !result.ok && result.failure.code === 'charter-not-accepted';
  return heldUp && (await charterAccepted()) ? send(route, ...given) : result;
}

async function send<R extends Route>(route: R, ...given: Given<R>): Promise<CallResult<R>> {
  const args: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown } =
    given[0] ?? {};
  const hasBody = route.method !== 'GET';
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(route, args), {
      method: route.method,
      credentials: 'same-origin',
      headers: { accept: route.produces, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      ...(hasBody ? { body: JSON.stringify(args.body ?? {}) } : {}),
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch {
    return offline;
  }
  // A proxy in front answers for a server that is starting or stopping.
  if ([502, 503, 504].includes(response.status) && !response.headers.get('content-type')?.includes('problem'))
    return offline;
  return told(resultOf(route, { ok: response.ok, text }));
}

/** What nobody declared is a fault, of an older page beside a newer server or of ours: said where one looks for it. */
export function told<T extends Result<unknown, { readonly code: string }>>(result: T): T {
  if (!result.ok && result.failure.code === 'unexpected') console.error('Unexpected answer', result.failure);
  return result;
}
