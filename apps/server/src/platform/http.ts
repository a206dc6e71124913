/**
 * The HTTP edge. `serve` binds a route of the contract to a handler, which receives parsed input and answers a value or
 * one of the failures the contract lists; another one does not compile. Bugs end here: logged, answered `unexpected`.
 */
import {
  FILE,
  problemOf,
  refuse,
  sentFile,
  type AnswerOf,
  type CodesOf,
  type Failure,
  type Result,
  type Route,
} from '@butinerie/contracts';
import express, { type Request, type Response, type Router } from 'express';
import { randomUUID } from 'node:crypto';
import { admit } from './admit.ts';
import type { SessionCookie } from './cookies.ts';
import type { Identify } from './identity.ts';
import { incident, type Incidents } from './incident.ts';
import type { Log } from './log.ts';
import { foreignOrigin } from './origin.ts';
import { parseAnswer, parseParts, type Parsed } from './parse.ts';
import { limiter, type Limiter, type Rate } from './rates.ts';
import { bodyReader } from './read-body.ts';
import { sendFile } from './send-file.ts';

export interface ApiSetup<S> {
  readonly publicUrl: URL;
  readonly identify: Identify<S>;
  readonly cookie: SessionCookie;
  readonly log: Log;
  /** Who may call routes of audience `task` besides the holder of the local token. */
  readonly isAdministrator: (speaker: S) => boolean;
  readonly acceptsTaskToken: (token: string) => boolean;
  /** Refuses what names something that is not there for this speaker: asked of the address, then of all that was sent. */
  readonly reach?: (speaker: S, sent: unknown, path: string) => Promise<Failure<'not-found'> | null>;
  /** Refuses words for others while their writer has not accepted the charter in force. */
  readonly charterAsks?: (speaker: S) => Promise<Failure<'charter-not-accepted'> | null>;
  /** As whom somebody speaks of what the address names; herself where it is left out. */
  readonly speaking?: (speaker: S, about: unknown) => Promise<S>;
  /** Generous; an office of hundreds may come through one address. */
  readonly perSpeaker?: Rate;
  readonly perAddress?: Rate;
}

export interface Api<S> {
  readonly router: Router;
  readonly setup: ApiSetup<S>;
  readonly limits: { readonly speaker: Limiter; readonly address: Limiter };
  readonly incidents: Incidents;
}

/** What a handler learns of the request and may do to its session. */
export interface Call {
  readonly id: string;
  readonly ip: string;
  /** The name of the speaker's session, `null` when nobody is signed in. */
  readonly session: string | null;
  keepSession(token: string, maxAgeSeconds: number): void;
  forgetSession(): void;
}

export interface Asked<R extends Route, Speaker> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  readonly speaker: Speaker;
  readonly request: Call;
}

export type Handler<R extends Route, Speaker> = (
  asked: Asked<R, Speaker>,
) => Promise<Result<AnswerOf<R>, Failure<CodesOf<R>>>>;

export interface ServeOptions<R extends Route> {
  /** Whatever the address names, she speaks as herself: it is of no concern, or concerns no one else. */
  readonly asHerself?: true;
  /** A stricter limit than the general one, counted per key: the caller's address unless said otherwise. */
  readonly rate?: Rate & { readonly key?: (asked: { body: Parsed<R['body']>; ip: string }) => string };
}

export function createApi<S>(setup: ApiSetup<S>): Api<S> {
  const router = express.Router();
  router.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const origin = safe ? null : foreignOrigin(request.headers, setup.publicUrl);
    if (origin === null) next();
    else sendProblem(request, response, refuse('foreign-origin', { origin }).failure);
  });
  return {
    router,
    setup,
    limits: {
      speaker: limiter(setup.perSpeaker ?? { points: 1_200, seconds: 60 }),
      address: limiter(setup.perAddress ?? { points: 12_000, seconds: 60 }),
    },
    incidents: incident(setup.log),
  };
}

/** A route for whoever is signed in. */
export function serve<S, R extends Route>(
  api: Api<S>,
  route: R,
  handler: Handler<R, S>,
  options: ServeOptions<R> = {},
): void {
  requireAudience(route, 'person');
  // `admit` lets nobody without a session through to a route for persons.
  bind(api, route, (asked) => handler(asked as Asked<R, S>), options);
}

