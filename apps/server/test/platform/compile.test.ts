import { message, ok, refuse, route } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createApi, serve, serveAnyone, type Api } from '../../src/platform/http.ts';
import { sessionCookie } from '../../src/platform/cookies.ts';
import { createLog } from '../../src/platform/log.ts';
import { answer, type Realtime } from '../../src/platform/realtime.ts';

const push = route({
  name: 'push',
  method: 'POST',
  path: '/api/push',
  body: z.strictObject({ hard: z.boolean() }),
  answer: z.object({ done: z.boolean() }),
  failures: ['stale-version'],
});
const poke = message({
  name: 'poke',
  payload: z.strictObject({ hard: z.boolean() }),
  answer: z.object({ done: z.boolean() }),
});
const publicUrl = new URL('http://localhost');
const newApi = (): Api<{ name: string }> =>
  createApi({
    publicUrl,
    identify: async () => null,
    cookie: sessionCookie(publicUrl),
    log: createLog('silent'),
    isAdministrator: () => false,
    acceptsTaskToken: () => false,
  });

/** Never called: that it compiles, with the marked lines failing, is the test. `tsc -b` runs it. */
export function whatTheCompilerHolds(api: Api<{ name: string }>, realtime: Realtime<{ name: string }>): void {
  serve(api, push, async () => refuse('stale-version', { current: 2 }));
  serve(api, push, async () => refuse('not-allowed', { act: 'push', why: 'any edge failure is declared' }));
  // @ts-expect-error a failure that the route does not list
  serve(api, push, async () => refuse('idea-sealed', { sealedAt: 'now' }));
  // @ts-expect-error an answer of another shape
  serve(api, push, async () => ok({ done: 'yes' }));
  // @ts-expect-error the body has no such field
  serve(api, push, async ({ body }) => ok({ done: body.force }));
  serve(api, push, async ({ body }) => ok({ done: body.hard }));
  serve(api, push, async ({ speaker }) => ok({ done: speaker.name !== '' }));
  // @ts-expect-error where anybody may call, there may be no speaker
  serveAnyone(api, push, async ({ speaker }) => ok({ done: speaker.name !== '' }));

  answer(realtime, poke, async ({ payload, speaker }) => ok({ done: payload.hard && speaker.name !== '' }));
  // @ts-expect-error a failure that the message does not list
  answer(realtime, poke, async () => refuse('idea-sealed', { sealedAt: 'now' }));
}

test('a route is bound for the audience that its contract names, or the server does not start', () => {
  const api = newApi();
  expect(() => serveAnyone(api, push, async () => ok({ done: true }))).toThrow(/push is declared for person/);
  expect(() => serve(api, push, async () => ok({ done: true }))).not.toThrow();
});
