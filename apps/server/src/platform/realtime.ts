/**
 * The realtime edge: Socket.IO authenticated like HTTP. `answer` binds a message of the contract to a handler and acknowledges
 * whoever asks, with a value or with the same problem object HTTP sends. `announce` tells news; call it after the commit.
 */
import type { AnswerOf, CodesOf, Failure, Message, News, Result } from '@butinerie/contracts';
import { EVENT, wire } from '@butinerie/contracts/wire';
import { Server } from 'socket.io';
import {
  personRoom,
  receive,
  refusalOf,
  speakerOn,
  sessionRoom,
  tell,
  type Connection,
  type Heard,
} from './connection.ts';
import type { Clock } from './clock.ts';
import type { Identify } from './identity.ts';
import { incident } from './incident.ts';
import { frameOf, inOneGo, straighten, type Frame } from './line.ts';
import type { Log } from './log.ts';
import { foreignOrigin } from './origin.ts';
import { newsElsewhere } from './servers/news-elsewhere.ts';
import type { WakeUps } from './servers/wake-ups.ts';
import { parseAnswer, parseParts, type Parsed } from './parse.ts';
import { limiter, type Rate } from './rates.ts';
import { countTraffic, type TrafficCounts } from './traffic.ts';

export { personRoom, type Connection } from './connection.ts';

/**
 * Largest payload of a message in bytes; a larger one is refused `too-large` and the connection lives on. This needs the
 * transport to let it through: what exceeds `FRAME_LIMIT` cannot be answered, Socket.IO drops the connection (code 1009,
 * or 413 on long-polling), the client reconnects and its pending message fails by timeout. Long-polling carries bytes as
 * base64, a third more, and several messages in one request (the client keeps each request under the limit it is told).
 */
const MESSAGE_LIMIT = 257 * 1024;
const FRAME_LIMIT = 2 * 1024 * 1024;
export interface RealtimeSetup<S> {
  readonly publicUrl: URL;
  readonly identify: Identify<S>;
  /** As whom somebody speaks of what a message names; herself where it is left out. */
  readonly speaking?: (speaker: S, about: unknown) => Promise<S>;
  readonly clock: Clock;
  readonly log: Log;
  /** The other servers of this instance, whose pages hear the same news. */
  readonly wakeUps: WakeUps;
  /** A lock against loops gone wild, far above what people and replays need. */
  readonly perConnection?: Rate;
  readonly messageLimit?: number;
  /** A session that ended, or a speaker whose roles changed, is noticed on an open connection after this at most. */
  readonly lookAgainMs?: number;
  /** Refuses what names something that is not there for this speaker; asked before every answer. */
  readonly reach?: (speaker: S, sent: unknown) => Promise<Failure<'not-found'> | null>;
  /** Whether this speaker may be told; asked for news to everybody. */
  readonly hears?: (speaker: S, payload: unknown) => boolean;
  /** Something else on this port takes WebSockets too: hot reload in development. */
  readonly othersUpgrade?: boolean;
}

/** A connection's id is a room too, of itself alone. With `here`: no other server's, which has its own reason to tell. */
export type Listeners = 'everybody' | 'everybody here' | { readonly room: string; readonly here?: boolean };

export interface Realtime<S> {
  readonly io: Server;
  /** Tells everybody concerned, after the commit. Never throws: what was committed stands, told or not. */
  announce<N extends News>(news: N, payload: Parsed<N['payload']>, to: Listeners): void;
  /** News as a frame, to be shown to many connections one by one; null, and in the log, when it is none. */
  frame<N extends News>(news: N, payload: Parsed<N['payload']>): Frame | null;
  traffic(): TrafficCounts;
  /** Closes every connection of a session for good: sign-out. */
  dropSession(session: string): void;
  /** Makes every connection of a person come back with fresh eyes: her roles changed. */
  reconnectPerson(person: string): void;
  readonly messages: Map<string, Heard<S>>;
  readonly setup: RealtimeSetup<S>;
}

export interface Told<M extends Message, S> {
  readonly payload: Parsed<M['payload']>;
  readonly speaker: S;
  readonly connection: Connection;
}
export type MessageHandler<M extends Message, S> = (
  told: Told<M, S>,
) => Promise<Result<AnswerOf<M>, Failure<CodesOf<M>>>>;

