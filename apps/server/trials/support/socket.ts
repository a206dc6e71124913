/** A person's socket: typed messages of the contract, and the transport of a shared text over it. */
import type { Joined, Outcome, Transport, TransportFailure } from '@butinerie/collaboration/client';
import {
  answerOf,
  documentReloaded,
  ideaSealed,
  ideaUpdated,
  joinIdea,
  leaveIdea,
  presenceChanged,
  refusalOf,
  showPresence,
  updateIdea,
  type AnswerOf,
  type CodesOf,
  type Failure,
  type IdeaId,
  type Message,
  type Result,
} from '@butinerie/contracts';
import { wire } from '@butinerie/contracts/wire';
import { io, type Socket } from 'socket.io-client';
import type * as z from 'zod';
import type { Caller } from '../../src/caller.ts';

export interface PersonSocket {
  readonly socket: Socket;
  send<M extends Message>(
    message: M,
    payload: z.input<M['payload']>,
  ): Promise<Result<AnswerOf<M>, Failure<CodesOf<M>>>>;
}

export async function openSocket(
  caller: Caller,
  transports: ('websocket' | 'polling')[] = ['websocket'],
): Promise<PersonSocket> {
  const socket = io(caller.base, {
    transports,
    parser: wire,
    extraHeaders: { cookie: caller.cookie() },
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    socket,
    async send(message, payload) {
      const ack = (await socket.timeout(30_000).emitWithAck(message.name, payload)) as
        { ok: true; value: unknown } | { ok: false; problem: unknown };
      return ack.ok ? answerOf(message, ack.value) : refusalOf(message, ack.problem);
    },
  };
}

function codeOf(failure: Failure): TransportFailure {
  return { code: failure.code === 'update-refused' ? failure.rule : failure.code };
}

export function textTransport(person: PersonSocket, idea: IdeaId): Transport {
  const { socket } = person;
  const asked = async <V, T>(
    answer: Promise<Result<V, Failure>>,
    map: (value: V) => T,
  ): Promise<Outcome<T, TransportFailure>> => {
    if (!socket.connected) return { ok: false, failure: { code: 'disconnected' } };
    try {
      const result = await answer;
      return result.ok
        ? { ok: true, value: map(result.value) }
        : { ok: false, failure: codeOf(result.failure) };
    } catch {
      return { ok: false, failure: { code: 'unanswered' } };
    }
  };
  return {
    get connected() {
      return socket.connected;
    },
    join: ({ vector, lease }) =>
      asked(person.send(joinIdea, { idea, vector, lease }), (joined): Joined => joined),
    update: (update) =>
      asked(person.send(updateIdea, { idea, update }), (kept) =>
        kept.kept === 'late'
          ? { late: true as const }
          : { late: false as const, seq: kept.seq, fresh: kept.fresh },
      ),
    presence: (caret) => void socket.emit(showPresence.name, { idea, caret }),
    leave: () => void person.send(leaveIdea, { idea }).catch(() => undefined),
    listen(listener) {
      const mine = <N extends { payload: z.ZodType<{ idea: IdeaId }> }>(
        news: N,
        hear: (payload: z.output<N['payload']>) => void,
      ) => {
        return (raw: unknown): void => {
          const payload = news.payload.parse(raw);
          if (payload.idea === idea) hear(payload as z.output<N['payload']>);
        };
      };
      const handlers: [string, (...heard: never[]) => void][] = [
        ['connect', () => listener.connected()],
        ['disconnect', () => listener.disconnected()],
        [
          ideaUpdated.name,
          mine(ideaUpdated, ({ updates, seq, rows }) => listener.update(updates, seq, rows)),
        ],
        [presenceChanged.name, mine(presenceChanged, ({ carets }) => listener.presence(carets))],
        [documentReloaded.name, mine(documentReloaded, ({ epoch }) => listener.resync(epoch))],
        [ideaSealed.name, mine(ideaSealed, () => listener.sealed())],
      ];
      for (const [name, hear] of handlers) socket.on(name, hear as (...heard: unknown[]) => void);
      return () => {
        for (const [name, hear] of handlers) socket.off(name, hear as (...heard: unknown[]) => void);
      };
    },
  };
}
