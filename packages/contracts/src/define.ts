/**
 * Three words declare everything both sides agree on: `route` (HTTP command or read), `message` (client → server,
 * acknowledged) and `news` (server → clients, past tense). From one declaration come the handler's types, the
 * typed client, OpenAPI and the protocol fingerprint.
 */
import * as z from 'zod';
import type { EdgeFailureCode, FailureCode } from './failures.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who may call before the use case asks the policy: anybody, a signed-in person, or a local task with its token. */
export type Audience = 'anyone' | 'person' | 'task';

const nothing = z.strictObject({});
type Nothing = typeof nothing;

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
  F extends FailureCode = FailureCode,
> {
  readonly kind: 'route';
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly audience: Audience;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  readonly failures: readonly F[];
  /** Media type of the answer; anything but JSON is sent verbatim and `answer` is then a string. */
  readonly produces: string;
  /** Media type of the body; anything but JSON arrives as bytes. */
  readonly consumes: string;
  /** Largest body in bytes. */
  readonly limit: number;
  /** Words for others: whoever sends them has accepted the charter in force. */
  readonly asksCharter: boolean;
}

/** A body or an answer that is a file: bytes as they are. */
export const FILE = 'application/octet-stream';

export function route<
  A extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  const F extends FailureCode = never,
>(declared: {
  name: string;
  method: Method;
  path: string;
  audience?: Audience;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  failures?: readonly F[];
  produces?: string;
  consumes?: string;
  limit?: number;
  asksCharter?: true;
}): Route<P, Q, B, A, F> {
  return {
    kind: 'route',
    name: declared.name,
    method: declared.method,
    path: declared.path,
    audience: declared.audience ?? 'person',
    // The defaults stand exactly where the caller left the type parameter at its default.
    params: declared.params ?? (nothing as unknown as P),
    query: declared.query ?? (nothing as unknown as Q),
    body: declared.body ?? (nothing as unknown as B),
    answer: declared.answer,
    failures: declared.failures ?? [],
    produces: declared.produces ?? 'application/json',
    consumes: declared.consumes ?? 'application/json',
    limit: declared.limit ?? 100_000,
    asksCharter: declared.asksCharter === true,
  };
}

export interface Message<
  N extends string = string,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
  F extends FailureCode = FailureCode,
> {
  readonly kind: 'message';
  readonly name: N;
  readonly payload: B;
  readonly answer: A;
  readonly failures: readonly F[];
  /** When asked: told often and soon told anew, it is heard without an answer from whoever asks for none. */
  readonly answered: 'always' | 'when asked';
}
export function message<
  const N extends string,
  B extends z.ZodType,
  A extends z.ZodType,
  const F extends FailureCode = never,
>(declared: {
  name: N;
  payload: B;
  answer: A;
  failures?: readonly F[];
  answered?: 'when asked';
}): Message<N, B, A, F> {
  return {
    kind: 'message',
    ...declared,
    failures: declared.failures ?? [],
    answered: declared.answered ?? 'always',
  };
}

export interface News<N extends string = string, B extends z.ZodType = z.ZodType> {
  readonly kind: 'news';
  readonly name: N;
  readonly payload: B;
}
export function news<const N extends string, B extends z.ZodType>(declared: {
  name: N;
  payload: B;
}): News<N, B> {
  return { kind: 'news', ...declared };
}

/** The failure codes a caller of this route or message has to expect. */
export type CodesOf<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType, infer F>
    ? F | EdgeFailureCode
    : R extends Message<string, z.ZodType, z.ZodType, infer F>
      ? F | EdgeFailureCode
      : never;
export type AnswerOf<R extends { answer: z.ZodType }> = z.infer<R['answer']>;

/** Binary payloads travel in messages, news and files: JSON Schema cannot describe them. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, {
  error: 'must be binary',
});
/**
 * The answer of a route that produces a file; who reads one goes to its address. `lasting`: under this address it never
 * changes, so a device may keep it, and asks each time whether it still may be read.
 */
export const sentFile = z.object({
  bytes,
  mediaType: z.string(),
  name: z.string(),
  inline: z.boolean(),
  lasting: z.boolean().optional(),
});
export type SentFile = z.infer<typeof sentFile>;
/** An instant on the wire: ISO 8601, UTC, milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });
/** A calendar date, `YYYY-MM-DD`. */
export const calendarDate = z.iso.date();
