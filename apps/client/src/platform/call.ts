/**
 * The typed caller: one declaration of the contracts, one request. A refusal is a value, narrowed to the codes of that
 * route; so is a network that does not answer. Nothing here throws for what can be expected.
 */
import {
  EDGE_FAILURES,
  failureOf,
  type AnswerOf,
  type CodesOf,
  type Failure,
  type Result,
  type Route,
} from '@butinerie/contracts';
import type { z } from 'zod';

export interface Offline {
  readonly code: 'offline';
}
export type CallFailure<R> = Failure<CodesOf<R>> | Offline;
export type CallResult<R extends { answer: z.ZodType }> = Result<AnswerOf<R>, CallFailure<R>>;

type Empty = Record<never, never>;
type Part<K extends string, S extends z.ZodType> =
  Empty extends z.input<S> ? { readonly [key in K]?: z.input<S> } : { readonly [key in K]: z.input<S> };
export type ArgsOf<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']>;
/** The arguments may be left out where the route takes none. */
export type Given<R extends Route> = Empty extends ArgsOf<R> ? [args?: ArgsOf<R>] : [args: ArgsOf<R>];

interface LooseArgs {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const PATIENCE = 20_000;
const EDGE: ReadonlySet<string> = new Set(EDGE_FAILURES);
const offline = { ok: false, failure: { code: 'offline' } } as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const entriesOf = (part: unknown): [string, unknown][] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];

export function addressOf(route: Route, args: LooseArgs): string {
  const params = new Map(entriesOf(args.params));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textOf(params.get(name))),
  );
  const query = new URLSearchParams(
    entriesOf(args.query).flatMap(([key, value]) => (value === undefined ? [] : [[key, textOf(value)]])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What reached us is not what was declared: an older page beside a newer server, or a fault of ours. */
function unexpected(incident: string): { ok: false; failure: Failure<'unexpected'> } {
  console.error('Unexpected answer', incident);
  return { ok: false, failure: { code: 'unexpected', incident } };
}

/** Narrows a problem to the codes a caller has to expect; any other is a fault of ours. */
export function refusalOf<R extends { name: string; failures: readonly string[] }>(
  declared: R,
  problem: unknown,
): { ok: false; failure: Failure<CodesOf<R>> } {
  const failure = failureOf(problem);
  const refusal =
    failure && (EDGE.has(failure.code) || declared.failures.includes(failure.code))
      ? { ok: false as const, failure }
      : unexpected(declared.name);
  // The line above just checked that the code is one of the declared ones or of the edge.
  return refusal as unknown as { ok: false; failure: Failure<CodesOf<R>> };
}

export function answerOf<R extends { name: string; answer: z.ZodType }>(
  declared: R,
  raw: unknown,
): CallResult<R> {
  const parsed = declared.answer.safeParse(raw);
  // `answer` is the schema of this very declaration; the generic hides it.
  return (parsed.success ? { ok: true, value: parsed.data } : unexpected(declared.name)) as CallResult<R>;
}

export async function call<R extends Route>(route: R, ...given: Given<R>): Promise<CallResult<R>> {
  const args: LooseArgs = given[0] ?? {};
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
  if (response.ok && route.produces !== 'application/json') return answerOf(route, text);
  const raw = parseJson(text);
  return response.ok ? answerOf(route, raw) : refusalOf(route, raw);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
