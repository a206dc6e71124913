/** From a declared route to a request, and from a response back to a result: what every typed caller shares. */
import type * as z from 'zod';
import type { AnswerOf, CodesOf, Route } from './define.ts';
import { EDGE_FAILURES, failureOf, type Failure, type Result } from './failures.ts';

type Empty = Record<never, never>;
type Part<K extends string, S extends z.ZodType> =
  Empty extends z.input<S> ? { readonly [key in K]?: z.input<S> } : { readonly [key in K]: z.input<S> };
export type ArgsOf<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']>;
/** The arguments may be left out where the route takes none. */
export type Given<R extends Route> = Empty extends ArgsOf<R> ? [args?: ArgsOf<R>] : [args: ArgsOf<R>];
export type ResultOf<R extends Route> = Result<AnswerOf<R>, Failure<CodesOf<R>>>;

interface LooseArgs {
  readonly params?: unknown;
  readonly query?: unknown;
}
const EDGE: ReadonlySet<string> = new Set(EDGE_FAILURES);

const entriesOf = (part: unknown): [string, unknown][] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];

/** Parameters are ids, numbers and words: anything else in an address is a bug of the caller. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('an address takes text and numbers only');
}

/** Path and query of a request. */
export function addressOf(route: Route, args: LooseArgs): string {
  const params = new Map(entriesOf(args.params));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(plain(params.get(name))),
  );
  const query = new URLSearchParams(
    entriesOf(args.query).flatMap(([key, value]): [string, string][] =>
      value === undefined ? [] : [[key, plain(value)]],
    ),
  );
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** Narrows a problem to the codes a caller has to expect; any other is a fault, named `incident`. */
export function refusalOf<D extends { name: string; failures: readonly string[] }>(
  declared: D,
  problem: unknown,
): { ok: false; failure: Failure<CodesOf<D>> } {
  const failure = failureOf(problem);
  const expected = failure && (EDGE.has(failure.code) || declared.failures.includes(failure.code));
  // Just checked that the code is one of the declared ones or of the edge.
  return (expected ? { ok: false, failure } : faultOf(declared.name)) as unknown as {
    ok: false;
    failure: Failure<CodesOf<D>>;
  };
}

/** What arrived is not what was declared: an older page beside a newer server, or a fault of ours. */
export function faultOf(name: string): { ok: false; failure: Failure<'unexpected'> } {
  return { ok: false, failure: { code: 'unexpected', incident: `undeclared answer of ${name}` } };
}

export function answerOf<D extends { name: string; answer: z.ZodType }>(
  declared: D,
  raw: unknown,
): Result<AnswerOf<D>, Failure<CodesOf<D>>> {
  const parsed = declared.answer.safeParse(raw);
  // `answer` is the schema of this very declaration; the generic hides it.
  return (parsed.success ? { ok: true, value: parsed.data } : faultOf(declared.name)) as Result<
    AnswerOf<D>,
    Failure<CodesOf<D>>
  >;
}

/** The result that a response carries. */
export function resultOf<R extends Route>(
  route: R,
  response: { readonly ok: boolean; readonly text: string },
): ResultOf<R> {
  if (response.ok && route.produces !== 'application/json')
    return answerOf(route, response.text) as ResultOf<R>;
  const raw = parseJson(response.text);
  return (response.ok ? answerOf(route, raw) : refusalOf(route, raw)) as ResultOf<R>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
