/** One open connection: let in by its session, looked at again while it lasts, messages answered. */
import { problemOf, refuse, type Failure, type Problem, type Result } from '@butinerie/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { Socket } from 'socket.io';
import type { Signed } from './identity.ts';
import type { Incidents } from './incident.ts';
import { HOARDING, put, SLOW, STALLED, waitingOn, type Frame } from './line.ts';
import type { Traffic } from './traffic.ts';
import type { Limiter } from './rates.ts';
import type { RealtimeSetup } from './realtime.ts';
import { weigh } from './weigh.ts';

export interface Connection {
  readonly id: string;
  readonly person: string;
  readonly session: string;
  readonly openedAt: Date;
  isOpen(): boolean;
  /** Sends a frame made for many. False when too much is on its way already: the caller makes up for it later. */
  show(frame: Frame): boolean;
  /** The same for what nobody makes up for later: who is too far behind comes back with fresh eyes. */
  tell(frame: Frame): void;
  /** Whether what was on its way has been read, so that what was left out can be sent. */
  hasCaughtUp(): boolean;
  /** Called once, when the connection is gone; its rooms are left by then. */
  onClose(listener: () => void): void;
}

export type Answering<S> = (
  payload: unknown,
  speaker: S,
  connection: Connection,
) => Promise<Result<unknown, Failure>>;
export interface Heard<S> {
  readonly answering: Answering<S>;
  readonly answered: 'always' | 'when asked';
}
export type Acknowledgement = { ok: true; value: unknown } | { ok: false; problem: Problem };

export interface Edge<S> {
  readonly setup: RealtimeSetup<S>;
  readonly messages: ReadonlyMap<string, Heard<S>>;
  readonly incidents: Incidents;
  readonly messageLimit: number;
  readonly perConnection: Limiter;
  readonly perAddress: Limiter;
  readonly traffic: Traffic;
}

/** The room of everything a person has open. */
export const personRoom = (person: string): string => `person:${person}`;
export const sessionRoom = (session: string): string => `session:${session}`;

/** Half of what makes a listener slow: one that reads at the pace of the news is not found slow again at once. */
const CAUGHT_UP = SLOW / 2;
const missing = new WeakSet<Socket>();

/** Sends what cannot be made up for. Who is too far behind for it is made to come back with fresh eyes once she reads. */
export function tell({ traffic }: { readonly traffic: Traffic }, socket: Socket, frame: Frame): void {
  if (missing.has(socket)) return;
  if (waitingOn(socket.conn) <= STALLED) {
    traffic.sent(put(socket.conn, frame), frame.packet.length);
    return;
  }
  missing.add(socket);
  traffic.stalled();
  const again = setInterval(() => {
    if (socket.connected && waitingOn(socket.conn) > CAUGHT_UP) return;
    clearInterval(again);
    socket.conn.close();
  }, 500);
  again.unref();
}

const signedOn = new WeakMap<Socket, Signed<unknown>>();

/** Who speaks on it, as last looked up. */
export function speakerOn<S>(socket: Socket): S | undefined {
  // Set by `authenticate` for the one `S` of this server.
  return signedOn.get(socket)?.speaker as S | undefined;
}

/** Why this connection is not let in; the client finds the problem in `error.data`, as in an acknowledgement. */
export async function refusalOf<S>(edge: Edge<S>, socket: Socket): Promise<Error | undefined> {
  const failure = await authenticate(edge, socket).catch(
    (error: unknown) => edge.incidents(error, { at: 'connection' }).failure,
  );
  return failure && Object.assign(new Error(failure.code), { data: problemOf(failure, '/socket') });
}

async function authenticate<S>(edge: Edge<S>, socket: Socket): Promise<Failure | undefined> {
  const crowded = await edge.perAddress(socket.handshake.address);
  if (crowded) return crowded;
  const signed = await edge.setup.identify(socket.handshake.headers.cookie);
  const { person: meant } = (socket.handshake.auth ?? {}) as Readonly<Record<string, unknown>>;
  // A page that still shows somebody else's words: what she left in it would be taken for this one's.
  const isSomebodyElse = typeof meant === 'string' && meant !== signed?.person;
  if (signed === null || isSomebodyElse) return refuse('not-signed-in', { path: 'socket' }).failure;
  signedOn.set(socket, signed);
  return undefined;
}