/** A route for anybody, signed in or not. */
export function serveAnyone<S, R extends Route>(
  api: Api<S>,
  route: R,
  handler: Handler<R, S | null>,
  options: ServeOptions<R> = {},
): void {
  requireAudience(route, 'anyone');
  bind(api, route, handler, options);
}

/** A route for a script beside the server (`speaker` is `null`) or for an administrator. */
export function serveTask<S, R extends Route>(
  api: Api<S>,
  route: R,
  handler: Handler<R, S | null>,
  options: ServeOptions<R> = {},
): void {
  requireAudience(route, 'task');
  bind(api, route, handler, options);
}

function requireAudience(route: Route, audience: Route['audience']): void {
  if (route.audience !== audience)
    throw new Error(`${route.name} is declared for ${route.audience}, not for ${audience}`);
}

function bind<S, R extends Route>(
  api: Api<S>,
  route: R,
  handler: Handler<R, S | null>,
  { rate, asHerself }: ServeOptions<R>,
): void {
  const readBody = bodyReader(route);
  const strict = rate && { limit: limiter(rate), key: rate.key ?? (({ ip }: { ip: string }) => ip) };

  const answer = async ({ id, request, response }: Exchange): Promise<Result<unknown, Failure>> => {
    const admitted = await admit(api, route, request);
    if (!admitted.ok) return admitted;
    const { signed } = admitted.value;
    const { params, query } = request;
    const nowhere = signed && (await api.setup.reach?.(signed.speaker, params, route.path));
    if (nowhere) return { ok: false, failure: nowhere };
    const asked = signed && route.asksCharter && (await api.setup.charterAsks?.(signed.speaker));
    if (asked) return { ok: false, failure: asked };
    const body = await readBody(request, response);
    if (!body.ok) return body;
    const parsed = parseParts(
      { params: route.params, query: route.query, body: route.body },
      { params, query, body: body.value },
    );
    if (!parsed.ok) return parsed;
    // The parts were parsed by this route's own schemas.
    const input = parsed.value as Pick<Asked<R, S>, 'params' | 'query' | 'body'>;
    const ip = request.ip ?? '';
    const slowDown = await strict?.limit(strict.key({ body: input.body, ip }));
    if (slowDown) return { ok: false, failure: slowDown };
    const absent = signed && (await api.setup.reach?.(signed.speaker, input, route.path));
    if (absent) return { ok: false, failure: absent };
    const herself = signed?.speaker ?? null;
    const speaking = asHerself === true ? undefined : api.setup.speaking;
    const named = { ...(input.query as object), ...(input.params as object) };
    const result = await handler({
      ...input,
      speaker: herself && ((await speaking?.(herself, named)) ?? herself),
      request: callOf(api, signed?.session ?? null, { id, request, response }),
    });
    return parseAnswer(route.answer, result);
  };

  const method = route.method.toLowerCase() as Lowercase<Route['method']>;
  api.router[method](route.path, async (request: Request, response: Response) => {
    const startedAt = performance.now();
    const id = randomUUID();
    const result = await answer({ id, request, response }).catch((error: unknown) =>
      api.incidents(error, { route: route.name, request: id }),
    );
    if (!result.ok) sendProblem(request, response, result.failure);
    else if (route.produces === 'application/json') response.json(result.value);
    else if (route.produces === FILE) sendFile(response, sentFile.parse(result.value));
    else response.type(route.produces).send(String(result.value));
    const milliseconds = Math.round(performance.now() - startedAt);
    api.setup.log.debug(
      { route: route.name, request: id, status: response.statusCode, milliseconds },
      'request',
    );
  });
}

interface Exchange {
  /** What the log calls this request. */
  readonly id: string;
  readonly request: Request;
  readonly response: Response;
}

function callOf<S>(
  { setup: { cookie } }: Api<S>,
  session: string | null,
  { id, request, response }: Exchange,
): Call {
  return {
    id,
    ip: request.ip ?? '',
    session,
    keepSession: (token, maxAgeSeconds) => cookie.keep(response, token, maxAgeSeconds),
    forgetSession: () => cookie.forget(response),
  };
}

/** RFC 9457. Nothing is sent twice: of a caller who hung up half-way only the log may know. */
export function sendProblem(request: Request, response: Response, failure: Failure): void {
  if (response.headersSent) return;
  const problem = problemOf(failure, request.originalUrl.split('?', 1)[0] ?? '/');
  if (failure.code === 'too-many-requests') response.set('Retry-After', String(failure.retryAfterSeconds));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
