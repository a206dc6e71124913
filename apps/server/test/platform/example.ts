/** A tiny application over the platform, of no slice: what the edges promise is tested on it. */
import { message, news, ok, refuse, route } from '@butinerie/contracts';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { systemClock } from '../../src/platform/clock.ts';
import { sessionCookie } from '../../src/platform/cookies.ts';
import { createApi, serve, serveAnyone, serveTask, type Api } from '../../src/platform/http.ts';
import type { Signed } from '../../src/platform/identity.ts';
import { createLog } from '../../src/platform/log.ts';
import { answer, createRealtime, type Realtime } from '../../src/platform/realtime.ts';
import { closeWeb } from '../../src/platform/shutdown.ts';
import { createWeb } from '../../src/platform/web.ts';
import { alone, type WakeUps } from '../../src/platform/servers/wake-ups.ts';

export interface Guest {
  readonly name: string;
}

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const note = z.strictObject({ text: z.string().min(1).max(20), tags: z.array(z.string()).optional() });

export const keepNote = route({
  name: 'keepNote',
  method: 'POST',
  path: '/api/notes/:number',
  params: z.strictObject({ number: z.coerce.number().int() }),
  query: z.strictObject({ loud: z.enum(['yes', 'no']).optional() }),
  body: note,
  answer: z.object({ number: z.number(), text: z.string(), by: z.string() }),
  failures: ['id-taken'],
  limit: 1_000,
});
export const readNote = route({
  name: 'readNote',
  method: 'GET',
  path: '/api/notes/:number',
  params: z.strictObject({ number: z.string() }),
  audience: 'anyone',
  answer: z.string(),
  produces: 'text/plain; charset=utf-8',
});
export const enter = route({
  name: 'enter',
  method: 'POST',
  path: '/api/enter',
  audience: 'anyone',
  body: z.strictObject({ name: z.string() }),
  answer: z.object({ welcome: z.string() }),
});
export const sweep = route({
  name: 'sweep',
  method: 'POST',
  path: '/api/sweep',
  audience: 'task',
  answer: z.object({ by: z.string().nullable() }),
});
export const shout = message({
  name: 'room:shout',
  payload: z.strictObject({ room: z.string(), sound: bytes }),
  answer: z.object({ length: z.number(), sound: bytes }),
  failures: ['id-taken'],
});
export const nod = message({
  name: 'room:nod',
  payload: z.strictObject({ from: z.string().max(20) }),
  answer: z.object({ seen: z.literal(true) }),
  answered: 'when asked',
});
export const heard = news({
  name: 'room:heard',
  payload: z.object({ from: z.string(), length: z.number() }),
});

export interface Example {
  readonly url: string;
  readonly api: Api<Guest>;
  readonly realtime: Realtime<Guest>;
  /** Cookies of sessions that live; deleting one ends it. */
  readonly sessions: Set<string>;
  readonly logged: string[];
  stop(): Promise<void>;
}

export const cookieOf = (name: string): string => `butinerie=${name}`;

export async function startExample({
  lookAgainMs = 60_000,
  wakeUps = alone(),
}: { lookAgainMs?: number; wakeUps?: WakeUps } = {}): Promise<Example> {
  const sessions = new Set(['ada', 'root']);
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const address = new URL('http://ideas.test');
  const cookie = sessionCookie(address);
  const identify = async (header: string | undefined): Promise<Signed<Guest> | null> => {
    const name = cookie.read(header);
    if (name === 'broken') throw new Error('the database is away');
    if (name === undefined || !sessions.has(name)) return null;
    return { speaker: { name }, person: `p_${name}`, session: `s_${name}` };
  };
  const tokens = new Set(['one-time']);
  const api = createApi<Guest>({
    publicUrl: address,
    identify,
    cookie,
    log,
    isAdministrator: ({ name }) => name === 'root',
    acceptsTaskToken: (token) => tokens.delete(token),
    perSpeaker: { points: 100, seconds: 60 },
  });
  serve(api, keepNote, async ({ params, body, speaker }) => {
    if (params.number === 13) return refuse('id-taken', { id: '13' });
    if (params.number === 500) throw new Error('secret of the machine');
    const stored = { number: params.number, text: body.text, by: speaker.name, password: 'hidden' };
    return ok(stored);
  });
  serveAnyone(api, readNote, async ({ params, speaker }) =>
    ok(`note ${params.number} for ${speaker?.name ?? 'nobody'}`),
  );
  serveAnyone(
    api,
    enter,
    async ({ body, request }) => {
      request.keepSession(body.name, 60);
      return ok({ welcome: body.name });
    },
    { rate: { points: 2, seconds: 60, key: ({ body }) => body.name } },
  );
  serveTask(api, sweep, async ({ speaker }) => ok({ by: speaker?.name ?? null }));

  const realtime = createRealtime<Guest>({
    publicUrl: address,
    identify,
    clock: systemClock,
    log,
    lookAgainMs,
    wakeUps,
    perConnection: { points: 50, seconds: 60 },
  });
  answer(realtime, shout, async ({ payload: { room, sound }, speaker, connection }) => {
    if (room === 'full') return refuse('id-taken', { id: room });
    if (room === 'broken') throw new Error('secret of the machine');
    realtime.announce(heard, { from: speaker.name, length: sound.length }, { room });
    realtime.io.in(connection.id).socketsJoin(room);
    return ok({ length: sound.length, sound });
  });
  answer(realtime, nod, async ({ payload: { from } }) => {
    realtime.announce(heard, { from, length: 0 }, 'everybody');
    return ok({ seen: true });
  });

  const http = createWeb({ api, realtime, trustProxy: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    api,
    realtime,
    sessions,
    logged,
    stop: () => closeWeb(http, realtime.io),
  };
}