export function receive<S>(edge: Edge<S>, socket: Socket): void {
  // Set by `authenticate`, without which no connection is made, for this very `S`.
  let signed = signedOn.get(socket) as Signed<S>;
  const connection = connectionOf(edge, socket, signed);
  void socket.join([personRoom(signed.person), sessionRoom(signed.session)]);

  const again = setInterval(() => {
    edge.setup.identify(socket.handshake.headers.cookie).then(
      (found) => {
        if (found === null || found.person !== signed.person) socket.disconnect(true);
        else if (!isDeepStrictEqual(found, signed)) {
          signed = found;
          signedOn.set(socket, found);
        }
      },
      (error: unknown) => edge.incidents(error, { at: 'session' }),
    );
  }, edge.setup.lookAgainMs ?? 60_000);
  again.unref();
  connection.onClose(() => clearInterval(again));

  socket.onAny((name: string, ...sent: unknown[]) => {
    const acknowledge = sent.at(-1);
    const asks = typeof acknowledge === 'function';
    // One that asks for no answer, and is to have one, is none of ours.
    if (!asks && edge.messages.get(name)?.answered !== 'when asked') return;
    if (waitingOn(socket.conn) > HOARDING) {
      edge.traffic.stalled();
      socket.disconnect(true);
      return;
    }
    const payload = sent.length > (asks ? 1 : 0) ? sent[0] : {};
    respond(edge, { name, payload, speaker: signed.speaker, connection })
      .then((acknowledgement) => asks && acknowledge(acknowledgement))
      // The last word: whatever goes wrong while one is answered, the server goes on for everybody.
      .catch((error: unknown) => edge.incidents(error, { at: 'acknowledgement' }));
  });
}

interface Said<S> {
  readonly name: string;
  readonly payload: unknown;
  readonly speaker: S;
  readonly connection: Connection;
}

async function respond<S>(edge: Edge<S>, said: Said<S>): Promise<Acknowledgement> {
  const result = await resultOf(edge, said).catch((error: unknown) =>
    edge.incidents(error, { message: instanceOf(said.name) }),
  );
  if (result.ok) return result;
  return { ok: false, problem: problemOf(result.failure, instanceOf(said.name)) };
}

const LONGEST_NAME = 100;

/** A stranger chose the name: its length and its characters may be such as no address has. */
function instanceOf(name: unknown): string {
  const wellFormed = Buffer.from(String(name).slice(0, LONGEST_NAME)).toString();
  return `/messages/${encodeURIComponent(wellFormed)}`;
}

async function resultOf<S>(edge: Edge<S>, said: Said<S>): Promise<Result<unknown, Failure>> {
  const heard = edge.messages.get(said.name);
  if (heard === undefined) return refuse('not-found', { what: 'message' });
  const tooOften = await edge.perConnection(said.connection.id);
  if (tooOften) return { ok: false, failure: tooOften };
  const size = weigh(said.payload);
  if (size > edge.messageLimit) return refuse('too-large', { limit: edge.messageLimit, size });
  return heard.answering(said.payload, said.speaker, said.connection);
}

function connectionOf<S>(edge: Edge<S>, socket: Socket, signed: Signed<unknown>): Connection {
  return {
    id: socket.id,
    person: signed.person,
    session: signed.session,
    openedAt: edge.setup.clock.now(),
    isOpen: () => socket.connected,
    show(frame) {
      if (waitingOn(socket.conn) > SLOW) {
        edge.traffic.skipped();
        return false;
      }
      edge.traffic.sent(put(socket.conn, frame), frame.packet.length);
      return true;
    },
    tell: (frame) => tell(edge, socket, frame),
    hasCaughtUp: () => waitingOn(socket.conn) <= CAUGHT_UP,
    onClose: (listener) => void socket.once('disconnect', listener),
  };
}