export function answer<S, M extends Message>(
  realtime: Realtime<S>,
  message: M,
  handler: MessageHandler<M, S>,
): void {
  if (realtime.messages.has(message.name)) throw new Error(`${message.name} is answered twice`);
  const answering: Heard<S>['answering'] = async (raw, speaker, connection) => {
    const parsed = parseParts({ payload: message.payload }, { payload: raw });
    if (!parsed.ok) return parsed;
    // Parsed by this message's own schema.
    const payload = parsed.value.payload as Parsed<M['payload']>;
    const absent = await realtime.setup.reach?.(speaker, payload);
    if (absent) return { ok: false, failure: absent };
    const speaking = (await realtime.setup.speaking?.(speaker, payload)) ?? speaker;
    return parseAnswer(message.answer, await handler({ payload, speaker: speaking, connection }));
  };
  realtime.messages.set(message.name, { answering, answered: message.answered });
}

export function createRealtime<S>(setup: RealtimeSetup<S>): Realtime<S> {
  const io = new Server({
    transports: ['polling', 'websocket'],
    serveClient: false,
    parser: wire,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_LIMIT,
    connectTimeout: 10_000,
    destroyUpgrade: setup.othersUpgrade !== true,
    allowRequest: (request, decide) => {
      const origin = foreignOrigin(request.headers, setup.publicUrl);
      if (request.headers.upgrade !== undefined) inOneGo(request.socket);
      decide(origin === null ? null : 'foreign-origin', origin === null);
    },
  });
  const messages = new Map<string, Heard<S>>();
  const incidents = incident(setup.log);
  const edge = {
    setup,
    messages,
    incidents,
    messageLimit: setup.messageLimit ?? MESSAGE_LIMIT,
    perConnection: limiter(setup.perConnection ?? { points: 10_000, seconds: 10 }),
    perAddress: limiter({ points: 6_000, seconds: 60 }),
    traffic: countTraffic(),
  };
  // Nothing a socket says is looked at before this: until then Socket.IO takes no packet but the request to connect.
  io.use((socket, decide) => {
    straighten(socket, edge.traffic);
    void refusalOf(edge, socket).then((refusal) => decide(refusal));
  });
  io.on('connection', (socket) => receive(edge, socket));

  function show(told: Frame, payload: unknown, room: string | null): void {
    const { sockets, adapter } = io.sockets;
    for (const id of room === null ? sockets.keys() : (adapter.rooms.get(room) ?? [])) {
      const socket = sockets.get(id);
      if (socket === undefined) continue;
      // A room was entered through the door; everybody is not asked until now.
      const speaker = room === null ? speakerOn<S>(socket) : undefined;
      if (speaker !== undefined && setup.hears?.(speaker, payload) === false) continue;
      tell(edge, socket, told);
    }
  }
  const dropHere = (session: string): void => io.in(sessionRoom(session)).disconnectSockets(true);
  const reconnectHere = (person: string): void => {
    for (const id of io.sockets.adapter.rooms.get(personRoom(person)) ?? [])
      io.sockets.sockets.get(id)?.conn.close();
  };
  const elsewhere = newsElsewhere(setup.wakeUps);
  // Made as news where it comes from.
  elsewhere.news.on(({ name, payload, room }) => show(made(name, payload), payload, room));
  elsewhere.dropped.on(dropHere);
  elsewhere.reconnected.on(reconnectHere);

  /** What the news may say, and nothing else that its teller held; null when it cannot be said. */
  function wordsOf<N extends News>(news: N, payload: Parsed<N['payload']>): unknown {
    const parsed = news.payload.safeParse(payload);
    if (parsed.success) return parsed.data;
    incidents(parsed.error, { news: news.name });
    return null;
  }
  const made = (name: string, words: unknown): Frame =>
    frameOf({ type: EVENT, nsp: '/', data: [name, words] });

  return {
    io,
    setup,
    messages,
    frame(news, payload) {
      const words = wordsOf(news, payload);
      return words === null ? null : made(news.name, words);
    },
    traffic: () => edge.traffic.counts(),
    announce(news, payload, to) {
      const { name } = news;
      const words = wordsOf(news, payload);
      if (words === null) return;
      if (to === 'everybody' || to === 'everybody here') show(made(name, words), words, null);
      else show(made(name, words), words, to.room);
      if (to === 'everybody') elsewhere.news.tell({ name, payload: words, room: null });
      else if (to !== 'everybody here' && to.here !== true)
        elsewhere.news.tell({ name, payload: words, room: to.room });
    },
    dropSession(session) {
      dropHere(session);
      elsewhere.dropped.tell(session);
    },
    reconnectPerson(person) {
      reconnectHere(person);
      elsewhere.reconnected.tell(person);
    },
  };
}
