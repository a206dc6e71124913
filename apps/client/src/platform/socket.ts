/**
 * The one Socket.IO connection: typed messages with acknowledgement, typed news, what to do after a reconnection. Works
 * over long-polling where WebSockets are refused. Loaded after the first screen, which does not wait for it.
 */
import { answerOf, PROTOCOL, refusalOf, type Message, type News } from '@butinerie/contracts';
import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import { told, type CallResult } from './call.ts';

const PATIENCE = 15_000;
const DIAL_AGAIN = 5_000;
export type Connection = 'closed' | 'connecting' | 'open' | 'lost';

let socket: Promise<Socket> | null = null;
/** The socket that is meant to be open, once its code is loaded. */
let wanted: Socket | null = null;
let connection: Connection = 'closed';
const watchers = new Set<() => void>();
const reconnected = new Set<() => void>();
const away = new Set<() => void>();
const heard = new Map<string, Set<(raw: unknown) => void>>();

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const watcher of watchers) watcher();
}
export const connectionState = (): Connection => connection;
export function onConnection(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
/** After each connection, the first too: what was read before it may have changed unheard. */
export function onReconnect(fn: () => void): () => void {
  reconnected.add(fn);
  return () => reconnected.delete(fn);
}

/** The server hung up or did not let in: whoever was signed in may not be any more. */
export function onTurnedAway(fn: () => void): () => void {
  away.add(fn);
  return () => away.delete(fn);
}

async function dial(): Promise<Socket> {
  const [{ io }, { wire }] = await Promise.all([
    import('socket.io-client'),
    import('@butinerie/contracts/wire'),
  ]);
  let before = false;
  // Polling first, then the upgrade: a proxy that refuses WebSockets costs nothing.
  const opened = io({
    transports: ['polling', 'websocket'],
    parser: wire,
    auth: { protocol: PROTOCOL },
    autoConnect: false,
  });
  // Hung up or not let in by the server: the library leaves it at that. The session may be over, which the next read
  // of it says and closes this connection; if it is not, the server was only starting or crowded.
  const turnedAway = (): void => {
    for (const fn of away) fn();
    setTimeout(() => {
      if (wanted === opened) opened.connect();
    }, DIAL_AGAIN);
  };
  opened.on('connect', () => {
    before = true;
    setConnection('open');
    for (const fn of reconnected) fn();
  });
  opened.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    setConnection('lost');
    if (reason === 'io server disconnect') turnedAway();
  });
  opened.on('connect_error', () => {
    setConnection(before ? 'lost' : 'connecting');
    if (!opened.active) turnedAway();
  });
  opened.onAny((name: string, raw: unknown) => {
    for (const listener of heard.get(name) ?? []) listener(withBytes(raw));
  });
  return opened;
}

/** Opens the connection of the person who just signed in; the session travels in the cookie. */
export function openSocket(): void {
  if (socket) return;
  setConnection('connecting');
  const dialled = dial();
  socket = dialled;
  void dialled.then((opened) => {
    if (socket !== dialled) return;
    wanted = opened;
    opened.connect();
  });
}
export function closeSocket(): void {
  const closing = socket;
  socket = null;
  wanted = null;
  setConnection('closed');
  void closing?.then((opened) => opened.disconnect());
}

/** Browsers hand binary over as ArrayBuffer; contracts speak of Uint8Array. */
function withBytes(raw: unknown): unknown {
  if (raw instanceof ArrayBuffer) return new Uint8Array(raw);
  if (Array.isArray(raw)) return raw.map(withBytes);
  if (typeof raw !== 'object' || raw === null || ArrayBuffer.isView(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, withBytes(value)]));
}

interface Ack {
  readonly ok?: unknown;
  readonly value?: unknown;
  readonly problem?: unknown;
}

/** Sends and waits for the acknowledgement; `offline` when there is no connection or no answer in time. */
export async function send<M extends Message>(
  message: M,
  payload: z.input<M['payload']>,
  patience: number = PATIENCE,
): Promise<CallResult<M>> {
  const opened = await socket;
  if (!opened?.connected) return { ok: false, failure: { code: 'offline' } };
  let ack: Ack;
  try {
    ack = (await opened.timeout(patience).emitWithAck(message.name, payload)) as Ack;
  } catch {
    return { ok: false, failure: { code: 'offline' } };
  }
  return told(ack.ok === true ? answerOf(message, withBytes(ack.value)) : refusalOf(message, ack.problem));
}

/** Tells what needs no answer, and is lost without a connection: it is told anew before long. */
export async function tell<M extends Message>(message: M, payload: z.input<M['payload']>): Promise<void> {
  const opened = await socket;
  if (opened?.connected) opened.emit(message.name, payload);
}

/** Hears one kind of news until the returned function is called; news of another shape are ignored aloud. */
export function onNews<N extends News>(news: N, fn: (payload: z.infer<N['payload']>) => void): () => void {
  const listener = (raw: unknown): void => {
    const parsed = news.payload.safeParse(raw);
    // `payload` is the schema of this very declaration; the generic hides it.
    if (parsed.success) fn(parsed.data as z.infer<N['payload']>);
    else console.error('Unexpected news', news.name);
  };
  const listeners = heard.get(news.name) ?? new Set();
  heard.set(news.name, listeners.add(listener));
  return () => listeners.delete(listener);
}
