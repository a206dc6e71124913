/**
 * The one Socket.IO connection: typed messages with acknowledgement, typed news, what to do after a reconnection. Works
 * over long-polling where WebSockets are refused. Loaded after the first screen, which does not wait for it.
 */
import { answerOf, refusalOf, type Message, type News, type PersonId } from '@butinerie/contracts';
import type { z } from 'zod';
import { told, type CallResult } from './call.ts';
import { openLine, type Line } from './line.ts';

const PATIENCE = 15_000;
export type Connection = 'closed' | 'connecting' | 'open' | 'lost';

let line: Line | null = null;
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

/** Opens the connection of the person who just signed in; the session travels in the cookie. */
export function openSocket(person: PersonId): void {
  if (line) return;
  let before = false;
  setConnection('connecting');
  line = openLine(person, {
    opened() {
      before = true;
      setConnection('open');
      for (const fn of reconnected) fn();
    },
    lost: () => setConnection(before ? 'lost' : 'connecting'),
    turnedAway() {
      for (const fn of away) fn();
    },
    news(name, raw) {
      for (const listener of heard.get(name) ?? []) listener(withBytes(raw));
    },
  });
}
export function closeSocket(): void {
  const closing = line;
  line = null;
  setConnection('closed');
  closing?.close();
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
  const over = line;
  const sentAt = Date.now();
  let ack: Ack | undefined;
  try {
    ack = (await over?.socket?.timeout(patience).emitWithAck(message.name, payload)) as Ack | undefined;
  } catch {
    over?.overdue(sentAt);
  }
  if (ack === undefined) return { ok: false, failure: { code: 'offline' } };
  return told(ack.ok === true ? answerOf(message, withBytes(ack.value)) : refusalOf(message, ack.problem));
}

/** Tells what needs no answer, and is lost without a connection: it is told anew before long. */
export function tell<M extends Message>(message: M, payload: z.input<M['payload']>): void {
  line?.socket?.emit(message.name, payload);
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
